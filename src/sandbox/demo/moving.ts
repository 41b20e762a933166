// Moves the demo's clock from one thing that happens to the next, with the people living meanwhile. One move at a time: who comes second waits.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { step } from '../colleagues/company.ts';
import type { Aim, MovableClock, Moved, Moving } from '../control/clock.ts';
import type { House } from '../house.ts';
import { tell } from '../small-slack.ts';
import { summed, type Timeline } from '../timeline/entries.ts';
import type { Living } from './company.ts';

const DAY = 86_400_000;
/** However little is known to come, somebody looking for the next thing is not sent further than this. */
const FURTHEST = 60 * DAY;
/** What comes so soon after something belongs to it: messages go out one a second. */
const MOMENTS = 60_000;
/** In real milliseconds: so often a page that follows along hears how far it is. */
const NEWS = 100;

export interface Town {
  house: House;
  living: Living;
  timeline: Timeline;
  zone: () => string;
  /** Does one thing at a time: a step of a move, and what people do on the page meanwhile. */
  inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** The clock of a town. */
export function movableClock(town: Town): MovableClock {
  const { living } = town;
  const state: State = { stops: 0 };
  let last: Promise<unknown> = Promise.resolve();
  return {
    move: (aim) => {
      const { stops } = state;
      const mine = last.then(() => moveOn(town, aim, { state, isStopped: () => state.stops !== stops }));
      last = mine.catch(() => undefined);
      return mine;
    },
    stop: () => {
      state.stops += 1;
    },
    moving: () => state.moving,
    zone: town.zone,
    living,
  };
}

interface State {
  moving?: Moving;
  /** How often a stop was asked for: it ends every move that was asked for before. */
  stops: number;
}

async function moveOn(town: Town, aim: Aim, { state, isStopped }: { state: State; isStopped: () => boolean }): Promise<Moved> {
  const { house, living, timeline } = town;
  const from = house.clock.ms();
  const before = timeline.count();
  const end = 'by' in aim ? house.now().toZonedDateTimeISO('UTC').add(aim.by).epochMilliseconds : from + FURTHEST;
  state.moving = { from, ...('by' in aim ? { to: end } : {}) };
  try {
    const isFound = () => 'next' in aim && hasCome(town, before, aim.next);
    await pass(town, end, { isFound, isStopped });
  } finally {
    delete state.moving;
    tell(house.slack, { what: 'clock' });
  }
  return { from, now: house.clock.ms(), happened: summed(timeline.since(before), living.actedAs) };
}

interface Ends {
  /** Whether what was looked for has come: what belongs to it comes too. */
  isFound: () => boolean;
  isStopped: () => boolean;
}

/** From one thing that happens to the next, until the end. */
async function pass({ house, living, inTurn }: Town, furthest: number, { isFound, isStopped }: Ends): Promise<void> {
  let told = performance.now();
  let end = furthest;
  for (;;) {
    // Whoever waits for an answer of the page gets it between two steps.
    await nextTurn();
    if (isStopped()) return;
    const { acts, next } = await inTurn(() => step(living.company));
    if (isStopped()) return;
    const now = house.clock.ms();
    if (end === furthest && isFound()) end = Math.min(end, now + MOMENTS);
    if (acts > 0) continue;
    if (now >= end) return;
    house.clock.moveTo(Temporal.Instant.fromEpochMilliseconds(Math.min(end, Math.max(next, now + 1000), now + DAY)));
    if (performance.now() - told < NEWS) continue;
    told = performance.now();
    tell(house.slack, { what: 'clock' });
  }
}

/** Whether something has happened to somebody; to whoever is acted as, only what they have not done themselves. */
function hasCome({ living, timeline }: Town, before: number, to: 'anyone' | 'me'): boolean {
  if (timeline.count() === before) return false;
  return to === 'anyone' || summed(timeline.since(before), living.actedAs).mine > 0;
}
