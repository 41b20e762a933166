// What the organiser reads of a whole report at 4, 5, 9, 10 and 40 replies: printed as it stands, and held against the thresholds.
import { describe, expect, test } from '@jest/globals';
import { sayReport } from '../../../src/features/measuring/said.ts';
import { itemsOf, type Moment } from '../../../src/features/reviewing/plan.ts';
import { ALL_CLOSED, all, BEGUN, HALF_CLOSED, IN_CLOSING, IN_HALF, type Measured, measured } from './measuring-ground.ts';

const idsOf = (moment: Moment) => itemsOf(moment).map(({ id }) => id);

/** `replies` of `people` answer everything; every pair meets in four fortnights of five. */
async function played(people: number, replies: number): Promise<Measured> {
  const on = await measured(people);
  await on.comes(BEGUN);
  for (let n = 0; n < replies; n++) await on.answers(n, 'opening', all(idsOf('opening'), n % 3 === 0 ? 1 : 3));
  for (const [pair] of on.round.pairs.entries()) await on.meets(pair, [1, 2, 3, 4, 6, 7, 8, 9, 11, 12].slice(pair % 2));
  for (let n = 0; n < people; n++) await on.commits(n, 3, n % 4 === 0 ? 'open' : 'done');
  for (let n = 0; n < people; n++) await on.commits(n, 8, n % 5 === 0 ? 'open' : 'partly');
  await on.comes(IN_HALF);
  for (let n = 0; n < replies; n++) await on.answers(n, 'half', all(idsOf('half'), n % 4 === 0 ? 1 : 3));
  for (let n = 0; n < replies; n++)
    await on.answers(n, 'half', { answers: { ...all(idsOf('half'), 3).answers, 're.2': [n % 4 === 0 ? 1 : 0] } });
  await on.comes(HALF_CLOSED);
  await on.comes(IN_CLOSING);
  for (let n = 0; n < replies; n++) {
    await on.answers(n, 'closing', { answers: { ...all(idsOf('closing'), 3).answers, 're.2': [n % 5 === 0 ? 2 : 0], 're.3': [0] } });
    await on.answers(n, 'then', all(idsOf('then'), 1));
    await on.answers(n, 'now', all(idsOf('now'), n % 6 === 0 ? 1 : 3));
  }
  await on.comes(ALL_CLOSED);
  return on;
}

async function readBy(on: Measured, moment: 'half' | 'end', to: 'organisers' | 'sponsors'): Promise<string> {
  const { figures } = await on.report(moment);
  const lines = sayReport(on.tools.content, { moment, figures }, to).flatMap(({ question, rows, notes }) => [
    '',
    question,
    ...rows.map(({ measure, when, figure, aim }) => `  ${measure}${when ? ` ${when}` : ''}: ${figure}${aim ? ` (${aim})` : ''}`),
    ...notes.map((note) => `  | ${note}`),
  ]);
  return lines.join('\n');
}

describe.each([
  [8, 4],
  [10, 5],
  [10, 9],
  [10, 10],
  [40, 40],
])('%d leaders, of whom %d reply', (people, replies) => {
  test('the organiser reads what the thresholds allow, and the sponsor the same without aims', async () => {
    const on = await played(people, replies);
    const [half, end] = [await readBy(on, 'half', 'organisers'), await readBy(on, 'end', 'organisers')];
    process.stdout.write(`\n===== ${replies} of ${people} replied: half way =====\n${half}\n\n===== at the end =====\n${end}\n`);
    const pulses = `${half}\n${end}`.split('\n').filter((line) => /strongly agree|nearly every day|three or more|: yes/.test(line));
    if (replies === 4) expect(pulses).toEqual([]);
    else expect(pulses.length).toBeGreaterThan(0);
    expect(pulses.some((line) => line.includes('%'))).toBe(replies >= 10);
    expect(pulses.filter((line) => /Six months ago|Now:/.test(line)).some((line) => line.includes('%'))).toBe(false);
    for (const read of [half, end]) expect(read).toContain(`${replies} of ${people} replied.`);
    const sponsor = `${await readBy(on, 'half', 'sponsors')}${await readBy(on, 'end', 'sponsors')}`;
    expect(sponsor).not.toMatch(/aim|Is it shared fairly/i);
    expect(sponsor).toContain(`${replies} of ${people} replied.`);
    await on.close();
  });
});
