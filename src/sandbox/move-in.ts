// Puts the bot together on its surroundings in the sandbox: real code, seeded dice, a key that is thrown away with the house.
import { type AppSettings, type CoachingApp, type Hall, openApp } from '../app.ts';
import { type Content, loadContent } from '../platform/content/load.ts';
import { raiseBoot } from '../platform/db/boot.ts';
import type { Database } from '../platform/db/open.ts';
import { keyringOf } from '../platform/keyring.ts';
import type { Log } from '../platform/log.ts';
import { type Think, thinkHere } from '../platform/thinking/think.ts';
import { openVault } from '../platform/vault.ts';
import { note } from './calls.ts';
import { seededBytes } from './dice.ts';
import type { Logged } from './house.ts';
import { botToken } from './installed.ts';
import type { Life } from './life.ts';
import { portWay } from './port/port-way.ts';
import type { SmallSlack } from './small-slack.ts';
import type { VirtualClock } from './virtual-clock.ts';
import { memoryWay, type Way } from './way.ts';

export interface Lodging {
  slack: SmallSlack;
  way: Way;
  clock: VirtualClock;
  database: Database;
  log: Logged[];
  organisers: readonly string[];
  dice: () => number;
  /** On the spot when missing. */
  think?: Think;
  hall?: Hall;
  content?: () => Content;
}

export interface Tenant {
  app: CoachingApp;
  life: Life;
  /** Waits until nothing that was begun is under way any more, in the bot or on the way to it; true when there was something on the way. */
  settled: () => Promise<boolean>;
  end: () => Promise<void>;
}

/** The shipped words, read once for all houses of the process. */
let words: Content | undefined;

const key = new Uint8Array(32).fill(7);

/** Opens the bot; `boot` where this start has been counted already. Throws when Slack does not let it in. */
export async function moveIn(lodging: Lodging, boot?: number): Promise<Tenant> {
  const { way, clock, database, hall } = lodging;
  const passage = way.begin();
  const { life } = passage;
  const opened = await openApp({
    token: botToken,
    door: { mode: 'given', receiver: passage.receiver },
    slackApiUrl: passage.slackApiUrl,
    fetch: life.fetch,
    boot: boot ?? (await raiseBoot(database.db, clock.now())),
    alone: true,
    // Waiting costs nothing here but time on this clock.
    wait: async (ms) => clock.moveTo(clock.now().add({ milliseconds: Math.ceil(ms) })),
    tools: await toolsFor(lodging),
    ...(hall && { hall }),
  });
  if (!opened.ok) throw new Error(`The small Slack does not let the bot in: ${opened.error}`);
  await passage.open();
  const app = opened.value;
  return {
    app,
    life,
    settled: async () => {
      let hasMoved = false;
      for (;;) {
        await app.settled();
        if (!(await passage.stilled())) return hasMoved;
        hasMoved = true;
      }
    },
    end: async () => {
      life.end();
      await passage.close();
    },
  };
}

async function toolsFor({
  slack,
  clock,
  database,
  organisers,
  dice,
  log,
  think = thinkHere,
  content = shippedWords,
}: Lodging): Promise<AppSettings['tools']> {
  const { db } = database;
  const random = seededBytes(dice);
  const newId = () => Buffer.from(random(16)).toString('hex');
  const now = clock.now;
  const vault = await openVault(db, keyringOf(key), { newId, now, random });
  return { organisers, db, content: content(), vault, log: logInto(log, slack), think, now, random, newId };
}

function shippedWords(): Content {
  words ??= loadContent();
  return words;
}

/** The way that a house is to be reached by. */
export async function wayBy(by: 'memory' | 'socket' | 'http', slack: SmallSlack, log: Logged[]): Promise<Way> {
  return by === 'memory' ? memoryWay(slack) : portWay(slack, by, logInto(log, slack));
}

/** Faults, and what is said of single letters, also go on the record of calls. */
function logInto(lines: Logged[], slack: SmallSlack): Log {
  const at =
    (level: Logged['level']) =>
    (event: string, fields: Logged['fields'] = {}) => {
      lines.push({ level, event, fields });
      if (level !== 'info' || fields.key) note(slack, { what: 'log', level, event, ...(fields.code && { code: fields.code }) });
    };
  return { debug: () => {}, info: at('info'), warn: at('warn'), error: at('error') };
}
