// Leaders choose each other before a round, as people live it: asking, answering, taking back, undoing, and what the round makes of it.
import { describe, expect, jest, test } from '@jest/globals';
import { leave } from '../../src/features/leaving/leave.ts';
import * as pairs from '../../src/features/pairing/pairs.ts';
import { recheck } from '../../src/features/pairing/recheck.ts';
import { stamp } from '../../src/platform/clock.ts';
import { cast as everyone, type Name } from '../cast.ts';
import { asks, choosingStage, opens, read, rows, SIX } from '../features/pairing/choosing/choosing-stage.ts';
import { approved, change, preview, type Stage, together, wish } from '../features/pairing/rotating.ts';
import { joined } from './starting.ts';

jest.setTimeout(60_000);

const partnerOf = async (on: Stage, name: Name) => {
  const pair = await pairs.currentOf(on.tools.db, on.cast[name].id);
  return (pair?.members ?? []).filter(({ leader }) => leader !== on.cast[name].id).map((member) => member.name);
};

describe('Amina and Bo choose each other', () => {
  test('she asks, he hears it in his hours and accepts, she hears of it, and the round puts them together', async () => {
    const on = await choosingStage();
    const amina = on.house.as('amina');
    expect(await amina.opensHome()).toContain(
      'You can choose your partner for the round that begins on Tuesday 2 February 2027, until the end of Tuesday 26 January 2027.',
    );
    expect(await asks(on, 'amina', 'bo')).toContain(`You have asked ${everyone.bo.name}.`);
    await on.house.forward({ hours: 2 });
    expect(read(on, 'bo')).toContain(`${everyone.amina.name}, from Finance, would like to be your partner`);
    await on.house.as('bo').presses('Accept');
    expect(read(on, 'bo')).toContain(`You and ${everyone.amina.name} have chosen each other.`);
    await on.house.forward({ days: 1 });
    expect(read(on, 'amina')).toContain(`${everyone.bo.name} has accepted.`);
    expect(await amina.opensHome()).toContain(`You and ${everyone.bo.name} have chosen each other`);
    const seen = await preview(on);
    expect(together(seen)).toContain('Amina and Bo');
    await on.house.forward({ days: 21 });
    expect(await partnerOf(on, 'amina')).toEqual([everyone.bo.name]);
    expect(read(on, 'amina')).toContain('both chose each other');
    expect((await rows(on)).map(({ asker, asked }) => [asker, asked])).toEqual([[on.cast.amina.id, on.cast.bo.id]]);
  });

  test('who asks somebody who has asked them has found them', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    expect(await asks(on, 'bo', 'amina')).toContain('had asked you too');
    expect((await rows(on)).map(({ accepted_at, ended_at }) => [accepted_at !== null, ended_at])).toEqual([[true, null]]);
  });

  test('either may undo it until the last day, and the other hears the bare fact', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    await asks(on, 'bo', 'amina');
    await on.house.as('amina').opensHome();
    await on.house.as('amina').presses('See our choice');
    await on.house.as('amina').presses('Undo this choice');
    expect(on.house.as('amina').sees()).toContain('no longer chosen as partners');
    await on.house.as('amina').closes();
    await on.house.forward({ days: 6 });
    expect(read(on, 'bo')).toContain(`You and ${everyone.amina.name} are no longer chosen as partners for the coming round.`);
    expect(await asks(on, 'amina', 'chidi')).toContain('You have asked');
  });

  test('after the last day nothing is asked, answered or undone any more', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    await asks(on, 'bo', 'amina');
    await on.house.as('amina').opensHome();
    await on.house.as('amina').presses('See our choice');
    await on.house.forward({ days: 15 });
    await on.house.as('amina').presses('Undo this choice');
    expect(on.house.as('amina').sees()).toContain('The time to choose ended with Tuesday 26 January 2027.');
    expect((await rows(on)).map(({ ended_at }) => ended_at)).toEqual([null]);
  });
});

describe('that leaders choose', () => {
  test('is told once to everybody who takes part, and to whoever comes later', async () => {
    const on = await choosingStage();
    const told = (name: Name) =>
      on.house
        .as(name)
        .reads()
        .filter((message) => message.includes('You can choose your partner for the round of Leaders'));
    expect(SIX.map((name) => told(name).length)).toEqual([1, 1, 1, 1, 1, 1]);
    await joined(on.house, 'goran');
    await on.house.forward({ days: 5 });
    expect([...SIX, 'goran' as const].map((name) => told(name).length)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    await on.house.as('goran').presses('Choose a partner');
    expect(on.house.as('goran').sees()).toContain('Whom to ask');
  });

  test('stands where a leader looks for their partner, and for where they stand', async () => {
    const on = await choosingStage();
    for (const word of ['partner', 'status'])
      expect(await on.house.as('amina').types(`/coachingpairs ${word}`, '#leaders')).toContain('[Choose a partner]');
    await on.house.forward({ days: 14 });
    for (const word of ['partner', 'status'])
      expect(await on.house.as('amina').types(`/coachingpairs ${word}`, '#leaders')).not.toContain('[Choose');
  });

  test('moves with the round', async () => {
    const on = await choosingStage();
    const said = await on.house.as('hana').types('/rotate on 2027-02-16', '#leaders');
    expect(said).toContain('Leaders choose each other from Tuesday 19 January 2027 until the end of Tuesday 9 February 2027.');
    expect(await on.house.as('amina').opensHome()).not.toContain('Choose a partner');
    await on.house.forward({ days: 8 });
    expect(await on.house.as('amina').opensHome()).toContain('until the end of Tuesday 9 February 2027');
  });

  test('is not said, or offered, where the bot proposes', async () => {
    const on = await choosingStage(SIX, { choosing: 'bot' });
    expect(read(on, 'amina')).toBe('');
    expect(await on.house.as('amina').opensHome()).not.toMatch(/Choose a partner|welcome in the round/);
    await on.house.as('hana').types('/rotate', '#leaders');
    expect(on.house.as('hana').sees()).toContain('The bot proposes from the rules alone.');
  });
});

describe('somebody who is asked', () => {
  test('says "Not this time", and the one who asked can ask somebody else', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    await on.house.forward({ hours: 2 });
    await on.house.as('bo').presses('Not this time');
    await on.house.forward({ days: 1 });
    expect(read(on, 'amina')).toContain(`${everyone.bo.name} has answered "Not this time".`);
    expect(await asks(on, 'amina', 'bo')).toContain('has answered "Not this time". Choose somebody else.');
    expect(await asks(on, 'amina', 'chidi')).toContain('You have asked');
  });

  test('accepts one of several: the others hear only that a partner is found, and what the two had asked ends', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    await asks(on, 'chidi', 'bo');
    await asks(on, 'bo', 'dolores');
    await opens(on, 'bo');
    await on.house.as('bo').presses(`pairing.choose-accept#${(await rows(on)).find(({ asker }) => asker === on.cast.chidi.id)?.id}`);
    await on.house.forward({ days: 3 });
    expect(read(on, 'amina')).toContain(`${everyone.bo.name} has found a partner for the coming round.`);
    expect(read(on, 'amina')).not.toContain(everyone.chidi.name);
    expect((await rows(on)).map(({ ended_because }) => ended_because).sort()).toEqual(['elsewhere', 'elsewhere', null]);
    expect(await asks(on, 'dolores', 'bo')).toContain('has found a partner for the coming round already');
  });

  test('reads of many who ask in one message', async () => {
    const on = await choosingStage(SIX, {}, '2027-01-12T22:00:00Z');
    for (const name of ['amina', 'chidi', 'dolores'] as const) await asks(on, name, 'bo');
    await on.house.forward({ days: 1 });
    const heard = on.house
      .as('bo')
      .reads()
      .filter((message) => message.includes('would like to be your partner'));
    expect(heard).toHaveLength(1);
    expect(heard[0]).toContain('3 people would like to be your partner');
    await on.house.as('bo').presses('See who asks');
    expect(on.house.as('bo').sees()).toContain(everyone.dolores.name);
  });

  test('does not answer: at the end of the last day it lapses, and who asked hears so', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    await on.house.forward({ days: 16 });
    expect(read(on, 'amina')).toContain(`The time to choose is over, and ${everyone.bo.name} has not answered.`);
    expect((await rows(on)).map(({ ended_because }) => ended_because)).toEqual(['lapsed']);
  });
});

describe('a private list', () => {
  async function lived(listed: boolean): Promise<{ amina: string[]; home: string; row: unknown }> {
    const on = await choosingStage();
    await wish(on, 'bo', { avoids: listed ? [on.cast.amina.user] : [] });
    const said = await asks(on, 'amina', 'bo');
    await on.house.forward({ days: 5 });
    const home = await on.house.as('amina').opensHome();
    await on.house.forward({ days: 11 });
    if (listed) expect(read(on, 'bo')).not.toContain('would like to be your partner');
    if (listed) expect(await on.house.as('bo').opensHome()).not.toContain(everyone.amina.name);
    const [row] = await rows(on);
    return { amina: [said, ...on.house.as('amina').reads()], home, row: { because: row?.ended_because, at: row?.ended_at } };
  }

  test('is like silence to the one who asks', async () => {
    expect(await lived(true)).toEqual(await lived(false));
  });

  test('that is written later undoes a choice as if the other had', async () => {
    const undone = async (how: 'list' | 'press') => {
      const on = await choosingStage();
      await asks(on, 'amina', 'bo');
      await asks(on, 'bo', 'amina');
      await on.house.forward({ days: 1 });
      if (how === 'list') await wish(on, 'bo', { avoids: [on.cast.amina.user] });
      else {
        await on.house.as('bo').opensHome();
        await on.house.as('bo').presses('See our choice');
        await on.house.as('bo').presses('Undo this choice');
      }
      await on.house.forward({ days: 3 });
      return on.house.as('amina').reads();
    };
    expect(await undone('list')).toEqual(await undone('press'));
  });

  test('of one’s own is said to its owner alone', async () => {
    const on = await choosingStage();
    await wish(on, 'amina', { avoids: [on.cast.bo.user] });
    expect(await asks(on, 'amina', 'bo')).toContain('on your own private list');
  });
});

describe('the rules', () => {
  test('are said on the spot', async () => {
    const on = await choosingStage();
    await change(on, 'bo', { manager: on.cast.amina.user });
    await change(on, 'chidi', { function: 'Finance' });
    await change(on, 'dolores', { pausedAt: '2027-01-12T12:00:00.000Z', pausedUntil: null });
    expect(await asks(on, 'amina', 'bo')).toContain('within two steps on the reporting line');
    expect(await asks(on, 'amina', 'chidi')).toContain('from your own function');
    expect(await asks(on, 'amina', 'dolores')).toContain('does not take part in the coming round');
    expect(await asks(on, 'amina', 'amina')).toContain('That is you.');
    expect(await asks(on, 'amina', 'goran')).toContain('does not take part in the coming round');
    expect(await asks(on, 'amina', 'freya')).toContain('You have asked');
    expect(await rows(on)).toHaveLength(1);
  });

  test('that change undo a choice, and both hear so, without why', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    await asks(on, 'bo', 'amina');
    await on.house.forward({ days: 1 });
    await change(on, 'bo', { manager: on.cast.amina.user });
    await on.house.forward({ days: 6 });
    for (const name of ['amina', 'bo'] as const) expect(read(on, name)).toContain('are no longer chosen as partners for the coming round');
    expect(together(await preview(on))).not.toContain('Amina and Bo');
  });
});

describe('who goes', () => {
  test('leaves a choice behind, and the other can choose again', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    await asks(on, 'bo', 'amina');
    await leave(on.tools, { programme: on.programme, user: on.cast.bo.user, because: 'left' });
    await on.house.forward({ days: 6 });
    expect(read(on, 'amina')).toContain(`Your request to ${everyone.bo.name} no longer stands.`);
    expect(read(on, 'amina')).not.toContain('has accepted');
    expect(await asks(on, 'amina', 'chidi')).toContain('You have asked');
  });

  test('and pauses over the round ends what they asked', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    await on.house.forward({ hours: 2 });
    await on.house.as('amina').types('/coachingpairs pause 8 weeks', '#leaders');
    await on.house.as('amina').presses('Pause');
    await on.house.forward({ hours: 1 });
    expect((await rows(on)).map(({ ended_because }) => ended_because)).toEqual(['rules']);
    await on.house.as('bo').presses('Accept');
    expect(read(on, 'bo')).toContain('That request no longer stands.');
  });
});

describe('the round', () => {
  test('lets choices give way where somebody would be left without a partner, and says so to both and to the organiser', async () => {
    const on = await choosingStage(['amina', 'bo', 'chidi', 'dolores']);
    await asks(on, 'amina', 'bo');
    await asks(on, 'bo', 'amina');
    await wish(on, 'chidi', { avoids: [on.cast.dolores.user] });
    const hana = on.house.as('hana');
    await hana.types('/rotate', '#leaders');
    expect(hana.sees()).toContain('Chosen, and not together in this round: Amina Adeyemi and Bo Lindqvist.');
    expect(hana.sees()).toContain('Pairs chosen so far: 1.');
    await approved(on);
    await on.house.settled();
    for (const name of ['amina', 'bo'] as const) expect(read(on, name)).toContain('had chosen each other. In this round that could not be');
    for (const name of ['chidi', 'dolores'] as const) expect(read(on, name)).not.toContain('could not be');
  });

  test('keeps a pair in a trio where five are three and two', async () => {
    const on = await choosingStage(['amina', 'bo', 'chidi', 'dolores', 'edo']);
    await asks(on, 'amina', 'bo');
    await asks(on, 'bo', 'amina');
    await asks(on, 'chidi', 'dolores');
    await asks(on, 'dolores', 'chidi');
    const groups = together(await preview(on));
    expect(groups.some((group) => group.includes('Amina') && group.includes('Bo'))).toBe(true);
    expect(groups.some((group) => group.includes('Chidi') && group.includes('Dolores'))).toBe(true);
    expect(groups).toHaveLength(2);
  });

  test('forgets who asked in vain when it begins', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    await asks(on, 'chidi', 'dolores');
    await asks(on, 'dolores', 'chidi');
    await on.house.forward({ hours: 2 });
    await approved(on);
    expect((await rows(on)).map(({ asker }) => asker)).toEqual([on.cast.chidi.id]);
    await on.house.as('bo').presses('Accept');
    expect(read(on, 'bo')).toContain('That request no longer stands.');
    expect(await partnerOf(on, 'chidi')).toEqual([everyone.dolores.name]);
  });

  test('can be proved again, and keeps who chose whom until thirty days after it is over', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    await asks(on, 'bo', 'amina');
    const { round } = await approved(on);
    expect(await recheck(on.tools, on.tools.db, round)).toBe('proved');
    await on.tools.db
      .updateTable('round')
      .set({ closed_at: stamp(on.tools.now()) })
      .where('id', '=', round.id)
      .execute();
    await on.house.forward({ days: 29 });
    expect(await rows(on)).toHaveLength(1);
    await on.house.forward({ days: 2 });
    expect(await rows(on)).toEqual([]);
  });

  test('takes back what is still on its way', async () => {
    const on = await choosingStage(SIX, {}, '2027-01-12T22:00:00Z');
    await asks(on, 'amina', 'bo');
    await approved(on);
    await on.house.forward({ days: 2 });
    expect(read(on, 'bo')).not.toContain('would like to be your partner');
    expect(read(on, 'bo')).toContain('Your partner for this round is');
  });

  test('of an organiser who changes the way: those who had chosen hear it', async () => {
    const on = await choosingStage();
    await asks(on, 'amina', 'bo');
    await asks(on, 'bo', 'amina');
    await asks(on, 'chidi', 'dolores');
    const hana = on.house.as('hana');
    await hana.types('/coachingpairs settings', '#leaders');
    await hana.fillsIn({ 'Who chooses partners': 'bot' });
    await hana.submits();
    expect(hana.sees()).toContain('what was chosen for the coming round ends: 1 chosen pair. So does every request that is open.');
    await hana.submits();
    await on.house.forward({ days: 6 });
    for (const name of ['amina', 'bo', 'chidi'] as const)
      expect(read(on, name)).toContain('The way in which partners are found has changed');
    expect(read(on, 'dolores')).not.toContain('has changed for everyone');
    expect((await rows(on)).map(({ ended_because }) => ended_because)).toEqual(['switched', 'switched']);
  });
});

describe('people who are welcome', () => {
  test('are named from Home before a round, up to three', async () => {
    const on = await choosingStage(SIX, { choosing: 'welcome' });
    const amina = on.house.as('amina');
    expect(await amina.opensHome()).toContain('You have named 0 of 3.');
    await amina.presses('Name people');
    await amina.fillsIn({ 'People I would welcome as a partner': [everyone.bo.id, everyone.chidi.id] });
    expect(await amina.submits()).toEqual({});
    expect(amina.sees()).toContain('You have named 2 of 3.');
    await amina.closes();
    expect(await amina.opensHome()).toContain('you have named 2 of 3');
    expect(await on.house.as('bo').opensHome()).toContain('0 of 3');
  });
});
