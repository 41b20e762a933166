// How Slack's client writes down what a person types: special letters escaped, names of people and channels as links.
import type { World } from '../world.ts';

/** `R&D with @bo in #leaders` as `R&amp;D with <@U1> in <#C1|leaders>`; in commands mentions carry the short name. */
export function written(world: World, typed: string, inCommand = false): string {
  const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .replace(/(^|[\s(])@([\p{L}\p{N}._-]+)/gu, (whole, before: string, name: string) => {
      const { known, rest } = longest(name, (one) => personNamed(world, one));
      if (!known) return whole;
      return `${before}<@${known.id}${inCommand ? `|${known.handle}` : ''}>${rest}`;
    })
    .replace(/(^|[\s(])#([\p{L}\p{N}_-]+)/gu, (whole, before: string, name: string) => {
      const channel = [...world.conversations.values()].find(
        (one) => one.name === name && (one.kind === 'channel' || one.kind === 'private'),
      );
      return channel ? `${before}<#${channel.id}|${channel.name}>` : whole;
    })
    .replace(/(^|\s)(https?:\/\/[^\s<>|]+)/g, '$1<$2>');
}

function personNamed(world: World, name: string): { id: string; handle: string } | undefined {
  const low = name.toLowerCase();
  return [...world.people.values()].find((one) => one.handle === low || one.name.toLowerCase() === low);
}

/** `bo.` at the end of a sentence is still `bo`. */
function longest<Found>(name: string, find: (name: string) => Found | undefined): { known: Found | undefined; rest: string } {
  const bare = name.replace(/[._-]+$/, '');
  const whole = find(name);
  return whole ? { known: whole, rest: '' } : { known: find(bare), rest: name.slice(bare.length) };
}

/** The rich text in which Slack repeats a plain message. */
export function richText(blockId: string, text: string): Record<string, unknown> {
  return {
    type: 'rich_text',
    block_id: blockId,
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  };
}
