// Many forums of eight at the same hour, in virtual time over a restart of the bot: how far the lines are from their minutes at the most, and whether one is
// missing or comes twice.
import { Temporal } from 'temporal-polyfill';
import { scriptOf } from '../../src/features/gathering/forums/plan.ts';
import type { Leader } from '../../src/features/joining/leaders.ts';
import { type House, openHouse } from '../../src/sandbox/house.ts';
import { foundProgramme, joinLeader } from '../features/coaching/ground.ts';
import { seatedForum } from '../features/gathering/forums/seated-forum.ts';

const START = Temporal.Instant.from('2027-02-04T14:00:00Z');
const PLACES = 8;

export interface Wanted {
  forums: number;
  /** So much of the hour. */
  minutes: number;
  /** When the bot is killed; it comes back half a minute later. */
  restartAt: number;
}

export interface Found {
  lines: number;
  /** The farthest a line is from its minute, in seconds, and the typical one. */
  worst: number;
  median: number;
  missing: string[];
  twice: string[];
  /** How often the log says that Slack asked to wait. */
  limited: number;
  complaints: readonly string[];
  /** Real seconds. */
  took: number;
}

export async function runForums({ forums, minutes, restartAt }: Wanted): Promise<Found> {
  const began = performance.now();
  const people = Array.from({ length: forums * PLACES }, (_, n) => ({
    id: `U${String(n).padStart(8, '0')}`,
    name: `Person ${n}`,
    handle: `p${n}`,
  }));
  const house = await openHouse({ now: START.subtract({ hours: 1 }).toString(), people, organisers: ['U00000000'] });
  try {
    await seat(house, forums);
    await forward(house, START.add({ seconds: restartAt * 60 }));
    await house.crash();
    house.clock.moveTo(house.now().add({ seconds: 30 }));
    await house.reopen();
    await forward(house, START.add({ seconds: minutes * 60 + 10 }));
    return { ...(await look(house, minutes)), took: (performance.now() - began) / 1000 };
  } finally {
    await house.close();
  }
}

async function seat({ tools }: House, forums: number): Promise<void> {
  const programme = await foundProgramme(tools, { rotating: 'approve' });
  for (let forum = 0; forum < forums; forum += 1) {
    const leaders: Leader[] = [];
    for (let n = 0; n < PLACES; n += 1) {
      const user = `U${String(forum * PLACES + n).padStart(8, '0')}`;
      leaders.push(await joinLeader(tools, `Person ${forum * PLACES + n}`, programme, { user }));
    }
    await seatedForum(tools, { programme, offeredBy: leaders[0]?.user ?? '', startsAt: START, leaders });
  }
}

const forward = (house: House, to: Temporal.Instant) => house.forward(house.now().until(to));

/** Second and beginning of every line that is due in so many minutes. */
function due(minutes: number): { at: number; line: string }[] {
  const all = scriptOf('six').flatMap(({ line, minute, minutes: lasting, warns }) => [
    { at: minute * 60, line },
    ...(warns ? [{ at: (minute + lasting) * 60 - 60, line: 'f.time' }] : []),
  ]);
  return all.filter(({ at }) => at <= minutes * 60);
}

async function look({ slack, tools, log }: House, minutes: number): Promise<Omit<Found, 'took'>> {
  const wanted = due(minutes);
  const [off, missing, twice]: [number[], string[], string[]] = [[], [], []];
  for (const { id, channel } of await tools.db.selectFrom('forum').select(['id', 'channel']).execute()) {
    const said = slack.transcript
      .filter(({ conversation, what, at }) => conversation === channel && what === 'posted' && at >= START.epochMilliseconds - 10_000)
      .map(({ at, text }) => ({ at: (at - START.epochMilliseconds) / 1000, text }))
      .filter(({ at }) => at <= minutes * 60 + 10);
    for (const { at, line } of wanted) {
      const begins = tools.content.plain(line, { holder: '§' }).split('§').at(-1)?.slice(0, 20) ?? '';
      const near = said.filter(({ at: when, text }) => text.includes(begins) && Math.abs(when - at) <= 60);
      if (near.length === 0) missing.push(`${id} ${line} at ${at}`);
      if (near.length > 1) twice.push(`${id} ${line} at ${at}`);
      off.push(...near.map(({ at: when }) => Math.abs(when - at)));
    }
    if (said.length > wanted.length) twice.push(`${id} said ${said.length} of ${wanted.length}`);
  }
  off.sort((a, b) => a - b);
  const limited = log.filter(({ fields }) => fields.code === 'ratelimited').length;
  return {
    lines: off.length,
    worst: off.at(-1) ?? 0,
    median: off[off.length >> 1] ?? 0,
    missing,
    twice,
    limited,
    complaints: slack.complaints,
  };
}

export function printForums({ lines, worst, median, missing, twice, limited, took }: Found): void {
  const figures = `worst ${worst.toFixed(2)} s, median ${median.toFixed(2)} s from its minute`;
  process.stdout.write(
    `${lines} lines: ${figures}; ${missing.length} missing, ${twice.length} twice; asked to wait ${limited} times; ${took.toFixed(0)} s\n`,
  );
}
