// The hall: opens the door to Slack, hangs up the rooms' listeners, starts the clocks, and decides nothing.
import type { App } from '@slack/bolt';
import { createTask } from 'node-cron';
import type { Temporal } from 'temporal-polyfill';
import { commands, rotateCommands } from './commands.ts';
import { earliest } from './platform/clock.ts';
import { type Handlers, type Inbox, openInbox } from './platform/inbox/process.ts';
import * as pauses from './platform/outbox/lane-pauses.ts';
import { openPostman, type Postman } from './platform/outbox/postman.ts';
import { slowDownAfter } from './platform/schedule/downtime.ts';
import { type Loop, startLoop } from './platform/schedule/loop.ts';
import type { Stream } from './platform/schedule/stream.ts';
import { lastTick, tick } from './platform/schedule/tick.ts';
import { type Called, slackCalls } from './platform/slack/calls.ts';
import { openBolt, openDoor, type Wiring } from './platform/slack/connect.ts';
import { openGuard } from './platform/slack/guard.ts';
import { identify, rememberWorkspace } from './platform/slack/identity.ts';
import { type Hearing, onCommand, type Words } from './platform/slack/on-command.ts';
import { pressHearer } from './platform/slack/on-press.ts';
import { submitHearer } from './platform/slack/on-submit.ts';
import { openPoster } from './platform/slack/posting.ts';
import type { Door } from './platform/slack/socket.ts';
import type { Ears } from './platform/slack/spoken.ts';
import type { Tools } from './platform/tools.ts';
import { rooms } from './rooms.ts';
import { timetable } from './timetable.ts';

/** The rooms of the house: what they hear and what time sets going in them. */
export interface Hall {
  commands: Words['commands'];
  rotateCommands: Words['commands'];
  rooms: readonly Ears[];
  timetable: readonly Stream[];
}

export interface AppSettings extends Omit<Wiring, 'log' | 'now'> {
  /** Everything a verb may be handed, but for what only Slack and this hall can give. */
  tools: Omit<Tools, 'workspace' | 'botUser' | 'slack' | 'knock'>;
  /** The number of this start on this database. */
  boot: number;
  /** Whether no other process works on this database. */
  alone: boolean;
  /** Waits so many milliseconds before a call is repeated; a sandbox with its own clock brings its own. */
  wait?: (ms: number) => Promise<unknown>;
  hall?: Hall;
}

export interface CoachingApp {
  tools: Tools;
  /** For whoever moves the clock: does everything that is due at `now`, and returns when something will be again. */
  round: (now: Temporal.Instant) => Promise<Temporal.Instant | undefined>;
  /** Waits until nothing that was begun is under way any more: commands, presses, submissions, events, messages. */
  settled: () => Promise<void>;
  /** Opens the door, then keeps the clock, the inbox and the postman going. An error value where Slack does not let us in. */
  start: () => Promise<Called<void>>;
  /** Hears nothing new, finishes what is under way (for at most `withinMs`), and stops. */
  stop: (withinMs?: number) => Promise<void>;
  /** Whether Slack can reach us now. */
  isConnected: () => boolean;
}

const house: Hall = { commands, rotateCommands, rooms, timetable };
const STOP_WITHIN_MS = 10_000;

/** Asks Slack who we are and puts everything together; nothing is running yet. A refused token is an error value. */
export async function openApp(settings: AppSettings): Promise<Called<CoachingApp>> {
  const { tools: given, token, slackApiUrl, fetch = globalThis.fetch, hall = house } = settings;
  const { log, now } = given;
  const client = { token, slackApiUrl, fetch, log };
  const identity = await identify(client);
  if (!identity.ok) return identity;
  const { workspace, botUser, botId } = identity.value;
  await rememberWorkspace(given.db, identity.value, now());
  const bells = { postman: () => {}, inbox: () => {} };
  const slack = slackCalls({ ...client, workspace, now, ...(settings.wait && { wait: settings.wait }) });
  const tools: Tools = { ...given, workspace, botUser, slack, knock: () => bells.postman() };
  const inbox = openInbox(tools, handlersOf(hall.rooms), () => bells.inbox());
  const postman = openPostman({
    tools,
    poster: openPoster(client),
    botId,
    boot: settings.boot,
    alone: settings.alone,
    knockInbox: () => bells.inbox(),
    onSettled: () => bells.postman(),
  });
  const wiring = { ...settings, log, now };
  const door = openDoor(wiring);
  const bolt = openBolt(wiring, door, identity.value, inbox.receive);
  const underWay = hangUp(bolt, { tools, fetch, guard: openGuard() }, hall);
  return { ok: true, value: running({ tools, inbox, postman, door, bells, underWay, timetable: hall.timetable }) };
}

/** Listens for everything Slack can bring; returns what is being answered. */
function hangUp(bolt: App, hearing: Hearing, { commands, rotateCommands, rooms }: Hall): Set<Promise<void>> {
  const underWay = new Set<Promise<void>>();
  const track = (work: Promise<void>): Promise<void> => {
    const tracked = work.finally(() => underWay.delete(tracked));
    underWay.add(tracked);
    return tracked;
  };
  const tables: Words[] = [
    { name: '/coachingpairs', commands },
    { name: '/rotate', commands: rotateCommands },
  ];
  for (const words of tables) bolt.command(words.name, ({ body, ack }) => track(onCommand(hearing, words, body, ack)));
  const press = pressHearer(hearing, merged(rooms.map((room) => room.presses ?? {})));
  const submit = submitHearer(hearing, merged(rooms.map((room) => room.submits ?? {})));
  bolt.action({ type: 'block_actions' }, ({ body, ack }) => track(press(body, ack)));
  bolt.view({ callback_id: /^/, type: 'view_submission' }, ({ body, ack }) =>
    track(submit(body, ack as (reply?: object) => Promise<void>)),
  );
  bolt.view({ callback_id: /^/, type: 'view_closed' }, ({ ack }) => ack());
  bolt.options(/^/, ({ ack }) => ack({ options: [] }));
  bolt.shortcut(/^/, ({ ack }) => ack());
  return underWay;
}

/** One table of all rooms' controls. An id that two rooms claim is a bug. */
function merged<T>(parts: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  const ids = parts.flatMap((part) => Object.keys(part));
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  if (twice) throw new Error(`two rooms listen to ${twice}`);
  return Object.assign({}, ...parts);
}

function handlersOf(rooms: readonly Ears[]): Handlers {
  const handlers: Record<string, NonNullable<Ears['events']>[string][]> = {};
  for (const { events = {} } of rooms) {
    for (const [kind, handler] of Object.entries(events)) handlers[kind] = [...(handlers[kind] ?? []), handler];
  }
  return handlers;
}

interface Parts {
  tools: Tools;
  inbox: Inbox;
  postman: Postman;
  door: Door;
  bells: { postman: () => void; inbox: () => void };
  underWay: Set<Promise<void>>;
  timetable: readonly Stream[];
}

function running(parts: Parts): CoachingApp {
  const { tools, inbox, postman, door, bells, underWay } = parts;
  const { now, log } = tools;
  const loops: Loop[] = [];
  const settled = async () => {
    while (underWay.size > 0) await Promise.allSettled(underWay);
    await inbox.settled();
    await postman.settled();
  };
  const tickNow = clockwork(parts);
  const clock = createTask('* * * * *', tickNow, { timezone: 'Etc/UTC', noOverlap: true });
  return {
    tools,
    settled,
    isConnected: door.isOpen,
    round: (instant) => roundOf(parts, instant),
    start: async () => {
      const opened = await door.open();
      if (!opened.ok) return opened;
      await pauses.endHalt(tools.db, tools.workspace);
      const inboxLoop = startLoop({ run: inbox.round, now, log });
      bells.inbox = inboxLoop.knock;
      loops.push(inboxLoop);
      await tickNow();
      const postmanLoop = startLoop({ run: postman.begin, now, log });
      bells.postman = postmanLoop.knock;
      loops.push(postmanLoop);
      await clock.start();
      return opened;
    },
    stop: async (withinMs = STOP_WITHIN_MS) => {
      await clock.destroy();
      await door.close();
      const ended = Promise.all([...loops.map((loop) => loop.stop()), settled()]);
      let limit: NodeJS.Timeout | undefined;
      await Promise.race([ended, new Promise((resolve) => (limit = setTimeout(resolve, withinMs)))]);
      clearTimeout(limit);
    },
  };
}

/** Everything that is due, and everything that this makes due in turn. */
async function roundOf({ tools, inbox, postman, bells, timetable }: Parts, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const due = await tick(tools, now, timetable);
  for (;;) {
    let knocked = false;
    bells.inbox = () => {
      knocked = true;
    };
    const events = await inbox.round(now);
    const letters = await postman.round(now);
    if (!knocked) return earliest(due, events, letters);
  }
}

/** The minute's work. The first time, after a long silence, what has become due is slowed down before the postman begins. */
function clockwork({ tools, timetable }: Parts): () => Promise<void> {
  let isFirst = true;
  return async () => {
    const now = tools.now();
    const before = isFirst ? await lastTick(tools.db) : undefined;
    await tick(tools, now, timetable);
    if (isFirst) await slowDownAfter(tools, before, now);
    isFirst = false;
  };
}
