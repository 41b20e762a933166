// A Slack message as its writer sees it: Slack puts ids and addresses between angle brackets where people read names and links. Pure.

/** `text` with mentions and links written out; `names` are those of the people mentioned, by Slack id. */
export function readable(text: string, names: ReadonlyMap<string, string>): string {
  return text
    .replace(/<@([UW][A-Z0-9]+)(?:\|([^>]*))?>/g, (_, id: string, label?: string) => `@${label || names.get(id) || 'someone'}`)
    .replace(/<#[CG][A-Z0-9]+(?:\|([^>]*))?>/g, (_, name?: string) => `#${name || 'channel'}`)
    .replace(/<!subteam\^[A-Z0-9]+(?:\|@?([^>]*))?>/g, (_, name?: string) => `@${name || 'group'}`)
    .replace(/<!(here|channel|everyone)(?:\|[^>]*)?>/g, '@$1')
    .replace(/<((?:https?|mailto|tel):[^|>\s]+)(?:\|([^>]*))?>/g, (_, address: string, label?: string) => link(address, label));
}

function link(address: string, label?: string): string {
  const bare = address.replace(/^(?:mailto|tel):/, '');
  if (!label || label === bare || address.replace(/^https?:\/\//, '').startsWith(label)) return bare;
  return `${label} (${bare})`;
}
