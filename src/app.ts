// The hall: asks Slack who we are, puts the parts together, hangs up the rooms' ears, and decides nothing.
import { setTimeout as pause } from 'node:timers/promises';
import { commands, rotateCommands } from './commands.ts';
import { openInbox } from './platform/inbox/process.ts';
import { openPostman } from './platform/outbox/postman.ts';
import { type Bells, type Going, keepGoing } from './platform/schedule/going.ts';
import type { Stream } from './platform/schedule/stream.ts';
import type { Called } from './platform/slack/called.ts';
import { slackCalls } from './platform/slack/calls.ts';
import { openBolt, openDoor, type Wiring } from './platform/slack/connect.ts';
import { openGuard } from './platform/slack/guard.ts';
import { identify, rememberWorkspace } from './platform/slack/identity.ts';
import { handlersOf, listen } from './platform/slack/listen.ts';
import type { Words } from './platform/slack/on-command.ts';
import { openPoster } from './platform/slack/posting.ts';
import type { Ears } from './platform/slack/spoken.ts';
import type { Tools } from './platform/tools.ts';
import { rooms } from './rooms.ts';
import { timetable } from './timetable.ts';

/** The rooms of the house: what they hear, and what time sets going in them. */
export interface Hall {
  tables: readonly Words[];
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

export interface CoachingApp extends Going {
  tools: Tools;
}

const house: Hall = {
  tables: [
    { name: '/coachingpairs', commands },
    { name: '/rotate', commands: rotateCommands },
  ],
  rooms,
  timetable,
};

/** Puts everything together; nothing is running yet. A token that Slack refuses is an error value. */
export async function openApp(settings: AppSettings): Promise<Called<CoachingApp>> {
  const { tools: given, token, slackApiUrl, fetch = globalThis.fetch, hall = house } = settings;
  const { log, now } = given;
  const client = { token, slackApiUrl, fetch, log };
  const identity = await identify(client, settings.wait ?? pause);
  if (!identity.ok) return identity;
  const { workspace, botUser, botId } = identity.value;
  await rememberWorkspace(given.db, identity.value, now());
  const bells: Bells = { postman: () => {}, inbox: () => {}, stir: () => {} };
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
  const underWay = listen(bolt, { tools, fetch, guard: openGuard() }, { ...hall, stir: () => bells.stir() });
  return { ok: true, value: { tools, ...keepGoing({ tools, inbox, postman, door, bells, underWay, timetable: hall.timetable }) } };
}
