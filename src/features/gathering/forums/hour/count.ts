// Counting the taps, once: two days after the hour, or as soon as all have answered. What lies above the thresholds is said in the space, always beside how
// many replied; it is all that is kept of it.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../../../../platform/clock.ts';
import { enqueue } from '../../../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import { sidesOf } from '../../../reviewing/sides.ts';
import { type Counted, isGroup, sayingOf } from '../../../reviewing/thresholds.ts';
import { type Tally, tapsOf } from '../../taps.ts';
import type { Forum } from '../forums.ts';
import * as forums from '../forums.ts';
import { type Seat, seated } from '../seats.ts';
import { questions, type ResultSaid, resultMessage } from './feedback-view.ts';
import { spaceOf } from './lines.ts';
import { OPEN_FOR, talliesOf } from './tallies.ts';

/** How long word of it is worth sending. */
const WORTH = { hours: 24 };

/** When the taps of a forum are counted at the latest; nothing where there are none, or they have been. */
export function countDue({ endedAt, endedBecause, countedAt }: Forum): Temporal.Instant | undefined {
  return endedAt !== null && endedBecause === 'done' && countedAt === null ? instantOf(endedAt).add(OPEN_FOR) : undefined;
}

/** Counts where it is time; otherwise returns when it will be. */
export async function countTaps(tools: Tools, tx: Tx, forum: Forum, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const due = countDue(forum);
  if (!due) return undefined;
  const seats = await seated(tx, forum);
  if (isBefore(now, due) && !allAnswered(seats)) return due;
  const result = resultOf(seats, await talliesOf(tx, forum));
  await forums.save(tx, { ...forum, countedAt: stamp(now), result: JSON.stringify(result) });
  const address = spaceOf(forum, seats);
  if (!address || !isBefore(now, due.add(WORTH))) return undefined;
  const body = resultMessage(tools.content, result);
  const letter = { key: `forum:${forum.id}:result`, kind: 'forum-script', priority: 1, address, body, expiresAt: now.add(WORTH) } as const;
  await enqueue(tools, tx, letter, now);
  return undefined;
}

/** What may be said. Which answer was whose is not known: for how many groups answered, it does not matter. */
export function resultOf(seats: readonly Pick<Seat, 'leader' | 'pair' | 'worthAt' | 'moreAt'>[], tallies: readonly Tally[]): ResultSaid {
  const sayings = questions.flatMap(({ id, scale }, at) => {
    const answered = seats.filter((seat) => (at === 0 ? seat.worthAt : seat.moreAt) !== null);
    // Whoever works in no pair just now answers for themselves.
    const groups = answered.map(({ leader, pair }) => ({ pair: pair ?? leader }));
    const yes = sidesOf(scale)[0]?.choices ?? [];
    const taps = tapsOf(tallies, id).map((choice) => yes.includes(choice));
    // Who has gone since leaves their tap behind: it is told with the others' where enough have stayed.
    const isTold = isGroup(groups, { sensitive: false }) && taps.length >= groups.length;
    const counted: Counted[] = isTold ? taps.map((tapped, n) => ({ pair: groups[n % groups.length]?.pair ?? '', yes: tapped })) : [];
    const saying = sayingOf(counted, { sensitive: false });
    return saying ? [{ item: id, saying }] : [];
  });
  const replied = seats.filter(({ worthAt, moreAt }) => worthAt !== null || moreAt !== null).length;
  return { replied, asked: seats.length, sayings };
}

/** Whether everyone who was there has answered both. */
function allAnswered(seats: readonly Pick<Seat, 'worthAt' | 'moreAt'>[]): boolean {
  return seats.length > 0 && seats.every(({ worthAt, moreAt }) => worthAt !== null && moreAt !== null);
}
