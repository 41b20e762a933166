// `coachingpairs rehearse`: half a year of a programme, or more, with people who behave like people, before it is begun with real ones. Needs no
// settings; nothing is kept but the transcript, where one is asked for.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { Temporal } from 'temporal-polyfill';
import { exitCodes, give, readArgs, say, WrongUse } from '../../operator/command-line.ts';
import type { Line } from '../colleagues/transcript.ts';
import type { House } from '../house.ts';
import { openGroupLook } from './group-figures.ts';
import { play } from './play.ts';
import { isClean, type Rehearsed, reportData, reportLines } from './report.ts';
import { openTally } from './tally.ts';

const options = {
  roster: { type: 'string' },
  months: { type: 'string', default: '7' },
  seed: { type: 'string', default: '1' },
  transcript: { type: 'string' },
  json: { type: 'boolean' },
  'no-groups': { type: 'boolean' },
} as const;

const WEEK_DAYS = 7;

const MOST_MONTHS = 36;
/** Memory is collected once it has grown by a quarter: on large machines it would be let grow to four times what is in use first. */
const COLLECT_SOON = '--heap-growing-percent=25';
/** The play's own calendar, so that the same seed is the same play on any day: a Monday. */
const FROM = Temporal.Instant.from('2027-01-04T09:00:00Z');

/** Throws `WrongUse`; the number is the exit code: 1 where the bot did something it must not do. */
export async function rehearse(args: string[]): Promise<number> {
  const { values } = readArgs(args, options);
  if (values.roster === undefined) throw new WrongUse('Name the roster: coachingpairs rehearse --roster <file.csv>');
  const months = wholeNumber('--months', values.months, MOST_MONTHS);
  const seed = wholeNumber('--seed', values.seed, 2 ** 32 - 1);
  const roster = readRoster(values.roster);
  setFlagsFromString(COLLECT_SOON);
  const file = values.transcript === undefined ? undefined : openSync(values.transcript, 'w');
  const began = performance.now();
  const tally = openTally(FROM);
  let megabytes = 0;
  const onLine = (line: Line) => {
    tally.add(line);
    if (file !== undefined) writeSync(file, `${JSON.stringify(line)}\n`);
  };
  const onDay = (day: Temporal.PlainDate) => {
    megabytes = Math.max(megabytes, Math.round(process.memoryUsage.rss() / 2 ** 20));
    if (day.day === 1) say(`${day.toString()}: ${Math.round((performance.now() - began) / 1000)} s`);
  };
  const groups = values['no-groups'] ? undefined : openGroupLook();
  const meddle = async (house: House, day: number) => (day % WEEK_DAYS === 0 ? groups?.look(house) : undefined);
  const wanted = { roster, from: FROM, months, seed, groups: groups !== undefined };
  const { house, characters, acts, stumbles } = await play({ ...wanted, onLine, onDay, meddle });
  await groups?.look(house);
  const seconds = (performance.now() - began) / 1000;
  const played = { outcome: tally.done(), characters, acts, stumbles, ...(groups && { groups: groups.figures() }) };
  const rehearsed: Rehearsed = { ...played, ...(await records(house)), seconds, megabytes };
  await house.close();
  if (file !== undefined) closeSync(file);
  give(values.json, reportData(rehearsed), reportLines(rehearsed));
  return isClean(rehearsed) ? exitCodes.good : exitCodes.failed;
}

function wholeNumber(option: string, given: string, most: number): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1 || number > most) throw new WrongUse(`${option} is a whole number from 1 to ${most}.`);
  return number;
}

function readRoster(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    throw new WrongUse(`${file} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}.`);
  }
}

/** What the bot itself has on record: its rounds, what it gave up, and what it complained of. */
async function records({ tools, log, slack }: House): Promise<Pick<Rehearsed, 'skipped' | 'rounds' | 'faults'>> {
  const skipped = await tools.db
    .selectFrom('occurrence')
    .select(({ fn }) => ['stream', 'reason', fn.countAll<number>().as('times')])
    .where('outcome', '=', 'skipped')
    .groupBy(['stream', 'reason'])
    .orderBy('stream')
    .orderBy('reason')
    .execute();
  const seats = await tools.db
    .selectFrom('round')
    .innerJoin('pair_leader', 'pair_leader.round', 'round.id')
    .select(({ fn }) => ['round.number', 'round.begins_on', 'pair_leader.pair', fn.countAll<number>().as('seats')])
    .where('round.undone_at', 'is', null)
    .groupBy(['round.number', 'round.begins_on', 'pair_leader.pair'])
    .orderBy('round.number')
    .execute();
  const numbers = [...new Set(seats.map(({ number }) => number))];
  return {
    skipped: skipped.map(({ stream, reason, times }) => ({ what: stream, because: reason ?? '', times: Number(times) })),
    rounds: numbers.map((number) => {
      const own = seats.filter((seat) => seat.number === number);
      const trios = own.filter((seat) => Number(seat.seats) > 2).length;
      return { number, began: own[0]?.begins_on ?? '', pairs: own.length - trios, trios };
    }),
    faults: [
      ...log.filter(({ level }) => level === 'error').map(({ event, fields }) => `${event} ${JSON.stringify(fields)}`),
      ...slack.complaints,
    ],
  };
}
