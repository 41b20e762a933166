// A round that an organiser looks at: people, pairs with every kind of reason and compromise, changes that were made, and what is in the way.
import type { Edit } from '../../../features/pairing/edits.ts';
import type { Because, PairingPlan, PairingTotals, PlannedPair } from '../../../features/pairing/plan.ts';
import type { Preview } from '../../../features/pairing/propose.ts';
import type { Content } from '../../../platform/content/load.ts';
import { everyFilling } from '../fillings.ts';
import { bySize, day, department, name, people, programme, recordId, times } from '../made-up.ts';
import type { Size } from '../sample.ts';
import { gathering, type Held } from './held.ts';
import { USUAL_COMPROMISE, usualReasons } from './usual-reasons.ts';

/** How many leaders the round has. */
const LEADERS: Record<Size, number> = { usual: 7, longest: 291, shortest: 2 };

export const leaderId = (n: number) => recordId(100 + n);
/** What a form on top of the round remembers. */
export const about = { proposal: recordId(3), revision: 3, page: 0, root: `V${'0'.repeat(20)}`, group: [leaderId(0), leaderId(1)] };
/** So many things are in the way of a round that cannot be. */
export const CAUSES: Record<Size, number> = { usual: 2, longest: 40, shortest: 1 };

/** Somebody as organisers read of them. */
export const member = (size: Size, n = 0) => ({ name: name(size, n), function: department(size, n) });

/** `count` of the reasons, compromises or causes whose ids begin like this, from the `from`th on and round again. */
export function because(content: Content, start: string, { count, from = 0 }: { count: number; from?: number }, size: Size): Because[] {
  if (size === 'usual' && start === 'pairing.reason.') return usualReasons(0, { trio: from > 1 }).slice(0, count);
  if (size === 'usual' && start === 'pairing.compromise.') return [USUAL_COMPROMISE].slice(0, count);
  return someOf(allBecause(content, start, size), count, from);
}

function allBecause(content: Content, start: string, size: Size): Because[] {
  const blanks = everyFilling(size);
  return content
    .ids()
    .filter((id) => id.startsWith(start))
    .map((id) => ({ id, blanks }));
}

function someOf<T>(all: readonly T[], count: number, from: number): T[] {
  return times(Math.min(count, all.length), (n) => all[(from + n) % all.length] as T);
}

export function totals(size: Size): PairingTotals {
  const leaders = LEADERS[size];
  const rest = bySize(size, { usual: 1, longest: 99, shortest: 0 });
  return {
    ...{ leaders, pairs: Math.floor(leaders / 2) - (leaders % 2), trios: leaders % 2, sameFunction: rest, repeats: rest },
    ...{ mutualWelcomes: rest, oneSidedWelcomes: rest, shortHours: rest, newBridges: bySize(size, { usual: 5, longest: 99, shortest: 1 }) },
  };
}

export interface RoundLook {
  edits?: readonly Edit[];
  /** A round that cannot be, for so many causes. */
  causes?: number;
  /** Whether the day it is due on is still to come. */
  ahead?: boolean;
  choosing?: 'welcome' | 'bot' | 'leaders';
  /** Whether a gathering holds it, and whether it is approved for that. */
  held?: Held;
}

/** The round, as it is shown. */
export function preview(content: Content, size: Size, look: RoundLook = {}): Preview {
  const { edits = [], causes, ahead = true, choosing = 'welcome', held } = look;
  const everyone = times(LEADERS[size], (n) => ({ id: leaderId(n), user: people[n % people.length]?.id ?? '', ...member(size, n) }));
  const plan = causes === undefined ? possible(content, size) : impossible(content, size, causes);
  const moved = bySize(size, { usual: 4, longest: 290, shortest: 2 });
  return {
    ...{
      programme: programme(size, { choosing }),
      number: 2,
      redrawn: false,
      dueOn: day('2027-09-29'),
      today: day(ahead ? '2027-09-22' : '2027-09-29'),
    },
    people: new Map(everyone.map((each) => [each.id, each])),
    away: everyone.slice(0, bySize(size, { usual: 1, longest: 60, shortest: 0 })),
    proposal: {
      ...{ id: recordId(3), programme: recordId(1), rotatesOn: '2027-09-29', seed: 's', edits, revision: 3, proposedBy: 'U0HANA' },
      ...{ decision: null, decidedBy: null, decidedAt: null },
      drawn: { plan, mark: 'm', ...(edits.length > 0 && { before: { totals: before(size), moved }, first: firstOf(plan) }) },
    },
    ...(size !== 'shortest' && { running: { rotated_on: '2027-03-31' } as NonNullable<Preview['running']> }),
    ...(choosing === 'leaders' && { choosing: chosenIn(size) }),
    ...(held && { gathering: gathering(held) }),
  };
}

/** The groups the bot drew, of which a change has left all but the first as they were. */
function firstOf(plan: PairingPlan): (readonly string[])[] {
  return plan.possible ? plan.pairs.slice(1).map(({ leaders }) => leaders) : [];
}

/** The totals before the last change. */
export function before(size: Size): PairingTotals {
  const now = totals(size);
  return { ...now, sameFunction: now.sameFunction + 1, repeats: Math.max(0, now.repeats - 1), newBridges: now.newBridges - 1 };
}

function possible(content: Content, size: Size): PairingPlan {
  const count = LEADERS[size];
  const [reasons, compromises] = ['pairing.reason.', 'pairing.compromise.'].map((start) => allBecause(content, start, size));
  const pairs = times(Math.floor(count / 2), (n): PlannedPair => {
    const leaders = [leaderId(2 * n), leaderId(2 * n + 1), ...(n === 0 && count % 2 === 1 ? [leaderId(count - 1)] : [])];
    const some = bySize(size, { usual: 3, longest: 8, shortest: 1 });
    const given = bySize(size, { usual: n === 1 ? 1 : 0, longest: 2, shortest: 0 });
    return {
      leaders,
      reasons: size === 'usual' ? usualReasons(n, { trio: leaders.length > 2 }) : someOf(reasons ?? [], some, n * 4),
      compromises: size === 'usual' ? [USUAL_COMPROMISE].slice(0, given) : someOf(compromises ?? [], given, n * 2 + 1),
    };
  });
  return { possible: true, pairs, totals: totals(size), seed: 's' } as unknown as PairingPlan;
}

function impossible(content: Content, size: Size, causes: number): PairingPlan {
  const all = because(content, 'pairing.cause.', { count: causes }, size);
  return { possible: false, causes: all.map((each, n) => ({ leaders: [leaderId(n % LEADERS[size])], because: each })) };
}

function chosenIn(size: Size): NonNullable<Preview['choosing']> {
  return {
    season: { number: 2, roundOn: day('2027-09-29'), opensOn: day('2027-09-01'), lastDay: day('2027-09-22') },
    phase: 'open',
    pairs: bySize(size, { usual: 3, longest: 140, shortest: 0 }),
    apart: times(bySize(size, { usual: 1, longest: 40, shortest: 0 }), (n) => `${name(size, n)} and ${name(size, n + 1)}`),
  };
}

/** Every change that an organiser can make, and at the longest as many as are ever made. */
export function edits(size: Size): Edit[] {
  const all: Edit[] = [
    { what: 'swap', people: [leaderId(0), leaderId(1)], groups: [] },
    { what: 'keep', group: [leaderId(0), leaderId(1)] },
    { what: 'forbid', pair: [leaderId(0), leaderId(1)], reason: 'They run one team together.', by: 'U0HANA' },
    { what: 'leave-out', leader: leaderId(1) },
    { what: 'redraw', seed: 't' },
  ];
  return bySize(size, { usual: all, longest: times(30, (n) => all[n % all.length] as Edit), shortest: all.slice(0, 1) });
}
