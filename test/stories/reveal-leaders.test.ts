// What leaders find of their next partners while their round waits for its gathering: nothing, wherever they look; and the day that they are told is the
// gathering's.
import { expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { groupsOf } from '../../src/features/pairing/draw.ts';
import * as gatherings from '../../src/features/pairing/gatherings.ts';
import * as proposals from '../../src/features/pairing/proposals.ts';
import { endOf } from '../../src/features/reviewing/closing/round-end.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { cast, type Name } from '../cast.ts';
import { beginRound, foundProgramme } from '../features/coaching/ground.ts';
import { openHouse } from '../open-house.ts';
import { isIn } from '../platform/canary.ts';
import { enrolled } from './starting.ts';

const SIX = ['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya'] as const;
const LOOKS = ['home', 'partner', 'status', 'export', 'notes', 'change', 'choose', 'join', 'gathering', 'help'];

/** Round 1 is in its last weeks; round 2 is due on Monday 12 July and named at the gathering on Tuesday 20 July. */
async function waiting() {
  const house = await openHouse({ now: '2027-07-06T11:00:00Z', organisers: [cast.hana.id] });
  const programme = await foundProgramme(house.tools, { foundedBy: cast.hana.id });
  const leaders = await Promise.all(SIX.map((name) => enrolled(house, programme, name)));
  const [a, b, c, d, e, f] = leaders as [(typeof leaders)[0], ...typeof leaders];
  const pairs = [
    [a, b],
    [c, d],
    [e, f],
  ].map((pair) => pair.flatMap((leader) => leader ?? []));
  const round = await beginRound(house.tools, programme, { pairs, beginsOn: '2027-01-18', number: 1 });
  const planned = {
    id: 'g1',
    workspace: house.tools.workspace,
    programme: programme.id,
    round: round.id,
    place: 'The hall',
    by: cast.hana.id,
  };
  const startsAt = Temporal.Instant.from('2027-07-20T13:00:00Z');
  await transact(house.tools.db, (tx) => gatherings.plan(tx, { ...planned, startsAt, reveals: true }, house.tools.now()));
  const hana = house.as('hana');
  await hana.types('/rotate', '#leaders');
  await hana.submits();
  await hana.submits();
  expect(hana.sees()).toContain('is approved for the gathering');
  await hana.closes();
  return { house, programme, round };
}

test('they find no name of a next partner in any message, on Home, in any answer or file, until the gathering is over', async () => {
  const { house, programme } = await waiting();
  const { db } = house.tools;
  const open = await proposals.open(house.tools, db, programme.id);
  const rows = await db.selectFrom('leader').select(['id', 'slack_user']).execute();
  const nameOf = (leader: string) => SIX.find((name) => cast[name].id === rows.find(({ id }) => id === leader)?.slack_user) as Name;
  const next = new Map<Name, Name[]>();
  for (const group of open ? groupsOf(open.drawn.plan) : [])
    for (const leader of group) next.set(nameOf(leader), group.filter((other) => other !== leader).map(nameOf));
  expect(next.size).toBe(6);
  const before = house.slack.transcript.length;
  const files = new Set(house.slack.world.files.keys());
  const look = async () => {
    for (const name of SIX) {
      const person = house.as(name);
      await person.opensHome();
      for (const word of LOOKS) {
        await person.types(`/coachingpairs ${word}`, '#leaders');
        while (person.sees() !== undefined) await person.closes();
      }
    }
  };
  await look();
  await house.forward({ days: 10 });
  await look();
  await house.forward(house.now().until(Temporal.Instant.from('2027-07-20T13:44:00Z')));
  const found = () =>
    SIX.flatMap((name) => {
      const { id } = cast[name];
      const seen = house.slack.transcript.slice(before).filter(({ only, conversation, by }) => {
        const members = conversation ? house.slack.world.conversations.get(conversation)?.members : undefined;
        return only === undefined ? by === undefined || members?.includes(id) : only === id;
      });
      const partners = next.get(name) ?? [];
      return partners.flatMap((partner) =>
        seen.filter((each) => JSON.stringify(each).includes(cast[partner].name)).map(({ text }) => `${name}: ${text}`),
      );
    });
  expect(found()).toEqual([]);
  for (const [id, { bytes, sharedIn }] of house.slack.world.files) {
    if (files.has(id)) continue;
    const readers = SIX.filter((name) =>
      sharedIn.some((each) => house.slack.world.conversations.get(each)?.members.includes(cast[name].id)),
    );
    const told = readers.flatMap((name) => (next.get(name) ?? []).filter((partner) => isIn(Buffer.from(bytes), cast[partner].name)));
    expect(told).toEqual([]);
  }
  await house.forward({ minutes: 5 });
  // What would have been found, is found now.
  expect(new Set(found().map((each) => each.split(':')[0]))).toEqual(new Set(SIX));
  for (const name of SIX)
    expect(house.as(name).reads().join()).toContain(`Your partner for this round is ${cast[(next.get(name) ?? [])[0] ?? name].name}`);
  expect(house.slack.complaints).toEqual([]);
});

test('the day they are told is the gathering’s, and their round closes around it', async () => {
  const { house, programme, round } = await waiting();
  const amina = house.as('amina');
  await amina.opensHome();
  await amina.types('/coachingpairs status', '#leaders');
  expect(JSON.stringify(house.slack.transcript.at(-1))).not.toContain('12 July');
  const end = await endOf(house.tools.db, programme, { ...round, number: 1 }, house.tools.now());
  expect([end.told.toString(), end.ends.toString()]).toEqual(['2027-07-20', '2027-07-26']);
});

test('where every round waits for approval, Hana finds on Home that this one does, from two weeks before the gathering, until she has given it', async () => {
  const { house, programme } = await waiting();
  await house.tools.db.updateTable('programme').set({ rotating: 'approve' }).where('id', '=', programme.id).execute();
  const hana = house.as('hana');
  const asks = 'The next round waits for the gathering on Tuesday 20 July 2027, and for approval.';
  expect(await hana.opensHome()).not.toContain(asks);
  await hana.types('/rotate undo', '#leaders');
  expect(await hana.opensHome()).toContain(asks);
  expect(await hana.types('/coachingpairs audit', '#leaders')).toMatch(
    /took back the approval of the next round[\s\S]*approved the next round for the gathering/,
  );
});
