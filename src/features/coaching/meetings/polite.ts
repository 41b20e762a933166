// When the others may hear of what one of a pair has done: together at a moment at which all of them work, or each alone where there is none in
// time. Also when a meeting's card is due. Pure.
import { Temporal } from 'temporal-polyfill';
import { at, dayOf, earliest, isBefore } from '../../../platform/clock.ts';
import type { Window } from '../../../platform/outbox/windows.ts';
import { remembering } from '../../../platform/remembering.ts';
import { workingDayBefore } from '../../founding/rests.ts';
import { alike } from '../../joining/alike.ts';
import { type Hours, soonest, windowsFrom } from '../../joining/hours.ts';
import { commonOf, stillOpen } from '../contacts/pieces.ts';
import type { Usual } from '../hours.ts';
import type { Sitter } from './slots.ts';

/** So often hours are tried against each other: far apart ones meet on the first try or never. */
const TRIES = 60;

/** The first instant at or after `from` that is polite for everyone; `undefined` where there is none within four weeks. */
export function politeForAll(sitters: readonly Sitter[], from: Temporal.Instant): Temporal.Instant | undefined {
  const end = from.add({ hours: 28 * 24 });
  let candidate = from;
  for (let tries = 0; tries < TRIES && isBefore(candidate, end); tries++) {
    const moved = sitters.map((sitter) => politeFor(sitter, candidate));
    if (moved.some((each) => each === undefined)) return undefined;
    const last = (moved as Temporal.Instant[]).reduce((one, other) => (isBefore(one, other) ? other : one), candidate);
    if (last.equals(candidate)) return candidate;
    candidate = last;
  }
  return undefined;
}

/** The same for one person; nothing where nobody knows when they are back. */
export function politeFor({ hours, awayUntil }: Sitter, from: Temporal.Instant): Temporal.Instant | undefined {
  if (awayUntil === null) return undefined;
  return soonest(hours, awayUntil && isBefore(from, awayUntil) ? awayUntil : from);
}

/** How the others hear: in the pair's conversation at an instant, or each alone at one of their own. */
export type Telling = { to: 'group'; at: Temporal.Instant } | { to: 'each'; at: readonly (Temporal.Instant | undefined)[] };

/**
 * `others` are everyone but the one who acts, who may be written to now; a moment that lies later has to suit `actor` too. What is pointless from
 * `until` on is told to each alone rather than then.
 */
export function howToTell(actor: Sitter, others: readonly Sitter[], now: Temporal.Instant, until: Temporal.Instant): Telling {
  const soon = politeForAll(others, now);
  if (soon?.equals(now)) return { to: 'group', at: now };
  const joint = politeForAll([actor, ...others], now);
  if (joint && isBefore(joint, until)) return { to: 'group', at: joint };
  return { to: 'each', at: others.map((each) => politeFor(each, now)) };
}

/** The stretches in which a letter may be delivered to all of these, should it be late: their own hours, until `until`. */
export function windowsFor(sitters: readonly Sitter[], from: Temporal.Instant, until: Temporal.Instant): Window[] {
  const [first, last] = [from.epochMilliseconds, until.epochMilliseconds];
  const each = sitters.map(({ hours }) => windowsFrom(hours, first));
  return stillOpen(commonOf(each), first, last).map(({ opens, closes }) => ({ opens: instant(opens), closes: instant(closes) }));
}

function instant(ms: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(ms);
}

/** By when all the others can have heard of something that is done now; nothing where one of them cannot be reached. */
export function heardBy(others: readonly Sitter[], now: Temporal.Instant): Temporal.Instant | undefined {
  const moments = others.map((each) => politeFor(each, now));
  if (moments.some((each) => each === undefined)) return undefined;
  return (moments as Temporal.Instant[]).reduce((one, other) => (isBefore(one, other) ? other : one), now);
}

/** When the card of a meeting is due: one working day before it, at the usual hour, for whoever's comes first. */
export function cardDue(readers: readonly { hours: Hours; usual: Usual }[], start: Temporal.Instant): Temporal.Instant {
  const each = readers.map((reader) =>
    dues(`${start.epochMilliseconds} ${reader.usual.time} ${alike(reader.hours)}`, () => workedOut(reader, start)),
  );
  return earliest(...each) ?? start;
}

/** Worked out once for all who work alike: a round asks for it again at every look. */
const dues = remembering<Temporal.Instant>(5_000);

function workedOut({ hours, usual }: { hours: Hours; usual: Usual }, start: Temporal.Instant): Temporal.Instant {
  const day = dayOf(start, hours.zone);
  // Where three weeks hold no working day, it is said on the day before.
  const before = workingDayBefore(day, hours) ?? day.subtract({ days: 1 });
  const due = soonest(hours, at(before, usual.time, hours.zone));
  if (due && dayOf(due, hours.zone).equals(before)) return due;
  return soonest(hours, at(before, '00:00', hours.zone)) ?? at(before, usual.time, hours.zone);
}
