// Keeps the app going: the minute's knock, the inbox, the postman and the door, with their beginning and their end. A sandbox that moves its own
// clock leaves them still and asks for rounds instead.
import { createTask } from 'node-cron';
import type { Temporal } from 'temporal-polyfill';
import { earliest, isBefore } from '../clock.ts';
import type { Inbox } from '../inbox/process.ts';
import { endHalt } from '../outbox/lane-pauses.ts';
import type { Postman } from '../outbox/postman.ts';
import type { Called } from '../slack/called.ts';
import type { Door } from '../slack/socket.ts';
import type { Tools } from '../tools.ts';
import { askInTime } from './asking.ts';
import { type Loop, startLoop } from './loop.ts';
import { sparing } from './sparing.ts';
import type { Stream } from './stream.ts';
import { comingBack, tick } from './tick.ts';

export interface Parts {
  tools: Tools;
  inbox: Inbox;
  postman: Postman;
  door: Door;
  /** What rings when there is something to do. */
  bells: Bells;
  /** What is being answered. */
  underWay: ReadonlySet<Promise<void>>;
  timetable: readonly Stream[];
}

export interface Bells {
  postman: () => void;
  inbox: () => void;
  /** Somebody did something: what is due may have changed. */
  stir: () => void;
}

export interface Going {
  /** For whoever moves the clock: does everything that is due at `now`, and returns when something will be again. */
  round: (now: Temporal.Instant) => Promise<Temporal.Instant | undefined>;
  /** Waits until nothing that was begun is under way any more: commands, presses, submissions, events, messages. */
  settled: () => Promise<void>;
  /** Opens the door, then keeps everything going. An error value where Slack does not let us in. */
  start: () => Promise<Called<void>>;
  /** Hears nothing new, finishes what is under way (for at most `withinMs`), and stops. */
  stop: (withinMs?: number) => Promise<void>;
  /** Whether Slack can reach us now. */
  isConnected: () => boolean;
}

const STOP_WITHIN_MS = 10_000;

export function keepGoing(parts: Parts): Going {
  const { tools, inbox, postman, door, bells, underWay } = parts;
  const { now, log } = tools;
  const loops: Loop[] = [];
  // After a night in which the machine slept, the library would print a line of its own for each minute of it. Nothing is lost in one.
  const quiet = { suppressMissedWarning: true };
  const clock = createTask('* * * * *', () => bells.stir(), { timezone: 'Etc/UTC', noOverlap: true, ...quiet });
  const settled = async () => {
    while (underWay.size > 0) await Promise.allSettled(underWay);
    await inbox.settled();
    await postman.settled();
  };
  return {
    settled,
    isConnected: door.isOpen,
    round: roundsOf(parts),
    start: async () => {
      const opened = await door.open();
      if (!opened.ok) return opened;
      await endHalt(tools.db, tools.workspace);
      const inboxLoop = startLoop({ run: sparing(tools.db, inbox.round), now, log });
      bells.inbox = inboxLoop.knock;
      // All of it once, before anything is sent.
      await askInTime(tools, parts.timetable)(now());
      const postmanLoop = startLoop({ run: sparing(tools.db, postman.begin, postman.ended), now, log });
      bells.postman = postmanLoop.knock;
      const timetables = parted(parts.timetable).map((streams) => startLoop({ run: askInTime(tools, streams), now, log }));
      bells.stir = () => {
        for (const loop of timetables) loop.knock();
      };
      loops.push(inboxLoop, ...timetables, postmanLoop);
      await clock.start();
      return opened;
    },
    stop: async (withinMs = STOP_WITHIN_MS) => {
      await clock.destroy();
      await atMost(withinMs, Promise.all([door.close(), ...loops.map((loop) => loop.stop()), settled()]));
    },
  };
}

/** What is kept to the second waits for nobody; for all else one loop is enough. */
function parted(timetable: readonly Stream[]): Stream[][] {
  const parts = [timetable.filter(({ exact }) => exact), timetable.filter(({ exact }) => !exact)];
  return parts.filter((streams) => streams.length > 0);
}

/**
 * Rounds for a clock that somebody else moves: everything that is due, and everything that this makes due in turn. The timetable is asked when
 * it said so, each minute, and whenever somebody did something, and the inbox with it; not for every letter in between.
 */
function roundsOf({ tools, inbox, postman, bells, timetable }: Parts): Going['round'] {
  const readInbox = sparing(tools.db, inbox.round);
  const sendLetters = sparing(tools.db, postman.round, postman.ended);
  let stirred = true;
  let asked: Temporal.Instant | undefined;
  let due: Temporal.Instant | undefined;
  let events: Temporal.Instant | undefined;
  const isReached = (instant: Temporal.Instant | undefined, now: Temporal.Instant) => instant !== undefined && !isBefore(now, instant);
  const isTime = (now: Temporal.Instant) => stirred || !asked || isReached(asked.add({ minutes: 1 }), now) || isReached(due, now);
  return async (now) => {
    bells.stir = () => {
      stirred = true;
    };
    bells.inbox = bells.stir;
    for (;;) {
      const isAsked = isTime(now);
      if (isAsked) {
        stirred = false;
        asked = now;
        due = await tick(tools, now, timetable);
      }
      if (isAsked || isReached(events, now)) events = await readInbox(now);
      const letters = await sendLetters(now);
      if (!stirred) return earliest(due, comingBack(tools, timetable), events, letters);
    }
  };
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let limit: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    limit = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(limit);
}
