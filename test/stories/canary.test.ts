// What a leader writes in confidence, followed through everything that happens around it: it is nowhere but before its author's eyes. And what is
// left of somebody who has been forgotten: nothing.
import { describe, expect, test } from '@jest/globals';
import { pairSeal, planSeal } from '../../src/platform/plan-seals.ts';
import { cast } from '../cast.ts';
import type { House } from '../open-house.ts';
import { isIn } from '../platform/canary.ts';
import { rowsOf, SECRET, scene } from './forging.ts';
import { joined } from './starting.ts';

const secrets = [...Object.values(SECRET), 'canary-edited-heron-5555'];

/** Everything that others do to come by it: looks, exports, previews, changes, messages. */
async function life(house: House): Promise<void> {
  const [amina, bo, hana] = [house.as('amina'), house.as('bo'), house.as('hana')];
  await amina.types('/coachingpairs notes', '#leaders');
  await amina.closes();
  const ts = await amina.says('canary-edited-heron-5555');
  await amina.edits(ts, 'canary-edited-heron-5555, and more of it');
  await amina.types('/coachingpairs profile', '#leaders');
  await amina.closes();
  for (const person of [amina, bo, hana]) {
    await person.types('/coachingpairs export', '#leaders');
    await person.types('/coachingpairs status', '#leaders');
    await person.opensHome();
  }
  await bo.types('/coachingpairs partner', '#leaders');
  await bo.types('/coachingpairs notes', '#leaders');
  await bo.closes();
  await hana.types('/coachingpairs roster', '#leaders');
  await hana.presses('Get it as a file');
  await hana.closes();
  await hana.types('/coachingpairs audit', '#leaders');
  await hana.types('/rotate', '#leaders');
  await hana.presses('Change…');
  await hana.fillsIn({ 'What to change': 'swap:0', 'With whom': cast.bo.id });
  await hana.submits();
  while (hana.sees() !== undefined) await hana.closes();
  await hana.types('/rotate', '#leaders');
  await hana.presses('Draw again');
  await hana.submits();
  await hana.submits();
  await hana.closes();
  await house.forward({ days: 21 });
}

function filesWith(house: House, secret: string): string[][] {
  const { files, conversations } = house.slack.world;
  const holding = [...files.values()].filter(({ bytes }) => isIn(Buffer.from(bytes), secret));
  return holding.map(({ sharedIn }) => sharedIn.flatMap((id) => conversations.get(id)?.members ?? []));
}

/** Plans and reasons as they read without their seals. */
async function unsealed({ tools: { db, vault, workspace } }: House): Promise<string[]> {
  const plans = await db.selectFrom('proposal').select(['id', 'plan_sealed as sealed']).execute();
  const reasons = await db.selectFrom('pair').select(['id', 'why_sealed as sealed']).execute();
  return Promise.all([
    ...plans.map(({ id, sealed }) => vault.open(db, planSeal(workspace, id), sealed)),
    ...reasons.map(({ id, sealed }) => vault.open(db, pairSeal(workspace, id), sealed)),
  ]);
}

describe('What Amina writes in confidence', () => {
  test('is in no row, no line of the log, no message, no form and no file but her own', async () => {
    const { house } = await scene();
    for (const name of ['edo', 'freya', 'chidi'] as const) await joined(house, name);
    await life(house);
    const rows = Buffer.from(JSON.stringify(await rowsOf(house, true)));
    const log = Buffer.from(JSON.stringify(house.log));
    const { id } = cast.amina;
    for (const secret of secrets) {
      expect({ secret, in: isIn(rows, secret) ? 'the database' : isIn(log, secret) ? 'the log' : 'neither' }).toEqual({
        secret,
        in: 'neither',
      });
      const shown = house.slack.transcript.filter((seen) => JSON.stringify(seen).includes(secret));
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.filter(({ by, only, what }) => by !== id && !(only === id && what === 'modal'))).toEqual([]);
      for (const members of filesWith(house, secret)) expect(members.filter((member) => member !== house.tools.botUser)).toEqual([id]);
    }
    expect(filesWith(house, SECRET.note)).toHaveLength(2);
    const readings = await house.tools.db.selectFrom('audit').selectAll().where('action', '=', 'notes-opened').execute();
    expect(readings.filter(({ actor }) => actor === id).length).toBeGreaterThan(0);
    for (const { programme, detail } of readings) expect([programme, detail]).toEqual([null, expect.stringMatching(/^{"count":\d+}$/)]);
    expect(house.slack.complaints).toEqual([]);
  });
});

describe('Once Amina has had everything deleted', () => {
  test('no row names her, not even where she organised, was planned with, or is spoken of by a rule', async () => {
    const { house } = await scene();
    for (const name of ['edo', 'freya', 'chidi'] as const) await joined(house, name);
    const { db } = house.tools;
    const leader = await db.selectFrom('leader').select('id').where('slack_user', '=', cast.amina.id).executeTakeFirstOrThrow();
    const [amina, hana] = [house.as('amina'), house.as('hana')];
    await hana.types('/coachingpairs organisers add @amina', '#leaders');
    await amina.types('/rotate', '#leaders');
    await amina.presses('Change…');
    await amina.fillsIn({ 'What to change': 'Never pair these two' });
    await amina.submits();
    await amina.fillsIn({ Reason: 'Amina knows why.' });
    await amina.submits();
    await amina.submits();
    await amina.submits();
    await amina.closes();
    await amina.types('/rotate on 2027-11-02', '#leaders');
    await hana.types('/rotate', '#leaders');
    await hana.presses('Leave someone out');
    await hana.fillsIn({ Who: cast.amina.id });
    await hana.submits();
    await hana.submits();
    await hana.closes();
    await house.forward({ days: 8 });
    expect(JSON.stringify(await rowsOf(house, true))).toContain(cast.amina.id);
    await amina.types('/coachingpairs erase', '#leaders');
    await amina.presses('Delete everything');
    await house.forward({ days: 1 });
    const rows = await rowsOf(house, true);
    const naming = Object.entries(rows).flatMap(([table, all]) =>
      all.filter((row) => [cast.amina.id, 'Amina', cast.amina.email].some((name) => row.includes(name))).map((row) => `${table} ${row}`),
    );
    expect(naming).toEqual([]);
    const plans = await db.selectFrom('proposal').select(['id', 'plan_sealed']).execute();
    for (const { id, plan_sealed } of plans) {
      expect(await house.tools.vault.open(db, planSeal(house.tools.workspace, id), plan_sealed)).not.toContain(leader.id);
    }
    for (const text of await unsealed(house)) {
      expect([cast.amina.id, 'Amina'].filter((name) => text.includes(name))).toEqual([]);
    }
    await hana.types('/rotate', '#leaders');
    expect(hana.sees()).toContain('Next round');
    expect(hana.sees()).not.toContain('Amina');
    expect(house.slack.complaints).toEqual([]);
    expect(house.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
