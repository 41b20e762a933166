// Who sees a commitment: its author; a partner with whom it is shared, for as long as it is; and nobody else by any route. And what becomes of all
// that was said at check-ins when somebody takes it out, or wants to be forgotten.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { ears } from '../../src/features/coaching/checkins/listeners.ts';
import type { Programme } from '../../src/features/founding/programmes.ts';
import { cast, type Name } from '../cast.ts';
import { beginRound, foundProgramme } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

let house: House;
let programme: Programme;

const PRIVATE = 'canary-private-heron';
const SHARED = 'canary-shared-kestrel';
const NOTICED = 'canary-noticed-plover';

const takesPart = (name: Name) => enrolled(house, programme, name);

beforeEach(async () => {
  house = await openHouse({ now: '2027-01-18T06:00:00Z', organisers: [cast.hana.id] });
  programme = await foundProgramme(house.tools, { rotating: 'approve' });
  const pairs = [
    [await takesPart('amina'), await takesPart('bo')],
    [await takesPart('chidi'), await takesPart('freya')],
  ];
  await beginRound(house.tools, programme, { pairs, beginsOn: '2027-01-18', number: 1 });
});

/** The Home tab as it stands, without anybody opening it. */
const homeNow = (name: Name) => JSON.stringify(house.slack.world.views.get(house.slack.world.homes.get(cast[name].id) ?? '')?.view);

const seenBy = (name: Name) => house.as(name).reads().join('\n');

async function commits(name: Name, will: string, seen: 'Keep to myself' | 'Share with Bo Lindqvist'): Promise<void> {
  await house.as(name).types('/coachingpairs commit', '#leaders');
  await house.as(name).fillsIn({ 'When…': 'Friday comes', 'I will…': will, 'Who sees it': seen });
  expect(await house.as(name).submits()).toEqual({});
  await house.as(name).closes();
}

/** Everything that anybody but `name` has ever been shown and that holds `secret`: messages, forms, Home, files. */
function shownToOthers(name: Name, secret: string) {
  const { id } = cast[name];
  const { files, conversations } = house.slack.world;
  const shown = house.slack.transcript.filter((seen) => JSON.stringify(seen).includes(secret));
  const elsewhere = shown.filter(({ by, only, conversation = '' }) => {
    const members = conversations.get(conversation)?.members ?? [];
    const alone = members.length > 0 && members.every((member) => member === id || member === house.tools.botUser);
    return by !== id && only !== id && !alone;
  });
  const handed = [...files.values()].filter(({ bytes }) => Buffer.from(bytes).includes(secret));
  const wrongly = handed.filter(
    ({ sharedIn }) =>
      !sharedIn.every((where) => conversations.get(where)?.members.includes(id) && conversations.get(where)?.members.length === 2),
  );
  return { shown: shown.length, elsewhere, wrongly: wrongly.length };
}

describe('A private commitment', () => {
  test('is seen by its author alone, by any route; a shared one by the partner, until that is taken back', async () => {
    const [amina, bo, chidi] = [house.as('amina'), house.as('bo'), house.as('chidi')];
    await house.forward({ days: 8, hours: 4 });
    await commits('amina', PRIVATE, 'Keep to myself');
    await commits('amina', SHARED, 'Share with Bo Lindqvist');
    const homes = async () => ({ bo: await bo.opensHome(), chidi: await chidi.opensHome() });
    expect((await homes()).bo).toContain(SHARED);
    expect(homeNow('bo').includes(SHARED)).toBe(true);
    expect((await homes()).chidi).not.toContain(SHARED);

    await house.forward({ days: 6 });
    await amina.types('/coachingpairs meet', '#leaders');
    await amina.fillsIn({ 'Another day': '2027-02-04', At: '14:00' });
    expect(await amina.submits()).toEqual({});
    await house.forward({ days: 2 });
    expect(seenBy('bo')).toContain(`Amina Adeyemi said: when Friday comes, I will ${SHARED}`);
    expect(seenBy('bo')).not.toContain(PRIVATE);
    for (const person of [bo, chidi, house.as('hana')]) {
      for (const word of [
        'status',
        'partner',
        'commitments',
        'checkin',
        'notes',
        'export',
        'report',
        'roster',
        'audit',
        'agreement',
        'meet',
      ]) {
        await person.types(`/coachingpairs ${word}`, '#leaders');
        await person.closes();
      }
      await person.opensHome();
    }

    await amina.closes();
    await amina.types('/coachingpairs commitments', '#leaders');
    await amina.presses('Stop sharing');
    await amina.closes();
    expect(seenBy('bo')).not.toContain(SHARED);
    await house.forward({ minutes: 1 });
    expect(homeNow('bo').includes(SHARED)).toBe(false);
    expect((await homes()).bo).not.toContain(SHARED);
    await house.forward({ days: 3 });
    await amina.presses('We met');
    await amina.presses('Done');
    await amina.presses('Write a line');
    await amina.fillsIn({ 'Your line': NOTICED });
    await amina.submits();
    await amina.types('/coachingpairs commitments', '#leaders');
    await amina.closes();
    await amina.types('/coachingpairs export', '#leaders');
    await house.forward({ days: 14 });
    await homes();

    for (const secret of [PRIVATE, NOTICED]) {
      expect(shownToOthers('amina', secret)).toMatchObject({ elsewhere: [], wrongly: 0 });
      expect(shownToOthers('amina', secret).shown).toBeGreaterThan(0);
    }
    const logged = JSON.stringify(house.log);
    for (const secret of [PRIVATE, NOTICED, SHARED]) expect(logged).not.toContain(secret);
    const rows = JSON.stringify([
      await house.tools.db.selectFrom('commitment').selectAll().execute(),
      await house.tools.db.selectFrom('outbox').selectAll().execute(),
      await house.tools.db.selectFrom('audit').selectAll().execute(),
      await house.tools.db.selectFrom('inbox').selectAll().execute(),
    ]);
    for (const secret of [PRIVATE, NOTICED, SHARED]) expect(rows).not.toContain(secret);
  });

  test('goes with its author: out of the tables, and from what Bo sees', async () => {
    const [amina, bo] = [house.as('amina'), house.as('bo')];
    await house.forward({ days: 9, hours: 4 });
    await commits('amina', SHARED, 'Share with Bo Lindqvist');
    await amina.presses('We met');
    await amina.types('/coachingpairs export', '#leaders');
    const mine = [...house.slack.world.files.values()].map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('\n');
    expect(mine).toContain(SHARED);
    expect(mine).toContain('"met": "met"');
    expect(await bo.opensHome()).toContain(SHARED);
    await amina.types('/coachingpairs erase', '#leaders');
    await amina.presses('Delete everything');
    expect(await house.tools.db.selectFrom('commitment').selectAll().execute()).toEqual([]);
    expect(await house.tools.db.selectFrom('checkin').select('met').execute()).toEqual([{ met: 'met' }]);
    expect(await bo.opensHome()).not.toContain(SHARED);
  });
});

describe('Ids of somebody else', () => {
  test('in buttons and forms do nothing and tell nothing', async () => {
    await house.forward({ days: 9, hours: 4 });
    await commits('amina', PRIVATE, 'Keep to myself');
    const [{ id } = { id: '' }] = await house.tools.db.selectFrom('commitment').select('id').execute();
    const [{ pair } = { pair: '' }] = await house.tools.db.selectFrom('commitment').select('pair').execute();
    const press = (name: Name, action: string, value: string) =>
      ears.presses?.[action]?.(house.tools, { user: cast[name].id, action, value, values: [], triggerId: 'none' });
    for (const name of ['bo', 'chidi', 'hana'] as const)
      for (const control of ['done', 'partly', 'not-yet', 'let-go', 'keep', 'smaller', 'noticed', 'skip', 'reopen', 'share', 'unshare'])
        for (const value of [id, `${pair}:1:${id}`]) {
          const answer = await press(name, `coaching.commitment-${control}`, value);
          expect(answer).toEqual({ text: house.tools.content.say('coaching.commitment.gone') });
        }
    for (const action of ['coaching.checkin-met', 'coaching.checkin-leave', 'coaching.checkin-change', 'coaching.commit'])
      for (const value of [`${pair}:1`, 'nonsense', '', `${pair}:99`, `${pair}:-1`, ':::'])
        expect(await press('chidi', action, value)).toEqual({ text: house.tools.content.say('coaching.checkin.others') });
    expect(await press('amina', 'coaching.checkin-met', `${pair}:9`)).toEqual({
      text: house.tools.content.say('coaching.checkin.not-begun', { date: 'Monday 10 May 2027' }),
    });
    const about = (commitment: string) => JSON.stringify({ id: commitment, pair, fortnight: 1, from: 'modal' });
    const box = (text: string) => ({ text: { type: 'plain_text_input', value: text } });
    const state = { when: box('x'), will: box('y'), noticed: box('z'), seen: { seen: { selected_option: { value: 'share' } } } };
    for (const callbackId of ['coaching.commit', 'coaching.commitment-smaller', 'coaching.commitment-noticed']) {
      const submitted = { user: cast.chidi.id, viewId: 'V', hash: 'h', callbackId, privateMetadata: about(id), state, triggerId: 'none' };
      expect(await ears.submits?.[callbackId]?.(house.tools, submitted)).toMatchObject({ then: 'errors' });
    }
    const rows = await house.tools.db.selectFrom('commitment').select(['state', 'carries', 'shared_at', 'noticed_at']).execute();
    expect(rows).toEqual([{ state: 'open', carries: 0, shared_at: null, noticed_at: null }]);
    expect(await house.tools.db.selectFrom('checkin').selectAll().execute()).toEqual([]);
  });

  test('a form submitted twice is one commitment, and a third is refused where two are open', async () => {
    await house.forward({ days: 9, hours: 4 });
    const [{ pair } = { pair: '' }] = await house.tools.db
      .selectFrom('pair_leader')
      .innerJoin('leader', 'leader.id', 'pair_leader.leader')
      .select('pair')
      .where('slack_user', '=', cast.amina.id)
      .execute();
    const box = (text: string) => ({ text: { type: 'plain_text_input', value: text } });
    const state = { when: box('x'), will: box('y'), seen: { seen: { selected_option: { value: 'keep' } } } };
    const submit = (id: string, more = {}) =>
      ears.submits?.['coaching.commit']?.(house.tools, {
        ...{ user: cast.amina.id, viewId: 'V', hash: 'h', callbackId: 'coaching.commit', triggerId: 'none' },
        state: { ...state, ...more },
        privateMetadata: JSON.stringify({ id, pair, fortnight: 1, from: 'list' }),
      });
    const { content } = house.tools;
    expect(await submit('none', { when: box('.'), will: box('x'.repeat(141)), seen: {} })).toEqual({
      then: 'errors',
      errors: {
        when: content.plain('coaching.commitment.empty'),
        will: content.plain('coaching.commitment.too-long', { x: 140 }),
        seen: content.plain('coaching.commitment.choose'),
      },
    });
    for (const id of ['one', 'one', 'two']) expect(await submit(id)).toMatchObject({ then: 'update' });
    const full = content.plain('coaching.commitment.too-many');
    expect(await submit('three')).toEqual({ then: 'errors', errors: { when: full } });
    expect(await house.tools.db.selectFrom('commitment').select('id').orderBy('id').execute()).toEqual([{ id: 'one' }, { id: 'two' }]);
  });
});

test('commitments go thirty days after the next round is approved, but for those whose author keeps them', async () => {
  await house.forward({ days: 9 });
  await commits('amina', PRIVATE, 'Keep to myself');
  await commits('bo', 'stay', 'Keep to myself');
  const { db } = house.tools;
  const rows = await db.selectFrom('commitment').select(['leader', 'round', 'workspace']).orderBy('made_at').execute();
  const [, bos] = rows;
  const kept_at = '2027-02-01T09:00:00.000Z';
  await db
    .insertInto('keepsake')
    .values({ ...(bos as { leader: string; round: string; workspace: string }), kept_at })
    .execute();
  await db.updateTable('round').set({ closed_at: kept_at }).execute();
  await house.forward({ days: 36 });
  expect(await db.selectFrom('commitment').select('leader').execute()).toEqual([{ leader: bos?.leader }]);
});
