// What may be written next: commands after a slash, people after an @, channels after a #. Pure.
import type { Line, Scene } from '../scene.ts';
import { aboutPerson } from './labels.ts';

export interface Offer {
  id: string;
  /** What is put in, in place of what was typed. */
  text: string;
  label: string;
  /** What may follow it. */
  args?: string;
  about: string;
}

export interface Offers {
  title: string;
  /** What of the text is replaced, up to the cursor. */
  from: number;
  items: Offer[];
}

const MOST = 40;

/** The offers for what stands before the cursor; none where there is nothing to complete. */
export function offersFor(text: string, cursor: number, scene: Scene): Offers | undefined {
  const before = text.slice(0, cursor);
  const found = afterSign(before, scene) ?? commands(before, text, scene.lines);
  return found && found.items.length > 0 ? { ...found, items: found.items.slice(0, MOST) } : undefined;
}

/** The text with an offer put in, and where the cursor is then. */
export function withOffer(text: string, cursor: number, from: number, offer: Offer): { text: string; cursor: number } {
  const rest = text.slice(cursor);
  const put = `${text.slice(0, from)}${offer.text} `;
  return { text: `${put}${rest.replace(/^ /, '')}`, cursor: put.length };
}

function commands(before: string, text: string, lines: readonly Line[]): Offers | undefined {
  if (!text.startsWith('/') || before.includes('\n')) return undefined;
  const typed = before.toLowerCase();
  const fits = ({ line }: Line) => line.startsWith(typed.trimEnd()) || line.split(' ')[1]?.startsWith(typed.slice(1)) === true;
  const isWhole = ({ line }: Line) => line === typed.trimEnd();
  const found = lines.filter(fits).sort((a, b) => Number(isWhole(b)) - Number(isWhole(a)));
  // A line that is there as a whole needs no list, and neither does what is written behind it.
  const [first] = found;
  const alone = first && isWhole(first) && found.length === 1 && first.args === undefined;
  if (alone || (typed.endsWith(' ') && lines.some((one) => isWhole(one) && one.line.includes(' ')))) return undefined;
  return { title: 'Commands', from: 0, items: found.map(asOffer) };
}

function asOffer({ line, args, help, organisers }: Line): Offer {
  return {
    id: line.replaceAll(/\W+/g, '-'),
    text: line,
    label: line,
    about: organisers ? `${help} For organisers.` : help,
    ...(args && { args }),
  };
}

function afterSign(before: string, scene: Scene): Offers | undefined {
  const match = /(?:^|[\s(])([@#])([\p{L}\p{N}'._-]*(?: [\p{L}\p{N}'._-]*)?)$/u.exec(before);
  if (!match) return undefined;
  const [, sign, asked = ''] = match;
  const from = before.length - asked.length - 1;
  if (sign === '@') return { title: 'People', from, items: people(asked.toLowerCase(), scene) };
  return { title: 'Channels', from, items: channels(asked.toLowerCase(), scene) };
}

function people(asked: string, scene: Scene): Offer[] {
  const fits = (name: string) => name.toLowerCase().startsWith(asked) || name.toLowerCase().includes(` ${asked}`);
  return scene.people
    .filter(({ kind, name, handle }) => kind !== 'deactivated' && (fits(name) || fits(handle)))
    .map((person) => ({ id: person.id, text: `@${person.name}`, label: person.name, about: aboutPerson(person) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

function channels(asked: string, scene: Scene): Offer[] {
  return scene.conversations
    .filter(({ kind, name, archived }) => (kind === 'channel' || kind === 'private') && !archived && name.startsWith(asked))
    .map(({ id, name, topic }) => ({ id, text: `#${name}`, label: `#${name}`, about: topic }));
}
