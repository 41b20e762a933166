// Puts the wishes of all kinds before the head: looks up what reached the people concerned, and who does not want to be disturbed just now.
import type { Temporal } from 'temporal-polyfill';
import { at } from '../../../platform/clock.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as contacts from '../../joining/contacts.ts';
import { windowsFrom } from '../../joining/hours.ts';
import type { Ledger } from './book.ts';
import { withComing } from './coming.ts';
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

/** Decides together about all wishes of those for whom something is wanted now; the others wait for their time. Nothing is changed. */
export async function decideAll(tools: Tools, asked: readonly Asked[], now: Temporal.Instant): Promise<AllDecided> {
  const ms = now.epochMilliseconds;
  const due = new Set(asked.flatMap(({ wish }) => (isRipe(wish, ms) ? wish.to.map(({ user }) => user) : [])));
  const later = (wish: Wish): Decision => ({ then: 'wait', until: wish.due.epochMilliseconds });
  if (!asked.some(({ wish }) => isRipe(wish, ms)))
    return { decided: asked.map((each) => ({ ...each, decision: later(each.wish) })), ledger: new Map() };
  const concerned = asked.filter(({ wish }) => isRipe(wish, ms) || wish.to.some(({ user }) => due.has(user)));
  const wanted = concerned.map(({ wish }) => wantedOf(wish, now));
  const ledger = await contacts.reached(tools.db, tools.workspace, [...due], now);
  const decisions = plan(wanted, await withComing(tools, ledger, now), ms);
  const decisionOf = new Map(concerned.map((each, index) => [each, decisions[index] as Decision]));
  return { decided: asked.map((each) => ({ ...each, decision: decisionOf.get(each) ?? later(each.wish) })), ledger };
}

function isRipe({ off, due }: Wish, ms: number): boolean {
  return off !== undefined || due.epochMilliseconds <= ms;
}

function wantedOf(wish: Wish, now: Temporal.Instant): Wanted {
  const due = wish.due.epochMilliseconds;
  const from = Math.min(due, now.epochMilliseconds);
  return {
    rank: wish.rank,
    key: wish.key,
    due,
    closes: wish.closes.epochMilliseconds,
    roomUntil: wish.roomUntil?.epochMilliseconds,
    off: wish.off,
    readers: wish.to.map((seat) => readerOf(wish.ends ? { ...seat, silent: false } : seat, from)),
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
