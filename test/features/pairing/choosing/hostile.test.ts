// Presses and forms of choosing that nobody should be able to make, or that come too late: each is answered, and none does harm.
import { describe, expect, jest, test } from '@jest/globals';
import * as programmes from '../../../../src/features/founding/programmes.ts';
import { leave } from '../../../../src/features/leaving/leave.ts';
import { seeChoosing } from '../../../../src/features/pairing/choosing/see.ts';
import { edit } from '../../../../src/features/pairing/preview/edit.ts';
import { undo } from '../../../../src/features/pairing/undo.ts';
import { transact } from '../../../../src/platform/db/transact.ts';
import { cast as everyone } from '../../../cast.ts';
import { heardUnasked } from '../../../heard.ts';
import { external, guest, presses, submits } from '../../../stories/forging.ts';
import { approved, change, HANA, preview, type Stage, together, wish as wishes } from '../rotating.ts';
import { asks, choosingStage, opens, read, rows, SIX } from './choosing-stage.ts';

jest.setTimeout(60_000);

const BUTTONS = ['pairing.choose-accept', 'pairing.choose-decline', 'pairing.choose-withdraw', 'pairing.choose-undo'];
const standing = async (on: Stage) => JSON.stringify(await rows(on));
const idOf = async (on: Stage) => (await rows(on))[0]?.id ?? '';

describe('a request of Amina’s to Bo', () => {
  test('is pressed by nobody else, whatever they send', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    const before = await standing(on);
    const value = await idOf(on);
    for (const user of [everyone.chidi.id, everyone.hana.id, everyone.goran.id]) {
      for (const action of BUTTONS) {
        const got = await presses(on.house, user, { action, value, about: '' });
        expect(got.text).toContain('That request no longer stands.');
        expect(got.text).not.toContain(everyone.amina.name);
      }
    }
    for (const [user, action] of [
      [everyone.amina.id, BUTTONS[0]],
      [everyone.amina.id, BUTTONS[1]],
      [everyone.bo.id, BUTTONS[2]],
    ] as const)
      expect((await presses(on.house, user, { action: action ?? '', value, about: '' })).text).toContain('no longer stands');
    for (const nonsense of ['', 'x', `${value} `, '{"a":1}', '../..', 'x'.repeat(2000)])
      for (const action of BUTTONS)
        expect((await presses(on.house, everyone.bo.id, { action, value: nonsense, about: '' })).acked).toBe(true);
    expect(await standing(on)).toBe(before);
  });

  test('is not seen by an organiser', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    const hana = on.house.as('hana');
    await hana.types('/rotate', '#leaders');
    expect(hana.sees()).toContain('Pairs chosen so far: 0.');
    await hana.closes();
    await hana.types('/coachingpairs settings', '#leaders');
    expect(hana.sees()).toContain('Pairs that have chosen each other for the coming round: 0.');
    expect(await hana.opensHome()).not.toContain('would like to be your partner');
  });

  test('ends when she leaves, and her old button is answered', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    await leave(on.tools, { programme: on.programme, user: everyone.amina.id, because: 'deactivated' });
    const got = await presses(on.house, everyone.bo.id, { action: 'pairing.choose-accept', value: await idOf(on), about: '' });
    expect(got.text).toContain('no longer stands');
    expect(await on.house.as('bo').opensHome()).not.toContain(everyone.amina.name);
  });

  test('is kept from one who found somebody else a moment ago', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    await asks(on, 'bo', 'chidi');
    await asks(on, 'chidi', 'bo');
    const got = await presses(on.house, everyone.bo.id, { action: 'pairing.choose-accept', value: await idOf(on), about: '' });
    expect(got.text).toContain('no longer stands');
    expect((await rows(on)).filter(({ accepted_at, ended_at }) => accepted_at && !ended_at)).toHaveLength(1);
  });
});

describe('Bo asks Amina, and then puts her on his private list', () => {
  test.each(['asks', 'accepts'] as const)('she %s, and sees no more than that his request is gone', async (how) => {
    const on = await choosingStage();
    await asks(on, 'bo', 'amina');
    await wishes(on, 'bo', { avoids: [everyone.amina.id] });
    const before = await opens(on, 'amina');
    expect(before).toContain(everyone.bo.name);
    await on.house.as('amina').closes();
    if (how === 'asks') expect(await asks(on, 'amina', 'bo')).toContain(`You have asked ${everyone.bo.name}.`);
    else await presses(on.house, everyone.amina.id, { action: 'pairing.choose-accept', value: await idOf(on), about: '' });
    const form = await seeChoosing(on.tools, { programme: on.programme.id, user: everyone.amina.id }, on.tools.now());
    expect(form.ok && [form.seen.asked.length, form.seen.asking?.name, form.seen.chosen]).toEqual([
      0,
      how === 'asks' ? everyone.bo.name : undefined,
      undefined,
    ]);
  });
});

describe('the form', () => {
  const state = (user: string) => ({ person: { x: { selected_user: user } } });

  test('takes nobody who cannot be a partner, and nobody who is not in', async () => {
    const on = await choosingStage();
    const about = on.programme.id;
    for (const other of ['U0NOBODY', 'USLACKBOT', everyone.hana.id, guest.id, external.id]) {
      const got = await submits(on.house, everyone.amina.id, { callback: 'pairing.choosing', about, state: state(other) });
      expect(got.text).toContain('does not take part in the coming round');
    }
    for (const user of [everyone.hana.id, everyone.goran.id]) {
      const got = await submits(on.house, user, { callback: 'pairing.choosing', about, state: state(everyone.bo.id) });
      expect(got.text).toContain('You do not take part in this programme.');
    }
    for (const wrong of ['', 'x', '{}']) {
      const got = await submits(on.house, everyone.amina.id, { callback: 'pairing.choosing', about: wrong, state: state(everyone.bo.id) });
      expect(got.text).toContain('You do not take part in this programme.');
    }
    const empty = await submits(on.house, everyone.amina.id, { callback: 'pairing.choosing', about, state: {} });
    expect(empty.text).toContain('Choose whom you would like to ask');
    expect(await rows(on)).toEqual([]);
  });

  test('sent from an open window after the last day, or after another way was set, says so', async () => {
    const on = await choosingStage();
    const form = { callback: 'pairing.choosing', about: on.programme.id, state: state(everyone.bo.id) };
    await transact(on.tools.db, (tx) => programmes.change(tx, { ...on.programme, choosing: 'bot' }));
    expect((await submits(on.house, everyone.amina.id, form)).text).toContain('partners are not chosen by leaders at the moment');
    await transact(on.tools.db, (tx) => programmes.change(tx, on.programme));
    await on.house.forward({ days: 14 });
    expect((await submits(on.house, everyone.amina.id, form)).text).toContain('The time to choose ended with Tuesday 26 January 2027.');
    expect(await rows(on)).toEqual([]);
  });

  test('shows names as they are written, and nothing in them as markup', async () => {
    const on = await choosingStage();
    await change(on, 'amina', { name: '<!channel> Amina & <@U1> 😀'.padEnd(150, 'x') });
    await asks(on, 'amina', 'bo');
    await on.house.forward({ hours: 2 });
    expect(read(on, 'bo')).toContain('<!channel> Amina & <@U1> 😀xxx');
    expect(on.house.slack.complaints).toEqual([]);
  });
});

describe('two programmes', () => {
  test('do not know of each other’s choices', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    await asks(on, 'bo', 'amina');
    const other = { ...on.programme, id: on.tools.newId(), channel: 'C0OTHERS', name: 'Others' };
    await transact(on.tools.db, (tx) => programmes.add(tx, other));
    const form = { callback: 'pairing.choosing', about: other.id, state: { person: { x: { selected_user: everyone.bo.id } } } };
    expect((await submits(on.house, everyone.amina.id, form)).text).toContain('You do not take part in this programme.');
    const [row] = await rows(on);
    expect(row?.programme).toBe(on.programme.id);
  });
});

describe('few and odd', () => {
  test('two people choose each other, and the round is theirs', async () => {
    const on = await choosingStage(['amina', 'bo']);
    await asks(on, 'amina', 'bo');
    await asks(on, 'bo', 'amina');
    expect(together(await preview(on))).toEqual(['Amina and Bo']);
  });

  test('one of three joins the two who chose each other', async () => {
    const on = await choosingStage(['amina', 'bo', 'chidi']);
    await asks(on, 'amina', 'bo');
    await asks(on, 'bo', 'amina');
    expect(together(await preview(on))).toEqual(['Amina and Bo and Chidi']);
    await approved(on);
    await on.house.settled();
    expect(read(on, 'amina')).toContain('two of the three chose each other');
    expect(read(on, 'amina')).not.toContain('could not be');
  });

  test('an organiser’s change goes before a choice, and the two hear so', async () => {
    const on = await choosingStage(SIX);
    await asks(on, 'amina', 'bo');
    await asks(on, 'bo', 'amina');
    const hana = on.house.as('hana');
    await hana.types('/rotate', '#leaders');
    expect(hana.sees()).toContain('both chose each other');
    await hana.closes();
    const { proposal } = await preview(on);
    const wish = { what: 'swap', leader: on.cast.amina.id, withUser: everyone.chidi.id } as const;
    const done = await edit(on.tools, { proposal: proposal.id, revision: proposal.revision, by: HANA, wish });
    expect(done.ok && together(done.preview)).not.toContain('Amina and Bo');
    await hana.types('/rotate', '#leaders');
    expect(hana.sees()).toContain('Chosen, and not together in this round: Amina Adeyemi and Bo Lindqvist.');
    await approved(on);
    await on.house.settled();
    for (const name of ['amina', 'bo'] as const) expect(read(on, name)).toContain('had chosen each other. In this round that could not be');
  });

  test('a round that is undone leaves what was chosen as it was', async () => {
    const on = await choosingStage(SIX, {}, '2027-01-12T22:00:00Z');
    await asks(on, 'amina', 'bo');
    await asks(on, 'bo', 'amina');
    await approved(on);
    expect(await undo(on.tools, { programme: on.programme.id, by: HANA })).toMatchObject({ ok: true });
    expect(together(await preview(on))).toContain('Amina and Bo');
  });
});

describe('the limits of a week and a day', () => {
  test('hold for somebody whom everybody asks, answers and leaves', async () => {
    const on = await choosingStage();
    for (const name of ['amina', 'chidi', 'dolores', 'edo'] as const) {
      await asks(on, name, 'freya');
      await on.house.forward({ days: 1 });
    }
    await opens(on, 'freya');
    await on.house.as('freya').presses(`pairing.choose-accept#${await idOf(on)}`);
    await on.house.as('freya').presses('Undo this choice');
    await on.house.as('freya').closes();
    await asks(on, 'freya', 'chidi');
    await on.house.forward({ days: 20 });
    const heard = await heardUnasked(on.tools.db);
    const days = heard.map(({ slack_user, started_at }) => `${slack_user} ${started_at?.slice(0, 10)}`);
    expect(days.length).toBeGreaterThan(12);
    expect(new Set(days).size).toBe(days.length);
    const weeks = heard.map(
      ({ slack_user, started_at }) => `${slack_user} ${Math.floor((Date.parse(started_at ?? '') / 86_400_000 + 3) / 7)}`,
    );
    const most = Math.max(...[...new Set(weeks)].map((week) => weeks.filter((each) => each === week).length));
    expect(most).toBeLessThanOrEqual(2);
  });
});
