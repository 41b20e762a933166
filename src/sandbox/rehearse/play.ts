// Plays a programme with people who behave like people, on a clock that jumps from one thing that happens to the next. Nothing of the bot is
// replaced; the same seed gives the same play.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { Temporal } from 'temporal-polyfill';
import { openTemporary } from '../../platform/db/open.ts';
import { type Company, openCompany, planScripts, step } from '../colleagues/company.ts';
import { type Groups, meet, openGroups, planGroups } from '../colleagues/groups/groups.ts';
import type { Character } from '../colleagues/temperaments.ts';
import { type Line, openReading, type Received } from '../colleagues/transcript.ts';
import { type Cast, rosterCast } from '../demo-cast.ts';
import { seededDice } from '../dice.ts';
import { type House, openHouse } from '../house.ts';
import { forgetBefore } from '../retention.ts';
import { settleIn } from '../settle-in.ts';
import { sayings } from './sayings.ts';

const LATE_JOINERS = 0.02;
/** Of the groups' own dice: whoever goes along with groups is alone as they would be without. */
const GROUPS_SEED = 77_777;
const GROUPS = { forumEvery: 4, takesUpTeam: 0.5 };
const DAY = 86_400_000;
/** So long the workspace keeps what was said: longer than anybody comes back to a message, or the bot knows where it stands. */
const WORKSPACE_KEEPS = 100 * DAY;

export interface PlaySettings {
  /** The people, as `roster --import` takes them. */
  roster: string;
  /** When the programme is founded. */
  from: Temporal.Instant;
  months: number;
  seed: number;
  /** Whether people offer forums, start with teams, and come to gatherings. */
  groups?: boolean;
  /** Hears each line as it is received, and each day as it begins. */
  onLine: (line: Line) => void;
  onDay?: (day: Temporal.PlainDate) => void;
  /** Done to the house at the beginning of a day: an outage, for instance. */
  meddle?: (house: House, day: number) => Promise<void>;
}

export interface Played {
  house: House;
  characters: ReadonlyMap<string, Character>;
  /** How many things people did, and what they wanted to do and could not. */
  acts: number;
  stumbles: readonly string[];
}

/** The house stays open: whoever asked for the play closes it. */
export async function play(settings: PlaySettings): Promise<Played> {
  const dice = seededDice(settings.seed);
  const whole = rosterCast(settings.roster);
  const { cast, late } = withLateJoiners(whole, dice);
  const house = await openHouse({
    people: whole.people,
    channels: [{ name: whole.channel }],
    now: settings.from.toString(),
    open: openTemporary,
    seed: settings.seed,
  });
  await settleIn(house, cast);
  const listen = listening(house, settings.onLine, (received) => groups && meet(groups, received));
  const company = openCompany(house, { dice, words: sayings, late, organiser: whole.organiser, listen });
  planScripts(company, settings.from.epochMilliseconds);
  const groups = settings.groups ? groupsOf(company, whole.organiser, settings) : undefined;
  await run(company, settings);
  return { house, characters: company.characters, acts: company.acts, stumbles: company.stumbles };
}

/** Half a year of every form that ever opened is more than there is room for: what has been read is not kept. */
function listening(house: House, onLine: (line: Line) => void, onReceived: (received: Received) => void) {
  const read = openReading(house.slack, () => house.tools);
  return async () => {
    const received = await read(house.slack.transcript.splice(0));
    for (const one of received) {
      onLine(one.line);
      onReceived(one);
    }
    return received;
  };
}

function groupsOf(company: Company, organiser: string, { seed, from }: PlaySettings): Groups {
  const groups = openGroups(company, { dice: seededDice(seed + GROUPS_SEED), organiser, ...GROUPS });
  planGroups(groups, from.epochMilliseconds);
  return groups;
}

/** One in a hundred is not enrolled with the others; nobody whom somebody else reports to, for the list must hang together without them. */
function withLateJoiners(cast: Cast, dice: () => number): { cast: Cast; late: ReadonlySet<string> } {
  const rows = parse(cast.roster, { columns: true, bom: true, skip_empty_lines: true, trim: true }) as Record<string, string>[];
  const managers = new Set(rows.map((row) => row.manager_email));
  const late = new Set(rows.filter(({ email }) => dice() < LATE_JOINERS && !managers.has(email)).map(({ email }) => email ?? ''));
  const kept = rows.filter(({ email }) => !late.has(email ?? ''));
  return { cast: { ...cast, roster: stringify(kept, { header: true }) }, late };
}

/** From one thing that happens to the next, until the months are over. */
async function run(company: Company, { from, months, onDay, meddle }: PlaySettings): Promise<void> {
  const { house } = company;
  const end = from.toZonedDateTimeISO('UTC').add({ months }).epochMilliseconds;
  let day = -1;
  for (;;) {
    // What has ended is let go of when a turn of the event loop ends; nothing here ever waits for one.
    await nextTurn();
    const today = Math.floor((house.clock.ms() - from.epochMilliseconds) / DAY);
    if (today > day) {
      day = today;
      forgetBefore(house.slack.world, house.clock.ms() - WORKSPACE_KEEPS);
      onDay?.(house.now().toZonedDateTimeISO('UTC').toPlainDate());
      await meddle?.(house, day);
    }
    const { acts, next } = await step(company);
    if (acts > 0) continue;
    if (next >= end) return;
    const midnight = from.epochMilliseconds + (day + 1) * DAY;
    const target = Math.max(Math.min(next, midnight), house.clock.ms() + 1000);
    house.clock.moveTo(Temporal.Instant.fromEpochMilliseconds(target));
  }
}
