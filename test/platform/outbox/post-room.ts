// A postman between a real outbox in memory and the small Slack, on a clock of its own. The postman can be thrown away at any request, as if the
// process had been killed; the database stays.
import { Temporal } from 'temporal-polyfill';
import { earliest } from '../../../src/platform/clock.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { raiseBoot } from '../../../src/platform/db/boot.ts';
import { openMemory } from '../../../src/platform/db/open.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { keyringOf } from '../../../src/platform/keyring.ts';
import { type Address, enqueue, type Letter } from '../../../src/platform/outbox/enqueue.ts';
import type { OutboxRow } from '../../../src/platform/outbox/outbox.ts';
import { openPostman, type Postman } from '../../../src/platform/outbox/postman.ts';
import { section } from '../../../src/platform/slack/blocks.ts';
import { slackCalls } from '../../../src/platform/slack/calls.ts';
import type { Fetch } from '../../../src/platform/slack/client.ts';
import { openPoster } from '../../../src/platform/slack/posting.ts';
import { thinkHere } from '../../../src/platform/thinking/think.ts';
import type { Tools } from '../../../src/platform/tools.ts';
import { openVault } from '../../../src/platform/vault.ts';
import { nextDue } from '../../../src/sandbox/agenda.ts';
import { settle } from '../../../src/sandbox/deliver.ts';
import { seededBytes, seededDice } from '../../../src/sandbox/dice.ts';
import type { CallFault } from '../../../src/sandbox/faults.ts';
import { foundWorld } from '../../../src/sandbox/found.ts';
import { botToken } from '../../../src/sandbox/installed.ts';
import { memoryFetch } from '../../../src/sandbox/receiver.ts';
import { type SmallSlack, smallSlack } from '../../../src/sandbox/small-slack.ts';
import type { AppSettings } from '../../../src/sandbox/world.ts';

export const cast = ['Amina', 'Bo', 'Chidi', 'Dolores', 'Edo', 'Freya', 'Goran', 'Hana'] as const;
export const userOf = (name: string) => `U0${name.toUpperCase()}`;
export const CHANNEL = 'C0LEADERS';
const monday = Date.UTC(2027, 0, 11, 9, 0, 0);
const content = loadContent();

export interface PostRoomSettings {
  seed?: number;
  app?: Partial<AppSettings>;
  limits?: SmallSlack['limits'];
  /** Stands between the postman and the small Slack. */
  between?: (fetch: Fetch) => Fetch;
  /** Another database than SQLite in memory. */
  database?: { db: Tools['db']; boot: number; close: () => Promise<void> };
  /** How many postmen share it; one when missing. */
  postmen?: number;
}

/** One call of the postman, as Slack got it. */
export interface Called {
  at: number;
  method: string;
  channel: string;
}

export interface PostRoom {
  slack: SmallSlack;
  tools: Tools;
  calls: Called[];
  logged: string[];
  now: () => number;
  /** A letter to a person by name, to a group by names, to the channel, or to another channel by its id (`C0…`). */
  write: (to: string | readonly string[] | 'channel', letter?: Partial<Omit<Letter, 'address'>>) => Promise<string>;
  row: (key: string) => Promise<OutboxRow>;
  rows: () => Promise<OutboxRow[]>;
  /** How often a message with this text could be seen, in each conversation by its people's names, or `#leaders`. */
  seen: (text: string) => Record<string, number>;
  /** The postman as the program keeps it going: begun, and knocked at when something ends. */
  postman: () => Postman;
  /** One round at the present instant. */
  round: () => Promise<Temporal.Instant | undefined>;
  /** Moves the clock from one thing to do to the next, for so many seconds at most. */
  forward: (seconds: number) => Promise<void>;
  /** Puts the clock forward or back by so many seconds, and does nothing else. */
  jump: (seconds: number) => void;
  /** Throws the postman away, with everything it remembers, and puts another in its place. */
  restart: () => Promise<void>;
  /** The next `times` calls of `method` fail like this. */
  fails: (method: string, fault: CallFault, times?: number) => void;
  /** From now on the process dies at a request with this chance, half of the times after Slack has done what it asks. */
  dies: (chance: number, dice: () => number) => void;
  deaths: () => number;
  close: () => Promise<void>;
}

export async function openPostRoom(settings: PostRoomSettings = {}): Promise<PostRoom> {
  let time = monday;
  const clock = () => Temporal.Instant.fromEpochMilliseconds(time);
  const slack = openSlack(settings, () => time);
  const database = settings.database ?? (await openMemory(clock));
  const logged: string[] = [];
  const tools = await openTools(database.db, slack, { clock, logged, seed: settings.seed ?? 1 });
  const calls: Called[] = [];
  const life = { boot: database.boot, deaths: 0, chance: 0, dice: () => 1 };
  let living = bear(tools, slack, { settings, calls, life, now: () => time });
  const colleagues = Array.from({ length: (settings.postmen ?? 1) - 1 }, () =>
    bear(tools, slack, { settings, calls, life, now: () => time }),
  );
  const restart = async () => {
    life.boot = await raiseBoot(tools.db, clock());
    living = bear(tools, slack, { settings, calls, life, now: () => time });
  };
  const round = async () => {
    await settle(slack);
    const rounds = [living, ...colleagues].map(({ postman }) => postman.round(clock()));
    const next = await Promise.race([Promise.all(rounds).then((nexts) => earliest(...nexts)), living.death]);
    if (next !== 'dead') return next;
    life.deaths += 1;
    await restart();
    return clock().add({ seconds: 1 + Math.floor(life.dice() * 200) });
  };
  return {
    slack,
    tools,
    calls,
    logged,
    now: () => time,
    write: (to, letter) => write(tools, to, letter),
    row: async (key) => tools.db.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirstOrThrow(),
    rows: () => tools.db.selectFrom('outbox').selectAll().orderBy('key').execute(),
    seen: (text) => seenIn(slack, text),
    postman: () => living.postman,
    round,
    restart,
    jump: (seconds) => {
      time += seconds * 1000;
    },
    forward: async (seconds) => {
      const until = time + seconds * 1000;
      while (time < until) {
        const next = await round();
        const times = [next?.epochMilliseconds, nextDue(slack.agenda)].filter((each) => each !== undefined);
        time = Math.min(until, Math.max(time + 1, Math.min(...times)));
      }
    },
    fails: (method, fault, times = 1) => void slack.faults.calls.push({ method, fault, times }),
    dies: (chance, dice) => void Object.assign(life, { chance, dice }),
    deaths: () => life.deaths,
    close: () => database.close(),
  };
}

function openSlack({ app, limits = 'none' }: PostRoomSettings, now: () => number): SmallSlack {
  const people = cast.map((name) => ({ id: userOf(name), name }));
  const world = foundWorld({ people, channels: [{ name: 'leaders', id: CHANNEL }], ...(app && { app }), now: now() });
  return smallSlack({ world, now, limits });
}

async function openTools(
  db: Tools['db'],
  slack: SmallSlack,
  { clock, logged, seed }: { clock: () => Temporal.Instant; logged: string[]; seed: number },
): Promise<Tools> {
  const random = seededBytes(seededDice(seed));
  const newId = () => Buffer.from(random(16)).toString('hex');
  const line = (event: string, fields?: object) => void logged.push(`${event} ${JSON.stringify(fields ?? {})}`);
  const log = { debug: line, info: line, warn: line, error: line };
  const workspace = slack.world.team.id;
  return {
    workspace,
    botUser: slack.world.app.botUser,
    organisers: [],
    db,
    content,
    vault: await openVault(db, keyringOf(Buffer.alloc(32, 7)), { newId, random, now: clock }),
    slack: slackCalls({ token: botToken, slackApiUrl: `${slack.baseUrl}/api/`, fetch: memoryFetch(slack), log, workspace, now: clock }),
    log,
    think: thinkHere,
    now: clock,
    random,
    newId,
    knock: () => {},
  };
}

interface Life {
  boot: number;
  chance: number;
  dice: () => number;
}

/** A postman whose process may die: from then on nothing it asked for comes back. */
function bear(
  tools: Tools,
  slack: SmallSlack,
  { settings, calls, life, now }: { settings: PostRoomSettings; calls: Called[]; life: Life; now: () => number },
): { postman: Postman; death: Promise<'dead'> } {
  const between = settings.between ?? ((fetch: Fetch) => fetch);
  const reach = between(noting(memoryFetch(slack), calls, now));
  let isDead = false;
  let die: (word: 'dead') => void = () => {};
  const death = new Promise<'dead'>((resolve) => {
    die = resolve;
  });
  const never = new Promise<never>(() => {});
  const dead = () => {
    isDead = true;
    die('dead');
    return never;
  };
  const fetch: Fetch = async (input, init) => {
    if (isDead) return never;
    const dies = life.chance > 0 && life.dice() < life.chance;
    if (dies && life.dice() < 0.5) return dead();
    const answer = await reach(input, init).catch((fault: unknown) => ({ fault }));
    if (isDead) return never;
    if (dies) return dead();
    if ('fault' in answer) throw answer.fault;
    return answer;
  };
  const poster = openPoster({ token: botToken, slackApiUrl: `${slack.baseUrl}/api/`, fetch, log: tools.log });
  const { botId } = slack.world.app;
  const alone = (settings.postmen ?? 1) === 1;
  return { death, postman: openPostman({ tools, poster, botId, boot: life.boot, alone, knockInbox: () => {} }) };
}

function noting(fetch: Fetch, calls: Called[], now: () => number): Fetch {
  return (input, init) => {
    const method = String(input).split('/').at(-1) ?? '';
    const channel = typeof init?.body === 'string' ? (new URLSearchParams(init.body).get('channel') ?? '') : '';
    calls.push({ at: now(), method, channel });
    return fetch(input, init);
  };
}

async function write(tools: Tools, to: string | readonly string[], letter: Partial<Omit<Letter, 'address'>> = {}): Promise<string> {
  const address: Address =
    typeof to !== 'string'
      ? { to: 'group', users: to.map(userOf) }
      : to === 'channel' || to.startsWith('C0')
        ? { to: 'channel', channel: to === 'channel' ? CHANNEL : to }
        : { to: 'person', user: userOf(to) };
  const key = letter.key ?? `letter:${typeof to === 'string' ? to : to.join('+')}`;
  const body = { text: `This is ${key}.`, blocks: [section(`This is ${key}.`)] };
  const now = tools.now();
  return transact(tools.db, (tx) => enqueue(tools, tx, { kind: 'match', priority: 2, body, ...letter, key, address }, now));
}

function seenIn(slack: SmallSlack, text: string): Record<string, number> {
  const seen: Record<string, number> = {};
  for (const { members, kind, messages } of slack.world.conversations.values()) {
    const people = cast.filter((name) => members.includes(userOf(name)));
    const name = kind === 'channel' ? '#leaders' : people.join('+');
    const count = messages.filter((message) => message.text.includes(text)).length;
    if (count > 0) seen[name] = count;
  }
  return seen;
}
