// Puts the wishes of all kinds before the head: looks up what reached the people concerned, and who does not want to be disturbed just now.
import type { Temporal } from 'temporal-polyfill';
import { at } from '../../../platform/clock.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as contacts from '../../joining/contacts.ts';
import { windowsFrom } from '../../joining/hours.ts';
import type { Ledger } from './book.ts';
import { type Decision, plan, type Reader, type Wanted } from './plan.ts';
import type { Running, Seat, Source, Wish } from './source.ts';

export interface Asked {
  source: Source;
  running: Running;
  wish: Wish;
}

export interface Decided extends Asked {
  decision: Decision;
}

export interface AllDecided {
  decided: readonly Decided[];
  ledger: Ledger;
}

/** Decides about all wishes together. Nothing is changed. */
export async function decideAll(tools: Tools, asked: readonly Asked[], now: Temporal.Instant): Promise<AllDecided> {
  const wanted = asked.map(({ wish }) => wantedOf(wish, now));
  const ledger = await ledgerOf(tools, wanted, now);
  const decisions = plan(wanted, ledger, now.epochMilliseconds);
  const decided = asked.map((each, index) => ({ ...each, decision: decisions[index] as Decision }));
  return { decided, ledger };
}

/** Only of those for whom something is wanted now: the others are looked at when their time comes. */
async function ledgerOf({ db, workspace }: Tools, wanted: readonly Wanted[], now: Temporal.Instant): Promise<Ledger> {
  const ms = now.epochMilliseconds;
  const due = wanted.filter((wish) => wish.off === undefined && wish.due <= ms);
  const users = [...new Set(due.flatMap(({ readers }) => readers.map(({ user }) => user)))];
  return contacts.reached(db, workspace, users, now);
}

function wantedOf(wish: Wish, now: Temporal.Instant): Wanted {
  const due = wish.due.epochMilliseconds;
  const from = Math.min(due, now.epochMilliseconds);
  return {
    rank: wish.rank,
    key: wish.key,
    due,
    closes: wish.closes.epochMilliseconds,
    off: wish.off,
    readers: wish.to.map((seat) => readerOf(seat, from)),
  };
}

function readerOf(seat: Seat, from: number): Reader {
  const { zone } = seat.hours;
  return {
    leader: seat.leader,
    user: seat.user,
    zone,
    windows: windowsFrom(seat.hours, from),
    not: seat.away ? 'paused' : seat.silent ? 'quiet' : undefined,
    backAt: seat.backOn && at(seat.backOn, '00:00', zone).epochMilliseconds,
    gone: seat.gone,
  };
}
