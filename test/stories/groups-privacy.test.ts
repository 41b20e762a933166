// What is brought to a forum and written to a team, followed through everything that is kept; and what becomes of the groups of those who go.
import { expect, test } from '@jest/globals';
import { deactivate } from '../../src/sandbox/happen.ts';
import type { Person } from '../../src/sandbox/world.ts';
import { cast } from '../cast.ts';
import type { House } from '../open-house.ts';
import { isIn } from '../platform/canary.ts';
import { rowsOf } from './forging.ts';
import { forumScene, minute } from './forum-scene.ts';
import { openTeam } from './team-ground.ts';

const QUESTION = 'canary-question-curlew-7171';
const INVITATION = 'canary-invitation-plover-8282';

async function everyRow(house: House): Promise<Buffer> {
  return Buffer.from(JSON.stringify(await rowsOf(house, true)));
}

async function naming(house: House, ...words: string[]): Promise<string[]> {
  const rows = Object.entries(await rowsOf(house, true));
  return rows.filter(([, all]) => all.some((row) => words.some((word) => row.includes(word)))).map(([table]) => table);
}

test('the question that Chidi types in the forum’s channel stands in no table, no line of the log and no file', async () => {
  const { house, sitting, until, space, presses } = await forumScene();
  await sitting(['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya'], ['chidi']);
  await until(minute(7));
  await presses('chidi', 'My question');
  await house.as('chidi').says(QUESTION, await space());
  await until(minute(90));
  await house.as('chidi').types('/coachingpairs export', '#leaders');
  await house.as('hana').types('/coachingpairs audit', '#leaders');
  expect(isIn(await everyRow(house), QUESTION)).toBe(false);
  expect(isIn(Buffer.from(JSON.stringify(house.log)), QUESTION)).toBe(false);
  const files = [...house.slack.world.files.values()].filter(({ bytes }) => isIn(Buffer.from(bytes), QUESTION));
  expect(files).toEqual([]);
  await house.close();
});

test('Amina’s words to her team are sealed, and read by those she asks and in her own file; by no organiser', async () => {
  const { house, all } = await openTeam();
  const amina = house.as('amina');
  await amina.types('/coachingpairs team', '#leaders');
  await amina.presses('Start with my team');
  const asked = ['bo', 'chidi', 'dolores', 'edo'] as const;
  await amina.fillsIn({ 'Whom to ask': asked.map((name) => cast[name].id), 'The invitation, in your words': `Come. ${INVITATION}` });
  expect(await amina.submits()).toEqual({});
  await house.forward({ days: 4 });
  expect(isIn(await everyRow(house), INVITATION)).toBe(false);
  expect(house.as('dolores').reads().join('\n')).toContain(INVITATION);
  await all(['dolores', 'edo'], 'Join');
  for (const name of ['hana', 'goran'] as const) expect(house.as(name).reads().join('\n')).not.toContain(INVITATION);
  for (const name of ['amina', 'dolores', 'hana'] as const) await house.as(name).types('/coachingpairs export', '#leaders');
  const holding = [...house.slack.world.files.values()].filter(({ bytes }) => isIn(Buffer.from(bytes), INVITATION));
  const owners = holding.flatMap(({ sharedIn }) => sharedIn.flatMap((id) => house.slack.world.conversations.get(id)?.members ?? []));
  expect(new Set(owners)).toEqual(new Set([cast.amina.id, house.tools.botUser]));
  expect(isIn(Buffer.from(JSON.stringify(house.log)), INVITATION)).toBe(false);
  await house.close();
});

test('Dolores, who takes part in no programme, takes her data along and has it deleted; her partner has somebody to meet with', async () => {
  const { house, begins, partnerOf } = await openTeam();
  await begins();
  const [partner] = await partnerOf('dolores');
  await house.as('dolores').types('/coachingpairs export');
  const text = [...house.slack.world.files.values()].map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n');
  expect(text).toContain('team of: Amina');
  await house.as('dolores').types('/coachingpairs erase');
  await house.as('dolores').presses('Delete everything');
  await house.forward({ hours: 2 });
  expect(await naming(house, cast.dolores.id, cast.dolores.name, cast.dolores.email)).toEqual([]);
  expect(await partnerOf(partner as 'bo')).not.toEqual([]);
  expect(house.log.filter(({ level }) => level === 'error')).toEqual([]);
  await house.close();
});

test('when Amina leaves the programme her team is told kindly that it ends, and a place that she had goes to whoever waits', async () => {
  const { house, begins } = await openTeam();
  await begins();
  await house.as('amina').types('/coachingpairs leave', '#leaders');
  await house.as('amina').presses('Leave');
  const [team] = await house.tools.db.selectFrom('team').select(['ended_because']).execute();
  expect(team).toEqual({ ended_because: 'leader-left' });
  await house.forward({ days: 4 });
  const told = await house.tools.db.selectFrom('outbox').select('state').where('kind', '=', 'team-ended').execute();
  expect(told.length).toBeGreaterThan(0);
  expect(told.every(({ state }) => state === 'sent')).toBe(true);
  await house.close();
});

test('when Edo’s account is gone he leaves his team, and when Chidi leaves before a forum somebody else has his place', async () => {
  const on = await openTeam();
  await on.begins();
  deactivate(on.house.slack, on.house.slack.world.people.get(cast.edo.id) as Person);
  await on.house.settled();
  await on.house.forward({ hours: 1 });
  const edo = await on.house.tools.db.selectFrom('team_member').select('left_at').where('slack_user', '=', cast.edo.id).executeTakeFirst();
  expect(edo?.left_at).not.toBeNull();
  await on.house.close();

  const { house, sitting, leaders } = await forumScene();
  await sitting(['amina', 'bo', 'chidi', 'dolores']);
  await house.as('chidi').types('/coachingpairs leave', '#leaders');
  await house.as('chidi').presses('Leave');
  const seats = house.tools.db
    .selectFrom('forum_seat')
    .select('given_back_at')
    .where('leader', '=', leaders.get('chidi')?.id ?? '');
  expect((await seats.executeTakeFirst())?.given_back_at).not.toBeNull();
  await house.close();
});
