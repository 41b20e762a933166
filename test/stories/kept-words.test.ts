// How long the words of agreements and requests for help are kept, who takes them away, and how they go.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { appoint } from '../../src/features/founding/organisers.ts';
import type { Programme } from '../../src/features/founding/programmes.ts';
import { myData } from '../../src/features/leaving/my-data.ts';
import { asText } from '../../src/features/leaving/my-data-file.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { cast, type Name } from '../cast.ts';
import { beginRound, foundProgramme } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

let house: House;
let programme: Programme;

const takesPart = (name: Name) => enrolled(house, programme, name);

const fills = async (name: Name, values: Record<string, string>) => {
  await house.as(name).types('/coachingpairs agreement', '#leaders');
  await house.as(name).presses('Change a line');
  await house.as(name).fillsIn(values);
  await house.as(name).submits();
  await house.as(name).closes();
};

beforeEach(async () => {
  house = await openHouse({ now: '2027-01-18T10:00:00Z' });
  programme = await foundProgramme(house.tools, { rotating: 'approve' });
  const people = [await takesPart('amina'), await takesPart('bo')];
  await beginRound(house.tools, programme, { pairs: [people], beginsOn: '2027-01-18', number: 1 });
  await transact(house.tools.db, (tx) =>
    appoint(house.tools, tx, { programme: programme.id, user: cast.hana.id, by: cast.hana.id }, house.tools.now()),
  );
  await fills('amina', { By: 'canary-by', 'It helps me to have': 'canary-helps', 'A line of our own': 'canary-line' });
  await fills('bo', { 'It helps me to have': 'bo-helps' });
  await house.as('amina').opensHome();
  await house.as('amina').types('/coachingpairs help-me', '#leaders');
  await house.as('amina').fillsIn({ 'What would help': 'canary-plea' });
  await house.as('amina').submits();
  await house.as('amina').closes();
});

const lines = async () => ({
  agreement: await house.tools.db.selectFrom('agreement').select(['by_sealed', 'added_sealed']).execute(),
  own: (await house.tools.db.selectFrom('agreement_leader').select('helps_sealed').execute()).filter((row) => row.helps_sealed !== null),
  requests: (await house.tools.db.selectFrom('help_request').select('sealed').execute()).filter((row) => row.sealed !== null),
});

describe('the words of an agreement and of a request', () => {
  test('are in their author’s own data, and in nobody else’s', async () => {
    const amina = asText(await myData(house.tools, cast.amina.id));
    for (const word of ['canary-by', 'canary-helps', 'canary-line', 'canary-plea']) expect(amina).toContain(word);
    expect(amina).not.toContain('bo-helps');
    for (const name of ['bo', 'hana'] as const) expect(asText(await myData(house.tools, cast[name].id))).not.toContain('canary');
  });

  test('go when their author has everything deleted', async () => {
    await house.as('amina').types('/coachingpairs erase', '#leaders');
    await house.as('amina').presses('Delete everything');
    const left = await lines();
    expect(left.agreement).toEqual([{ by_sealed: null, added_sealed: null }]);
    expect(left.own).toHaveLength(1);
    expect(left.requests).toEqual([]);
    expect(await house.tools.db.selectFrom('home_tab').selectAll().execute()).toEqual([]);
  });

  test('go thirty days after their author has left', async () => {
    await house.as('amina').types('/coachingpairs leave', '#leaders');
    await house.as('amina').presses('Leave');
    await house.forward({ days: 29 });
    expect((await lines()).own).toHaveLength(2);
    await house.forward({ days: 2 });
    const left = await lines();
    expect(left.agreement).toEqual([{ by_sealed: null, added_sealed: null }]);
    expect(left.own).toHaveLength(1);
    expect(left.requests).toEqual([]);
  });

  test('go thirty days after the round is over, and after the request was seen to', async () => {
    await house.as('hana').presses('It is seen to');
    await house.forward({ days: 31 });
    expect((await lines()).requests).toEqual([]);
    expect((await lines()).own).toHaveLength(2);
    const closed = house.tools.now().toString({ smallestUnit: 'millisecond' });
    await house.tools.db.updateTable('round').set({ closed_at: closed }).execute();
    await house.forward({ days: 31 });
    expect(await lines()).toEqual({ agreement: [{ by_sealed: null, added_sealed: null }], own: [], requests: [] });
  });
});
