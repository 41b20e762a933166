// How much each person has heard, and is about to hear: one message nobody asked for a day, two a week, counted over all programmes in the zone of
// whoever reads. Pure.
import { type DayAndWeek, dayAndWeek } from '../../joining/hours.ts';
import type { Rank } from '../../joining/ranks.ts';
import type { Piece } from './pieces.ts';

const A_DAY = 1;
const A_WEEK = 2;

export interface Standing {
  outbox: string;
  rank: Rank;
  /** Whether it certainly has not gone out. */
  withdrawable: boolean;
}

/** By person: when something reached them, in milliseconds, and what is on its way to them. */
export type Ledger = ReadonlyMap<string, { at: readonly number[]; waiting: readonly Standing[] }>;

interface Named {
  user: string;
  zone: string;
}

export function bookOf(ledger: Ledger) {
  const planned = new Map<string, number[]>();
  const waiting = new Map<string, readonly Standing[]>();
  const reached = (user: string) => ledger.get(user)?.at ?? [];
  const waitingFor = (user: string) => waiting.get(user) ?? ledger.get(user)?.waiting ?? [];
  const heardBy = (zone: string, counted: readonly number[]) => counted.map((ms) => dayAndWeek(zone, ms));
  const hasRoomIn = (heard: readonly DayAndWeek[], { day, week }: DayAndWeek = { day: '', week: '' }) =>
    heard.filter((each) => each.day === day).length < A_DAY && heard.filter((each) => each.week === week).length < A_WEEK;
  const room = (readers: readonly Named[], counted: (user: string) => readonly number[]) => {
    const heard = readers.map(({ user, zone }) => heardBy(zone, counted(user)));
    return (piece: Piece) => heard.every((each, place) => hasRoomIn(each, piece.days[place]));
  };
  return {
    /** Whether everyone may hear something on a day, after all that reached them and all that is planned before this. */
    roomFor: (readers: readonly Named[]) => room(readers, (user) => [...reached(user), ...(planned.get(user) ?? [])]),
    /** The same, looking back at what did reach them. */
    roomThen: (readers: readonly Named[]) => room(readers, reached),
    take: (readers: readonly Named[], piece: Piece) => {
      for (const { user } of readers) planned.set(user, [...(planned.get(user) ?? []), piece.opens]);
    },
    waitingFor,
    /** Takes back what waits for these people; returns which letters. */
    clear: (readers: readonly Named[]): string[] => {
      const letters = readers.flatMap(({ user }) => waitingFor(user).map(({ outbox }) => outbox));
      // From now on the one that replaces them is on its way.
      for (const { user } of readers) waiting.set(user, [{ outbox: '', rank: 'match', withdrawable: false }]);
      return [...new Set(letters)];
    },
  };
}
