// The offer to start with one's own team: half way and near the end, once each, to those who have met often enough and host nobody yet.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { contacts } from '../../../../src/features/coaching/contacts/stream.ts';
import { teamOffers } from '../../../../src/features/gathering/teams/offer-source.ts';
import * as teams from '../../../../src/features/gathering/teams/teams.ts';
import type { Leader } from '../../../../src/features/joining/leaders.ts';
import { stamp } from '../../../../src/platform/clock.ts';
import { transact } from '../../../../src/platform/db/transact.ts';
import { at, type Ground, openGround, type Round, userOf } from '../../coaching/ground.ts';

const stream = contacts([teamOffers]);
let ground: Ground;
let amina: Leader;
let bo: Leader;
let chidi: Leader;
let round: Round;

beforeEach(async () => {
  ground = await openGround();
  const programme = await ground.programme();
  [amina, bo, chidi] = [
    await ground.leader('Amina', programme),
    await ground.leader('Bo', programme),
    await ground.leader('Chidi', programme),
  ];
  const edo = await ground.leader('Edo', programme);
  round = await ground.round(programme, [
    [amina, bo],
    [chidi, edo],
  ]);
});
afterEach(() => ground.close());

/** From Monday 18 January on, fortnight by fortnight, at a quarter to ten every day but on weekends. */
async function through(from: string, days: number): Promise<void> {
  for (let day = 0; day < days; day++) {
    ground.clock.now = at(`${from}T09:45:00Z`).add({ hours: 24 * day });
    await stream.run(ground.tools, ground.clock.now);
  }
}

const met = async (leader: Leader, fortnights: readonly number[], pair = round.pairs[0] ?? '') => {
  const times = { answered_at: stamp(ground.clock.now), changed_at: stamp(ground.clock.now), finished_at: null };
  for (const fortnight of fortnights)
    await ground.tools.db
      .insertInto('checkin')
      .values({ id: ground.tools.newId(), workspace: 'T1', pair, leader: leader.id, fortnight, met: 'met', ...times })
      .execute();
};
const to = async () => (await ground.letters('team-offer')).map((letter) => letter.to).sort();

test('reaches both of a pair that met four times, in fortnights 7 and 12, once each', async () => {
  await met(amina, [1, 2, 3]);
  await met(bo, [3, 5]);
  await met(chidi, [1, 2, 3], round.pairs[1]);
  await through('2027-01-18', 84);
  expect(await to()).toEqual([]);
  await through('2027-04-12', 14);
  expect(await to()).toEqual([userOf('Amina'), userOf('Bo')]);
  await through('2027-04-26', 56);
  expect(await to()).toHaveLength(2);
  await through('2027-06-21', 14);
  expect(await to()).toHaveLength(4);
  await through('2027-07-05', 14);
  expect(await to()).toHaveLength(4);
});

test('says how often and with whom, and what it is', async () => {
  await met(amina, [1, 2, 3, 4, 5]);
  await through('2027-04-12', 14);
  const letter = (await ground.letters('team-offer')).find((each) => each.to === userOf('Amina'));
  expect(letter?.text).toContain('You have met 5 times with Bo. Some leaders now try a small version with their own team');
  expect(JSON.stringify(letter?.blocks)).toContain('See how it works');
});

test('does not reach whoever hosts a team', async () => {
  await met(amina, [1, 2, 3, 4]);
  const team = { id: 'team', workspace: 'T1', programme: amina.programme, leader: amina.id, run: 1, follows: null };
  const days = { time_zone: 'Europe/London', begins_on: '2027-05-10', asked: 4, made_at: stamp(ground.clock.now), invite_sealed: null };
  await transact(ground.tools.db, (tx) => teams.add(tx, { ...team, ...days }));
  await through('2027-04-12', 14);
  expect(await to()).toEqual([userOf('Bo')]);
});
