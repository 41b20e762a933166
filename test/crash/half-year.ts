// One half-year of a small programme, drawn whole from its seed: who takes part and where on earth, when they work, when the programme rests, when
// the bot or Slack is away for hours or for days. The rehearsal plays it; this file says what must hold.
import { stringify } from 'csv-stringify/sync';
import { Temporal } from 'temporal-polyfill';
import type { Line } from '../../src/sandbox/colleagues/transcript.ts';
import { seededDice } from '../../src/sandbox/dice.ts';
import type { House } from '../../src/sandbox/house.ts';
import { play } from '../../src/sandbox/rehearse/play.ts';
import { openTally } from '../../src/sandbox/rehearse/tally.ts';

export interface HalfYear {
  seed: number;
  leaders: number;
  messages: number;
  unasked: number;
  acts: number;
  outages: number;
  /** What must never happen, and did. */
  violations: string[];
}

const MONTHS = 7;
const ZONES = [
  ...['Pacific/Honolulu', 'America/Los_Angeles', 'America/New_York', 'America/St_Johns', 'America/Sao_Paulo', 'Europe/London'],
  ...['Europe/Berlin', 'Africa/Nairobi', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Singapore', 'Australia/Adelaide', 'Pacific/Auckland'],
];
const FUNCTIONS = ['Finance', 'Operations', 'People', 'Technology', 'Legal', 'Sales'];

interface Outage {
  day: number;
  days: number;
  who: 'bot' | 'slack';
}

/** `months` for less than the half-year and the beginning of the next. */
export async function halfYear(seed: number, months = MONTHS): Promise<HalfYear> {
  const dice = seededDice(seed);
  const leaders = 8 + Math.floor(dice() * 33);
  const roster = rosterOf(leaders, dice);
  // Any Monday of a year and a half, so that both clock changes of both halves of the earth are met.
  const from = Temporal.Instant.from('2027-01-04T09:00:00Z').add({ hours: 24 * 7 * Math.floor(dice() * 78) });
  const outages = outagesOf(dice);
  const tally = openTally(from);
  let unasked = 0;
  const onLine = (line: Line) => {
    if (line.unprompted) unasked += 1;
    tally.add(line);
  };
  const rests = dice() < 0.5 ? 14 * Math.floor(4 + dice() * 8) : undefined;
  const meddle = async (house: House, day: number) => {
    if (day === 1 && rests !== undefined) await rest(house, from, rests);
    await disturb(house, outages, day);
  };
  const { house, acts } = await play({ roster, from, months, seed, groups: true, onLine, meddle });
  const { tooManyInAWeek, tooManyInADay, outsideHours, twice, examples, messages } = tally.done();
  const violations = [
    ...(tooManyInAWeek + tooManyInADay + outsideHours + twice > 0 ? examples : []),
    ...(await lost(house)),
    ...house.log.filter(({ level }) => level === 'error').map(({ event, fields }) => `fault: ${event} ${JSON.stringify(fields)}`),
    ...house.slack.complaints.map((complaint) => `Slack would not take it: ${complaint}`),
  ];
  await house.close();
  return { seed, leaders, messages, unasked, acts, outages: outages.length, violations };
}

function rosterOf(leaders: number, dice: () => number): string {
  const one = <T>(of: readonly T[]): T => of[Math.floor(dice() * of.length)] as T;
  const rows = Array.from({ length: leaders }, (_, at) => ({
    email: `leader${at + 1}@example.org`,
    name: `Leader ${at + 1}`,
    function: one(FUNCTIONS),
    level: one(['Director', 'Executive']),
    manager_email: at > 6 && dice() < 0.3 ? `leader${1 + Math.floor(dice() * 6)}@example.org` : '',
    time_zone: one(ZONES),
  }));
  return stringify(rows, { header: true });
}

/** None, one or two, of some hours to a week, not one in the other. */
function outagesOf(dice: () => number): Outage[] {
  const days = [30, 110].map((first) => first + Math.floor(dice() * 60));
  return days.filter(() => dice() < 0.6).map((day) => ({ day, days: 1 + Math.floor(dice() * 7), who: dice() < 0.5 ? 'bot' : 'slack' }));
}

async function disturb(house: House, outages: readonly Outage[], day: number): Promise<void> {
  for (const outage of outages) {
    const begins = day === outage.day;
    const ends = day === outage.day + outage.days;
    if (outage.who === 'slack' && begins)
      house.slack.faults.mix = { call: () => ({ kind: 'status', status: 503, posted: false }), event: () => undefined };
    if (outage.who === 'slack' && ends) delete house.slack.faults.mix;
    if (outage.who === 'bot' && begins) await house.crash();
    if (outage.who === 'bot' && ends) await house.reopen();
  }
}

/** The organiser has the programme rest for a week. */
async function rest(house: House, from: Temporal.Instant, days: number): Promise<void> {
  const first = from.toZonedDateTimeISO('UTC').toPlainDate().add({ days });
  const organiser = house.as('Olive Organiser');
  await organiser.types('/coachingpairs settings', 'leadership');
  await organiser.fillsIn({ 'Pause weeks': `${first} to ${first.add({ days: 6 })}` });
  await organiser.submits();
  while (organiser.sees() !== undefined) await organiser.closes();
}

/** Everything that was owed and is neither sent nor given up with a reason. */
async function lost({ tools, now }: House): Promise<string[]> {
  const stuck = await tools.db
    .selectFrom('outbox')
    .select(['key', 'state', 'not_before'])
    .where('state', 'not in', ['sent', 'skipped', 'organiser', 'operator'])
    .where(
      'not_before',
      '<',
      now()
        .subtract({ hours: 24 * 8 })
        .toString({ smallestUnit: 'millisecond' }),
    )
    .execute();
  const silent = await tools.db
    .selectFrom('outbox')
    .select(['key'])
    .where('state', '=', 'skipped')
    .where((eb) => eb.or([eb('reason', 'is', null), eb('reason', '=', '')]))
    .execute();
  const unreasoned = await tools.db
    .selectFrom('occurrence')
    .select(['stream', 'subject', 'period'])
    .where('outcome', '=', 'skipped')
    .where((eb) => eb.or([eb('reason', 'is', null), eb('reason', '=', '')]))
    .execute();
  return [
    ...stuck.map(({ key, state }) => `neither sent nor given up: ${key} is ${state}`),
    ...silent.map(({ key }) => `given up without a reason: ${key}`),
    ...unreasoned.map(({ stream, subject, period }) => `skipped without a reason: ${stream} ${subject} ${period}`),
    ...(await openersMissing(tools, now())),
  ];
}

/** Each leader of each pair has, for each fortnight that is over, an opener on record: sent, or not sent and why. */
async function openersMissing({ db }: House['tools'], now: Temporal.Instant): Promise<string[]> {
  const rounds = await db.selectFrom('round').select(['id', 'number', 'begins_on']).where('undone_at', 'is', null).execute();
  const missing: string[] = [];
  for (const round of rounds) {
    const seats = await db
      .selectFrom('pair_leader')
      .select(['pair', 'leader'])
      .where('round', '=', round.id)
      .where('ended_at', 'is', null)
      .execute();
    const settled = await db.selectFrom('occurrence').select(['subject', 'period']).where('stream', '=', 'opener').execute();
    const known = new Set(settled.map(({ subject, period }) => `${subject} ${period}`));
    for (const { pair, leader } of seats) {
      const rested = await db.selectFrom('pair_rest').select(['begins_on']).where('pair', '=', pair).execute();
      // Where a pair or the programme rested, fewer fortnights are over: those weeks are left out of the count.
      const days =
        Temporal.PlainDate.from(round.begins_on).until(now.toZonedDateTimeISO('UTC').toPlainDate()).days - 14 - 7 - 28 * rested.length;
      for (let n = 1; n <= Math.min(12, Math.floor(days / 14)); n += 1) {
        if (!known.has(`${pair}:${leader} ${round.number}.${n}`))
          missing.push(`no opener on record: round ${round.number}, fortnight ${n}, ${leader}`);
      }
    }
  }
  return missing;
}
