// Decides about agreements: whether everyone has agreed to the same version, what a change touches and whether the others are asked again.
// Pure.
import type { Temporal } from 'temporal-polyfill';
import { at, onOrAfter } from '../../../platform/clock.ts';
import type { Agreement, Direct, Own, Rhythm } from './agreements.ts';

/** From this fortnight on the agreement is looked at again. */
const LOOK_AGAIN_FROM = 7;

/** One person's share of it, as those in the pair may read it. */
export interface Person {
  leader: string;
  name: string;
  direct?: Direct;
  helps?: string;
  /** Has agreed to the version that stands. */
  agreed: boolean;
}

/** An agreement as one of those in the pair reads it: times are the reader's own. */
export interface Standing {
  pair: string;
  version: number;
  rhythm?: Rhythm;
  weekday?: number;
  time?: string;
  by?: string;
  added?: string;
  /** In the order of their places. */
  people: readonly Person[];
  /** The reader. */
  me: string;
  /** Whose change made this version. */
  changedBy?: string;
  /** Half way is past, and nobody has looked at it again. */
  lookAgain: boolean;
}

/** What the form with the blanks brings: empty texts clear a line. */
export interface LinesWish {
  rhythm?: Rhythm | undefined;
  weekday?: number | undefined;
  time?: string | undefined;
  by: string;
  added: string;
  direct?: Direct | undefined;
  helps: string;
}

export interface LinesChange {
  /** The lines that belong to all of them. */
  shared: { rhythm: boolean; when: boolean; by: boolean; added: boolean };
  own: { direct: boolean; helps: boolean };
  any: boolean;
  /** Whether it makes a new version, to which the others have not agreed. */
  raises: boolean;
}

/** Whether all in the pair have agreed to the version that stands: those who are in it now, whoever was in it before. */
export function isComplete({ version, owns }: Pick<Agreement, 'version' | 'owns'>, members: readonly { leader: string }[]): boolean {
  return members.length > 1 && members.every(({ leader }) => owns.some((own) => own.leader === leader && own.agreedVersion === version));
}

/** The same, as its reader has it. */
export function allAgreed({ people }: Pick<Standing, 'people'>): boolean {
  return people.length > 1 && people.every(({ agreed }) => agreed);
}

/**
 * What `wish` changes. A line that belongs to all of them makes a new version. What people say of themselves does only where something
 * else stood there before: the first answer fills the blank to which everyone has agreed.
 */
export function changesIn(standing: Standing, wish: LinesWish): LinesChange {
  const own = standing.people.find(({ leader }) => leader === standing.me);
  const shared = {
    rhythm: wish.rhythm !== standing.rhythm,
    when: wish.weekday !== standing.weekday || wish.time !== standing.time,
    by: wish.by !== (standing.by ?? ''),
    added: wish.added !== (standing.added ?? ''),
  };
  const mine = { direct: wish.direct !== own?.direct, helps: wish.helps !== (own?.helps ?? '') };
  const inShared = Object.values(shared).some(Boolean);
  const replaced = (mine.direct && own?.direct !== undefined) || (mine.helps && own?.helps !== undefined);
  return { shared, own: mine, any: inShared || mine.direct || mine.helps, raises: inShared || replaced };
}

/** Who had agreed to the version that stood, besides `changer`: they are asked again. */
export function askedAgain({ version, owns }: Pick<Agreement, 'version' | 'owns'>, changer: string): Own[] {
  return owns.filter(({ leader, agreedVersion }) => leader !== changer && agreedVersion === version);
}

/** A usual weekday and time as clocks in `zone` show it, the next time it comes round after `today`. */
export function whereTheyAre(
  { weekday, time, zone }: Pick<Agreement, 'weekday' | 'time' | 'zone'>,
  reader: string,
  today: Temporal.PlainDate,
): { weekday?: number; time?: string } {
  if (time === null || zone === null || zone === reader) return { ...(weekday !== null && { weekday }), ...(time !== null && { time }) };
  const next = at(onOrAfter(today, [weekday ?? today.dayOfWeek]), time, zone).toZonedDateTimeISO(reader);
  return {
    ...(weekday !== null && { weekday: next.dayOfWeek }),
    time: next.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** Whether half way is past in the fortnight in which the pair is. */
export function isHalfWay(fortnight: number | 'before' | 'after'): boolean {
  return typeof fortnight === 'number' && fortnight >= LOOK_AGAIN_FROM;
}

/** The blanks that are still open for `standing.me` to fill: line numbers, lowest first. */
export function blanksIn({ rhythm, weekday, time, by, people, me }: Standing): number[] {
  const own = people.find(({ leader }) => leader === me);
  const when = rhythm === undefined || weekday === undefined || time === undefined || by === undefined;
  return [...(when ? [6] : []), ...(own?.direct === undefined ? [8] : []), ...(own?.helps === undefined ? [9] : [])];
}
