// What a change costs and gains, in words: the totals that get worse, those that get better, and who would have someone else beside them. Of
// wishes only what the bot's own draw has told is counted (`told-wishes.ts`). Pure.
import type { Content } from '../../../platform/content/load.ts';
import { moved } from '../edits.ts';
import type { PairingTotals } from '../plan.ts';
import { type Named, sayNames } from '../said.ts';

/** What is compared: totals, and how many pairs are told to have come of a wish. */
export interface Compared {
  totals: PairingTotals;
  wished?: number | undefined;
}

type Told = Exclude<keyof PairingTotals, 'mutualWelcomes' | 'oneSidedWelcomes'>;
/** Everything that is told, in the order of importance; of `more`, more are better. */
const TOLD: readonly { total: Told | 'wished'; more: 'worse' | 'better' | 'neither' }[] = [
  { total: 'leaders', more: 'neither' },
  { total: 'pairs', more: 'neither' },
  { total: 'trios', more: 'neither' },
  { total: 'sameFunction', more: 'worse' },
  { total: 'repeats', more: 'worse' },
  { total: 'wished', more: 'better' },
  { total: 'shortHours', more: 'worse' },
  { total: 'newBridges', more: 'better' },
];

/** Lines of mrkdwn: numbers that change, what it costs, what it gains. */
export function sayCosts(content: Content, before: Compared, after: Compared): string[] {
  const changes = TOLD.flatMap(({ total, more }) => {
    const [x, y] = [countOf(after, total), countOf(before, total)];
    if (x === undefined || y === undefined || x === y) return [];
    const how = more === 'neither' ? more : (more === 'worse') === x > y ? 'worse' : 'better';
    return [{ how, text: content.say(`pairing.preview.change.${total}`, { x, y }) }];
  });
  const line = (id: string, how: string) => {
    const list = changes.filter((change) => change.how === how).map(({ text }) => text);
    return list.length === 0 ? [] : [content.say(id, { list: { mrkdwn: list.join(' · ') } })];
  };
  const costs = line('pairing.preview.costs', 'worse');
  return [
    ...line('pairing.preview.numbers', 'neither'),
    ...(costs.length > 0 ? costs : [content.say('pairing.preview.costs.none')]),
    ...line('pairing.preview.gains', 'better'),
  ];
}

function countOf({ totals, wished }: Compared, total: Told | 'wished'): number | undefined {
  return total === 'wished' ? wished : totals[total];
}

const MOST_MOVERS = 12;
type Groups = readonly (readonly string[])[];

/** Who would have someone else beside them, with the new pairs, as lines of mrkdwn. */
export function sayMovers(
  content: Content,
  { before, after }: { before: Groups; after: Groups },
  people: ReadonlyMap<string, Named>,
): string[] {
  const count = moved(before, after);
  if (count === 0) return [content.say('pairing.preview.movers.none')];
  const known = new Set(before.map(keyOf));
  const fresh = after.filter((group) => !known.has(keyOf(group)));
  const named = (group: readonly string[]) => sayNames(group.flatMap((leader) => people.get(leader) ?? []));
  const lines = fresh.slice(0, MOST_MOVERS).map((group) => content.say('pairing.preview.mover', { names: named(group) }));
  const more = fresh.length - lines.length;
  return [
    content.say('pairing.preview.movers', { x: count }),
    [...lines, ...(more > 0 ? [content.say('pairing.preview.movers.more', { x: more })] : [])].join('\n'),
  ];
}

function keyOf(group: readonly string[]): string {
  return [...group].sort().join(' ');
}
