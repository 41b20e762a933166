// The whole real bot in one process with a small Slack, a database in memory and a clock that jumps from one due thing to the next: for stories,
// rehearsals and the demo. Nothing of the bot is replaced but what is outside of it.
import { Temporal } from 'temporal-polyfill';
import type { CoachingApp, Hall } from '../app.ts';
import type { Content } from '../platform/content/load.ts';
import { type Database, openMemory } from '../platform/db/open.ts';
import type { LogFields } from '../platform/log.ts';
import type { Think } from '../platform/thinking/think.ts';
import type { Tools } from '../platform/tools.ts';
import { type Actor, actorFor } from './actor.ts';
import { seededDice } from './dice.ts';
import { type Founding, foundWorld } from './found.ts';
import type { Death } from './life.ts';
import { type Lodging, moveIn, wayBy } from './move-in.ts';
import { answered, doDue, passTime, passToNext, settleDown } from './passing.ts';
import { type SmallSlack, smallSlack } from './small-slack.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';

export interface HouseSettings extends Partial<Pick<Founding, 'people' | 'channels' | 'team' | 'app' | 'profileFields'>> {
  /** An instant such as `2027-01-04T09:00:00Z`. */
  now?: string;
  /** Where what the bot keeps is kept: in memory, unless something else is said. */
  open?: (now: () => Temporal.Instant) => Promise<Database>;
  seed?: number;
  /** Slack user ids that the settings name as organisers. */
  organisers?: readonly string[];
  /** Which of Slack's limits are counted; all when missing. */
  limits?: SmallSlack['limits'];
  /** How the bot and Slack reach each other: in memory when missing, or over a real port by its Socket Mode or HTTP door. */
  by?: 'memory' | 'socket' | 'http';
  /** Other rooms than the house's own. */
  hall?: Hall;
  /** Where heads think that may take long: on the spot when missing, so that the same acts always give the same. */
  think?: Think;
  /** The words of the moment, asked for whenever the bot starts: the shipped ones when missing. */
  content?: () => Content;
}

/** A line of the bot's log. */
export interface Logged {
  level: 'debug' | 'info' | 'warn' | 'error';
  event: string;
  fields: LogFields;
}

export interface House {
  slack: SmallSlack;
  clock: VirtualClock;
  database: Database;
  log: Logged[];
  /** The bot's own tools, as long as it lives. */
  readonly tools: Tools;
  readonly app: CoachingApp;
  /** Acts as someone, by id or name. Every act waits until the bot has answered and nothing more is due within moments. */
  as: (name: string) => Actor;
  now: () => Temporal.Instant;
  /** Lets time pass, from one due thing to the next: `{ days: 3 }`, `{ months: 6 }` (calendar months, UTC). */
  forward: (by: Temporal.DurationLike) => Promise<void>;
  /** To the next thing that happens by itself; `undefined`, and no time passed, when nothing is known to come. */
  toNext: () => Promise<Temporal.Instant | undefined>;
  settled: () => Promise<void>;
  /** Does what is due at this instant and moves no clock; returns when something is due next, if that is known. */
  doDue: () => Promise<Temporal.Instant | undefined>;
  /** Waits until the bot has answered what people did, and does nothing else that is due. */
  answered: () => Promise<void>;
  /** The bot is killed now; its database and Slack remain. */
  crash: () => Promise<void>;
  /** The bot is killed at the next call of a method; after all not, when nothing is given. */
  crashAt: (death: Death | undefined) => void;
  /** Whether it lives. */
  isUp: () => boolean;
  /** Starts it again on the same database. */
  reopen: () => Promise<void>;
  close: () => Promise<void>;
}

/** Opens a house: founded, the bot running, nothing said yet. */
export async function openHouse(settings: HouseSettings = {}): Promise<House> {
  const lodging = await prepare(settings);
  const { slack, way, clock, database, log } = lodging;
  let tenant = await moveIn(lodging, database.boot);
  const surroundings = () => ({ slack, clock, tenant });
  const settled = async () => {
    await settleDown(surroundings());
  };
  return {
    slack,
    clock,
    database,
    log,
    get tools() {
      return tenant.app.tools;
    },
    get app() {
      return tenant.app;
    },
    as: (name) => actorFor(slack, name, settled),
    now: clock.now,
    forward: (by) => passTime(surroundings(), clock.now().toZonedDateTimeISO('UTC').add(by).toInstant()),
    toNext: () => passToNext(surroundings()),
    settled,
    doDue: () => doDue(surroundings()),
    answered: () => answered(surroundings()),
    crash: () => tenant.end(),
    crashAt: (death) => tenant.life.dieAt(death),
    isUp: () => !tenant.life.isOver(),
    reopen: async () => {
      await tenant.end();
      tenant = await moveIn(lodging);
      await settled();
    },
    close: async () => {
      for (const end of [tenant.end, way.close, database.close]) await end();
    },
  };
}

/** Everything around the bot. */
async function prepare(settings: HouseSettings): Promise<Lodging> {
  const clock = virtualClock(Temporal.Instant.from(settings.now ?? '2027-01-04T09:00:00Z'));
  const { people = [], channels = [{ name: 'leaders', id: 'C0LEADERS' }], team, app, limits, organisers = [] } = settings;
  const { hall, think, content, by = 'memory', profileFields = [] } = settings;
  const world = foundWorld({ people, channels, profileFields, ...(team && { team }), ...(app && { app }), now: clock.ms() });
  const slack = smallSlack({ world, now: clock.ms, ...(limits && { limits }) });
  const database = await (settings.open ?? openMemory)(clock.now);
  const log: Logged[] = [];
  const way = await wayBy(by, slack, log);
  return {
    ...{ slack, way, clock, database, log, organisers, dice: seededDice(settings.seed ?? 1) },
    ...(hall && { hall }),
    ...(think && { think }),
    ...(content && { content }),
  };
}
