// A thousand leaders who choose each other: how long it takes to ask, to look, to keep, to tell everybody, and to plan around five hundred of them.
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { askPartner } from '../../../../src/features/pairing/choosing/ask.ts';
import { choices } from '../../../../src/features/pairing/choosing/keep.ts';
import { choosingOpens } from '../../../../src/features/pairing/choosing/opening.ts';
import { seeChoosing } from '../../../../src/features/pairing/choosing/see.ts';
import { drawing, drawingOf } from '../../../../src/features/pairing/draw.ts';
import { gather } from '../../../../src/features/pairing/facts.ts';
import type { PairingPlan } from '../../../../src/features/pairing/plan.ts';
import { stamp } from '../../../../src/platform/clock.ts';
import { transact } from '../../../../src/platform/db/transact.ts';
import { choosingStage } from './choosing-stage.ts';

jest.setTimeout(180_000);

const PEOPLE = 1000;
const FUNCTIONS = ['Finance', 'Operations', 'People', 'Technology', 'Law', 'Sales', 'Research'];
const figures: string[] = [];

async function timed<T>(what: string, most: number, act: () => Promise<T> | T): Promise<T> {
  const before = process.cpuUsage().user;
  const done = await act();
  const ms = (process.cpuUsage().user - before) / 1000;
  figures.push(`${what.padEnd(44)} ${Math.round(ms)} ms`);
  expect(ms).toBeLessThan(most);
  return done;
}

afterAll(() => {
  process.stdout.write(`\nA thousand leaders, CPU time\n${figures.join('\n')}\n`);
});

function chosenIn(plan: PairingPlan): number {
  return plan.possible ? plan.pairs.filter(({ reasons }) => reasons.some(({ id }) => id === 'pairing.reason.chosen')).length : 0;
}

describe('a thousand leaders', () => {
  test('of whom five hundred have chosen each other', async () => {
    const on = await choosingStage([]);
    const { tools, programme } = on;
    const now = tools.now();
    const leader = (at: number) => `leader-${String(at).padStart(4, '0')}`;
    await transact(tools.db, async (tx) => {
      for (let from = 0; from < PEOPLE; from += 200) {
        const rows = Array.from({ length: 200 }, (_, place) => rowOf(from + place));
        await tx.insertInto('leader').values(rows).execute();
      }
      for (let at = 0; at < PEOPLE / 2; at += 2) await tx.insertInto('partner_request').values(requestOf(at)).execute();
    });

    await timed('telling all of them that they can choose', 8000, () => choosingOpens.run(tools, now.add({ minutes: 11 })));
    const wish = { programme: programme.id, user: `U${leader(900)}`, other: `U${leader(901)}` };
    expect(await timed('one asks another', 500, () => askPartner(tools, wish))).toMatchObject({ ok: true, how: 'asked' });
    await timed('the form', 200, () => seeChoosing(tools, { programme: programme.id, user: `U${leader(901)}` }, now));
    await timed('looking whether a rule has changed', 1500, () => choices.run(tools, now.add({ minutes: 22 })));
    const gathered = await timed('gathering', 5000, () => gather(tools, tools.db, programme, Temporal.PlainDate.from('2027-02-02')));
    expect(gathered.chosen).toHaveLength(PEOPLE / 4);
    const plan = await timed('planning the other five hundred', 15_000, () => drawing.think(drawingOf(gathered, [], 'seed')));
    expect(chosenIn(plan)).toBe(PEOPLE / 4);
    const free = gathered.facts.leaders.slice(PEOPLE / 2).map(({ id }) => id);
    const shy = gathered.facts.leaders.map((each) => (each.id === leader(999) ? { ...each, avoids: free } : each));
    const narrower = { ...gathered, facts: { ...gathered.facts, leaders: shy } };
    const given = await timed('planning all, where one choice has to give way', 30_000, () =>
      drawing.think(drawingOf(narrower, [], 'seed')),
    );
    expect(chosenIn(given)).toBe(PEOPLE / 4 - 1);

    function rowOf(at: number) {
      return {
        ...{
          id: leader(at),
          workspace: tools.workspace,
          programme: programme.id,
          slack_user: `U${leader(at)}`,
          name: `Leader ${at}`,
          email: null,
        },
        ...{ function: FUNCTIONS[at % FUNCTIONS.length] ?? '', level: '', manager: null, manager_email: null, time_zone: 'Europe/London' },
        ...{
          working_days: '[1,2,3,4,5]',
          working_from: '09:00',
          working_to: '17:00',
          rhythm: 'steady',
          send_weekday: null,
          send_time: null,
        },
        ...{ private_sealed: null, joined_at: stamp(now), changed_at: stamp(now), paused_at: null, paused_until: null },
        ...{ left_at: null, left_because: null },
      };
    }

    function requestOf(at: number) {
      return {
        ...{
          id: `request-${at}`,
          workspace: tools.workspace,
          programme: programme.id,
          number: 1,
          asker: leader(at),
          asked: leader(at + 1),
        },
        ...{ asked_at: stamp(now), accepted_at: stamp(now), ended_at: null, ended_because: null },
      };
    }
  });
});
