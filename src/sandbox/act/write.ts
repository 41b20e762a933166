// How Slack's client writes down what a person types: special letters escaped, emoji by their names, names of people and channels and addresses as links.
import { piecesOf, withLinks, withNames } from '../kept-text.ts';
import type { World } from '../world.ts';

/** `R&D with @bo in #leaders` as `R&amp;D with <@U1> in <#C1|leaders>`; in commands mentions carry the short name. */
export function written(world: World, typed: string, inCommand = false): string {
  const escaped = withNames(typed).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return withLinks(
    withPeople(world, escaped, inCommand).replace(/(^|[\s(])#([\p{L}\p{N}_-]+)/gu, (whole, before: string, name: string) => {
      const channel = [...world.conversations.values()].find(
        (one) => one.name === name && (one.kind === 'channel' || one.kind === 'private'),
      );
      return channel ? `${before}<#${channel.id}|${channel.name}>` : whole;
    }),
  );
}

/** Whoever is named after an @, by their full name or their short one: the longest name that fits. */
function withPeople(world: World, text: string, inCommand: boolean): string {
  const people = text.includes('@') ? [...world.people.values()] : [];
  const names = people.flatMap((one) => [one.name, one.handle].map((name) => ({ name: name.toLowerCase(), one })));
  names.sort((a, b) => b.name.length - a.name.length);
  return text
    .split(/((?:^|(?<=[\s(]))@)/)
    .map((part, index, parts) => {
      if (part === '@') return '';
      if (parts[index - 1] !== '@') return part;
      const low = part.toLowerCase();
      const found = names.find(({ name }) => low.startsWith(name) && !/^[\p{L}\p{N}_-]/u.test(low.slice(name.length)));
      if (!found) return `@${part}`;
      return `<@${found.one.id}${inCommand ? `|${found.one.handle}` : ''}>${part.slice(found.name.length)}`;
    })
    .join('');
}

/** The rich text in which Slack repeats a plain message. */
export function richText(blockId: string, text: string): Record<string, unknown> {
  return {
    type: 'rich_text',
    block_id: blockId,
    elements: [
      {
        type: 'rich_text_section',
        elements: piecesOf(text).map((piece) => ('text' in piece ? { type: 'text', ...piece } : { type: 'emoji', ...piece })),
      },
    ],
  };
}
