// A leadership team of 290: the preview and the approval stay quick, and every letter is there. One of 42 is large enough to wait for.

import { expect, test } from '@jest/globals';
import { approve } from '../../../src/features/pairing/approve.ts';
import { cast as everyone, names } from '../../cast.ts';
import { enrol, HANA, letterKinds, preview, stage, wish } from './rotating.ts';

const PEOPLE = 290;
/** Of processor time, which other tests beside this one do not change much; far above what it takes, far below what anyone would call slow. */
const PREVIEW_MS = 4_000;
const APPROVAL_MS = 3_000;

const spent = () => (process.cpuUsage().user + process.cpuUsage().system) / 1000;

test('290 leaders with private wishes: preview, then approval with 290 messages and 145 shared spaces', async () => {
  const on = await stage([]);
  for (let n = 0; n < PEOPLE; n++) {
    const name = names[n % names.length] as (typeof names)[number];
    const about = { user: `U9${String(n).padStart(6, '0')}`, name: `${everyone[name].name} ${n}`, function: `Function ${n % 9}` };
    on.cast[name] = await enrol(on, name, { ...about, email: `${n}@example.org` });
    await wish(on, name, {
      welcomes: [`U9${String((n + 7) % PEOPLE).padStart(6, '0')}`],
      avoids: [`U9${String((n + 1) % PEOPLE).padStart(6, '0')}`],
    });
  }
  const begun = spent();
  const { proposal } = await preview(on);
  const previewed = spent();
  const done = await approve(on.tools, { proposal: proposal.id, revision: proposal.revision, telling: 'announce-now', by: HANA });
  const approvedAt = spent();
  expect(done.ok).toBe(true);
  const kinds = await letterKinds(on);
  expect([kinds.match, kinds.pair]).toEqual([PEOPLE, PEOPLE / 2]);
  expect(previewed - begun).toBeLessThan(PREVIEW_MS);
  expect(approvedAt - previewed).toBeLessThan(APPROVAL_MS);
});

test('42 leaders: where Slack does not change the form that waits, a button leads to the round', async () => {
  const on = await stage([]);
  for (let n = 0; n < 42; n++) {
    const name = names[n % names.length] as (typeof names)[number];
    await enrol(on, name, {
      user: `U9${n}`,
      name: `${everyone[name].name} ${n}`,
      function: `Function ${n % 5}`,
      email: `${n}@example.org`,
    });
  }
  const hana = on.house.as('hana');
  const fault = { kind: 'error', code: 'unknown_method', posted: false } as const;
  on.house.slack.faults.calls.push({ method: 'views.update', fault, times: 1 });
  expect(await hana.types('/rotate', 'leaders')).toContain('The pairs are worked out.');
  expect(hana.sees()).toContain('Working out the pairs.');
  await hana.closes();
  await hana.presses('See the round');
  expect(hana.sees()).toContain('Leaders: 42 · Pairs: 21 · Trios: 0');
});
