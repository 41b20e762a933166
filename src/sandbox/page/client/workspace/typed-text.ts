// What somebody typed, out of how Slack wrote it down: names and channels as they are written by hand, special letters as they are. Pure.

export interface Written {
  person: (id: string) => string;
  channel: (id: string) => string;
}

export function asTyped(text: string, { person, channel }: Written): string {
  return text
    .replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (_whole, id: string) => `@${person(id)}`)
    .replace(/<#([A-Z0-9]+)(?:\|([^>]*))?>/g, (_whole, id: string, name?: string) => `#${name || channel(id)}`)
    .replace(/<((?:https?:|mailto:)[^|>]+)(?:\|[^>]*)?>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
