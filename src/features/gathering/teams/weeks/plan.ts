// Decides when the members of a pair hear something: together at a moment within the hours of all of them, on a day on which nobody has heard anything
// else; each alone where there is no such moment; later, where somebody is away; or not at all. Pure.
import { Temporal } from 'temporal-polyfill';
import { earliest, isBefore } from '../../../../platform/clock.ts';
import { commonOf, stillOpen } from '../../../coaching/contacts/pieces.ts';
import { type Hours, windowsFrom } from '../../../joining/hours.ts';
import type { Slot } from './calendar.ts';

export interface Reader {
  /** Slack id. */
  user: string;
  name: string;
  /** Their id as a leader, where they take part in a programme: then what reaches them is counted. */
  leader?: string;
  hours: Hours;
  /** Sits out, or was asked how to go on and has not answered. */
  not?: 'paused' | 'quiet';
  /** When that is over, where it is known. */
  backAt?: Temporal.Instant;
  /** From when on they have a day free of other messages. */
  freeFrom: Temporal.Instant;
}

export interface Letter {
  readers: readonly Reader[];
  windows: readonly { opens: Temporal.Instant; closes: Temporal.Instant }[];
}

export type Placing =
  | { then: 'send'; letters: readonly Letter[] }
  | { then: 'wait'; until: Temporal.Instant }
  | { then: 'give-up'; because: 'late' | 'paused' | 'quiet' | 'no-hours' };

/** Decides for all who share one message. */
export function place(readers: readonly Reader[], { due, closes }: Slot, now: Temporal.Instant): Placing {
  const able = readers.filter(({ not }) => not === undefined);
  if (!isBefore(now, closes)) return { then: 'give-up', because: readers.find(({ not }) => not)?.not ?? 'late' };
  if (isBefore(now, due)) return { then: 'wait', until: due };
  const restsTogether = readers.length <= 2 && readers.some(({ not }) => not === 'paused');
  if (able.length === 0 || restsTogether) return { then: 'wait', until: whenBack(readers, closes, now) };
  const together = able.length === readers.length ? letterTo(readers, closes, now) : undefined;
  const letters = together ? [together] : able.flatMap((reader) => letterTo([reader], closes, now) ?? []);
  // Nothing waits on its way for hours, where something more important would take its place.
  const opens = earliest(...letters.map(({ windows }) => windows[0]?.opens));
  if (opens) return isBefore(now, opens) ? { then: 'wait', until: opens } : { then: 'send', letters };
  return isBefore(now, closes) ? { then: 'wait', until: closes } : { then: 'give-up', because: 'no-hours' };
}

/** One letter to all of these; nothing where they share no moment before it is too late. */
function letterTo(readers: readonly Reader[], closes: Temporal.Instant, now: Temporal.Instant): Letter | undefined {
  const from = readers.reduce((latest, { freeFrom }) => (isBefore(latest, freeFrom) ? freeFrom : latest), now);
  const shared = commonOf(readers.map(({ hours }) => windowsFrom(hours, from.epochMilliseconds)));
  const windows = stillOpen(shared, from.epochMilliseconds, closes.epochMilliseconds).map((piece) => ({
    opens: Temporal.Instant.fromEpochMilliseconds(piece.opens),
    closes: Temporal.Instant.fromEpochMilliseconds(piece.closes),
  }));
  return windows.length > 0 ? { readers, windows } : undefined;
}

function whenBack(readers: readonly Reader[], closes: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const back = readers.flatMap(({ backAt }) => (backAt && isBefore(now, backAt) ? [backAt] : []));
  return earliest(closes, ...back) ?? closes;
}
