// A match changes while a round runs, as people live it: somebody asks for another, a partner leaves, somebody comes late. Those it concerns hear
// that it has changed, and nobody hears who asked.
import { describe, expect, test } from '@jest/globals';
import type { Leader } from '../../src/features/joining/leaders.ts';
import { leave } from '../../src/features/leaving/leave.ts';
import * as pairs from '../../src/features/pairing/pairs.ts';
import * as rounds from '../../src/features/pairing/rounds.ts';
import { undo } from '../../src/features/pairing/undo.ts';
import { cast as everyone, type Name } from '../cast.ts';
import { approved, change, enrol, HANA, type Stage, stage, wish } from '../features/pairing/rotating.ts';
import { heardUnasked } from '../heard.ts';

const SIX = ['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya'] as const;

const nameOf = (on: Stage, leader: string) => (Object.keys(on.cast) as Name[]).find((name) => on.cast[name].id === leader) as Name;

async function partnersOf(on: Stage, name: Name): Promise<Name[]> {
  const pair = await pairs.currentOf(on.tools.db, on.cast[name].id);
  return (pair?.members ?? []).map(({ leader }) => nameOf(on, leader)).filter((other) => other !== name);
}

async function pairIdOf(on: Stage, name: Name): Promise<string> {
  return (await pairs.currentOf(on.tools.db, on.cast[name].id))?.id ?? '';
}

/** Everyone together, as sorted groups. */
async function groups(on: Stage): Promise<string[]> {
  const round = await rounds.current(on.tools.db, on.programme.id);
  const standing = await pairs.ofRound(on.tools.db, round?.id ?? '');
  return standing
    .map(({ members }) =>
      members
        .map(({ leader }) => nameOf(on, leader))
        .sort()
        .join(' '),
    )
    .sort();
}

/** What somebody has read, but for the announcement in the channel, which everybody reads. */
const read = (on: Stage, name: Name) =>
  on.house
    .as(name)
    .reads()
    .filter((message) => !message.startsWith('New partners'))
    .join('\n');
const open = (on: Stage) => on.tools.db.selectFrom('rematch').select(['wish', 'leader']).where('settled_at', 'is', null).execute();

async function begun(names: readonly Name[] = SIX): Promise<Stage> {
  const on = await stage(names);
  await approved(on);
  await on.house.settled();
  return on;
}

/** A round in its sixth week: its pairs work together. */
async function running(names: readonly Name[] = SIX): Promise<Stage> {
  const on = await begun(names);
  await on.house.forward({ days: 42 });
  return on;
}

async function comes(on: Stage, name: Name, about: Partial<Leader> = {}): Promise<void> {
  on.cast[name] = await enrol(on, name, about);
}

async function leaves(on: Stage, name: Name, because: 'left' | 'deactivated' = 'left'): Promise<void> {
  await leave(on.tools, { programme: on.programme, user: on.cast[name].user, because });
  await on.house.settled();
}

describe('Amina asks for another while matches are being confirmed', () => {
  test('one other pair changes for it, nobody is named, and she is not with the same partner', async () => {
    const on = await begun();
    const [before] = (await partnersOf(on, 'amina')) as [Name];
    const stood = await groups(on);
    await on.house.as('amina').presses('Ask for another');
    await on.house.forward({ days: 2 });
    expect(await groups(on)).toEqual(stood);
    expect(read(on, before)).not.toContain('has changed');
    await on.house.forward({ days: 4 });
    expect(await partnersOf(on, 'amina')).not.toContain(before);
    expect((await groups(on)).filter((group) => stood.includes(group))).toHaveLength(1);
    expect(read(on, before)).toContain('this is your shared space');
    expect(read(on, before)).toContain('Your match has changed. This happens for all sorts of reasons. Your partner for this round is');
    for (const name of SIX.filter((each) => each !== 'amina'))
      expect(read(on, name)).not.toMatch(/[Yy]ou asked|would like a different match/);
    expect(await open(on)).toEqual([]);
  });

  test('pairs that have said yes are the last to be moved', async () => {
    const on = await begun();
    const kept = (await groups(on)).find((group) => !group.includes('amina')) as string;
    for (const name of kept.split(' ') as Name[]) await on.house.as(name).presses('This suits me');
    await on.house.as('amina').presses('Ask for another');
    await on.house.forward({ days: 4 });
    expect(await groups(on)).toContain(kept);
  });

  test('nobody hears of it twice on one day', async () => {
    const on = await begun();
    await on.house.as('amina').presses('Ask for another');
    await on.house.forward({ days: 10 });
    const heard = await heardUnasked(on.tools.db);
    const days = heard.map(({ slack_user, started_at }) => `${slack_user} ${started_at?.slice(0, 10)}`);
    expect(days.length).toBeGreaterThan(12);
    expect(new Set(days).size).toBe(days.length);
  });

  test('both partners ask, and both are with somebody else', async () => {
    const on = await begun();
    const [before] = (await partnersOf(on, 'amina')) as [Name];
    await on.house.as('amina').presses('Ask for another');
    await on.house.as(before).presses('Ask for another');
    await on.house.forward({ days: 4 });
    expect(await partnersOf(on, 'amina')).not.toContain(before);
    expect(await open(on)).toEqual([]);
  });

  test('asks again, and never meets either of the two again in this round', async () => {
    const on = await begun();
    const [first] = (await partnersOf(on, 'amina')) as [Name];
    await on.house.as('amina').presses('Ask for another');
    await on.house.forward({ days: 4 });
    const [second] = (await partnersOf(on, 'amina')) as [Name];
    await on.house.as('amina').presses('Ask for another');
    await on.house.forward({ days: 6 });
    const now = await partnersOf(on, 'amina');
    expect(now).toHaveLength(1);
    expect([first, second]).not.toContain(now[0]);
  });

  test('of a trio: the other two carry on as a pair, and nobody is left over', async () => {
    const on = await begun([...SIX, 'goran']);
    const trio = (await groups(on)).find((group) => group.split(' ').length === 3) as string;
    const [asker, ...others] = trio.split(' ') as [Name, ...Name[]];
    await on.house.as(asker).presses('Ask for another');
    await on.house.forward({ days: 4 });
    const after = await groups(on);
    expect(after.flatMap((group) => group.split(' ')).sort()).toEqual([...SIX, 'goran']);
    for (const other of others) expect(await partnersOf(on, asker)).not.toContain(other);
    for (const other of others) expect(read(on, other)).toContain('Your match has changed');
    expect(read(on, others[0] as Name)).not.toMatch(/[Yy]ou asked/);
  });

  test('of two: there is nobody else, she is told so kindly, the organiser why, and the pair begins', async () => {
    const on = await begun(['amina', 'bo']);
    await on.house.as('amina').presses('Ask for another');
    await on.house.forward({ days: 6 });
    expect(read(on, 'amina')).toContain('There is no other partner for you in this round just now.');
    expect(read(on, 'hana')).toContain('No other match was found for Amina Adeyemi');
    expect(read(on, 'bo')).not.toMatch(/has changed|[Aa]mina Adeyemi (?:has )?asked|no other/);
    expect(read(on, 'bo')).toContain('this is your shared space');
    expect(await open(on)).toEqual([]);
  });

  test('a private wish is in the way: it is kept, and nobody is named for it', async () => {
    const on = await stage(['amina', 'bo', 'chidi', 'dolores']);
    await wish(on, 'chidi', { avoids: [everyone.amina.id] });
    await wish(on, 'dolores', { avoids: [everyone.amina.id] });
    await approved(on);
    await on.house.settled();
    expect(await partnersOf(on, 'amina')).toEqual(['bo']);
    await on.house.as('amina').presses('Ask for another');
    await on.house.forward({ days: 4 });
    expect(await partnersOf(on, 'amina')).toEqual(['bo']);
    expect(read(on, 'amina')).toContain('There is no other partner for you');
    expect(read(on, 'amina')).not.toMatch(/Chidi|Dolores|private wish/);
    expect(read(on, 'hana')).not.toMatch(/(?:Chidi|Dolores)[^.]*(?:rather not|private|avoid)/);
  });

  test('and stays after all: nothing changes', async () => {
    const on = await begun();
    const stood = await groups(on);
    const amina = on.house.as('amina');
    expect(await amina.types('/coachingpairs change', 'leaders')).toContain('Ask for another partner than');
    await amina.presses('pairing.change-now');
    expect(amina.readsLast()).toContain('You asked for another partner. You hear by Friday 15 January 2027.');
    await amina.presses('Keep this match');
    expect(amina.readsLast()).toContain('Good. You keep this match');
    await on.house.forward({ days: 4 });
    expect(await groups(on)).toEqual(stood);
  });

  test('the organiser looks at a match for her, sees who changes, and has it done at once', async () => {
    const on = await begun();
    const [before] = (await partnersOf(on, 'amina')) as [Name];
    await on.house.as('amina').presses('Ask for another');
    const hana = on.house.as('hana');
    await hana.presses('Suggest a match');
    expect(hana.sees()).toContain('A match for Amina Adeyemi. Nothing has been sent.');
    expect(hana.sees()).toContain('Pairs that change for it:');
    expect(await hana.submits()).toEqual({});
    expect(hana.sees()).toContain('Done.');
    expect(await partnersOf(on, 'amina')).not.toContain(before);
    await hana.closes();
    await hana.presses('Suggest a match');
    expect(hana.sees()).toContain('That has been settled already.');
  });

  test('whom the new partners would welcome is not told to the organiser who looks, and is to the two', async () => {
    const on = await begun(['amina', 'bo', 'chidi', 'dolores']);
    const [partner] = (await partnersOf(on, 'amina')) as [Name];
    const others = (['bo', 'chidi', 'dolores'] as const).filter((name) => name !== partner);
    for (const name of others) await wish(on, name, { welcomes: [everyone.amina.id] });
    await wish(on, 'amina', { welcomes: others.map((name) => everyone[name].id) });
    await on.house.as('amina').presses('Ask for another');
    const hana = on.house.as('hana');
    await hana.presses('Suggest a match');
    expect(hana.sees()).toContain('A match for Amina Adeyemi.');
    expect(hana.sees()).toContain('first time together');
    expect(hana.sees()).not.toMatch(/named each other|a wish for it/);
    await hana.submits();
    await on.house.forward({ days: 2 });
    expect(read(on, 'amina')).toContain('both named each other');
  });

  test('while the organiser looks, Edo leaves: she sees it anew before anything is sent', async () => {
    const on = await begun();
    await on.house.as('amina').presses('Ask for another');
    const hana = on.house.as('hana');
    await hana.presses('Suggest a match');
    await change(on, 'edo', { leftAt: '2027-01-12T12:00:00.000Z', leftBecause: 'left' });
    await hana.submits();
    expect(hana.sees()).toContain('Something has changed since this was worked out.');
  });

  test('a suggestion is for organisers', async () => {
    const on = await begun();
    await on.house.as('amina').presses('Ask for another');
    const [{ id = '' } = {}] = await on.tools.db.selectFrom('rematch').select('id').execute();
    const { ears } = await import('../../src/features/pairing/listeners.ts');
    const pressed = { user: on.cast.bo.user, action: 'pairing.suggest', value: id, values: [], triggerId: 't' };
    expect((await ears.presses?.['pairing.suggest']?.(on.tools, pressed))?.text).toContain('Only organisers');
  });

  test('in a round that was announced at once: the announcement is corrected where it stands, and nothing new is posted', async () => {
    const on = await stage(SIX);
    await approved(on, 'announce-now');
    await on.house.settled();
    const announced = () =>
      on.house
        .as('goran')
        .reads('leaders')
        .filter((message) => message.startsWith('New partners'));
    const [before = ''] = announced();
    await on.house.as('amina').presses('Ask for another');
    await on.house.forward({ days: 4 });
    const after = announced();
    expect(after).toHaveLength(1);
    expect(after[0]).not.toBe(before);
    const [partner] = (await partnersOf(on, 'amina')) as [Name];
    expect(after[0]).toMatch(new RegExp(`Amina Adeyemi and ${everyone[partner].name}|${everyone[partner].name} and Amina Adeyemi`));
    expect(after[0]).toContain('(picture: Bridge map of Leaders after round 1.');
  });

  test('and the round is taken back before anybody has heard: nothing is wanted any more', async () => {
    const on = await stage(SIX);
    await approved(on);
    const { askAnother } = await import('../../src/features/pairing/rematching/ask.ts');
    await askAnother(on.tools, { pair: await pairIdOf(on, 'amina'), user: on.cast.amina.user });
    expect(await undo(on.tools, { programme: on.programme.id, by: HANA })).toMatchObject({ ok: true });
    expect(await open(on)).toEqual([]);
  });
});

describe('in the middle of a round', () => {
  test('a pair that works together is not broken up by the bot for somebody else', async () => {
    const on = await running();
    const stood = await groups(on);
    await on.house.as('amina').types('/coachingpairs change', 'leaders');
    await on.house.as('amina').presses('pairing.change-now');
    await on.house.forward({ days: 6 });
    expect(await groups(on)).toEqual(stood);
    expect(read(on, 'amina')).toContain('There is no other partner for you in this round just now.');
    for (const name of SIX.filter((each) => each !== 'amina')) expect(read(on, name)).not.toContain('match has changed');
  });

  test('two who ask at once are matched anew with the two who were theirs', async () => {
    const on = await running();
    const [first] = (await partnersOf(on, 'amina')) as [Name];
    const other = SIX.find((name) => name !== 'amina' && name !== first) as Name;
    for (const name of ['amina', other] as const) {
      await on.house.as(name).types('/coachingpairs change', 'leaders');
      await on.house.as(name).presses('pairing.change-now');
    }
    await on.house.forward({ days: 2 });
    expect(await partnersOf(on, 'amina')).not.toContain(first);
    expect(await open(on)).toEqual([]);
  });

  test('two whose partners have left are matched with each other', async () => {
    const on = await running();
    const [hers] = (await partnersOf(on, 'amina')) as [Name];
    const other = SIX.find((name) => name !== 'amina' && name !== hers) as Name;
    const [theirs] = (await partnersOf(on, other)) as [Name];
    await leaves(on, hers);
    await leaves(on, theirs, 'deactivated');
    for (const name of ['amina', other] as const) {
      await on.house.as(name).types('/coachingpairs change', 'leaders');
      await on.house.as(name).presses('Match me again');
    }
    await on.house.forward({ days: 2 });
    expect(await partnersOf(on, 'amina')).toEqual([other]);
    expect(on.house.as('amina').reads().join('\n')).toContain(`Your partner for this round is ${everyone[other].name}`);
    expect(read(on, 'amina')).toContain('The round goes on where it is');
  });

  test('whoever finds nobody is told until when, once, and the organiser hears it', async () => {
    const on = await running();
    const [hers] = (await partnersOf(on, 'amina')) as [Name];
    await leaves(on, hers);
    await on.house.as('amina').types('/coachingpairs change', 'leaders');
    await on.house.as('amina').presses('Match me again');
    await on.house.forward({ days: 20 });
    expect(read(on, 'amina').match(/Nobody is free to be your partner just now/g)).toHaveLength(1);
    expect(read(on, 'hana').match(/Nobody is free for Amina Adeyemi just now/g)).toHaveLength(1);
    await comes(on, 'goran');
    await on.house.forward({ days: 2 });
    expect(await partnersOf(on, 'amina')).toEqual(['goran']);
  });
});

describe('joining a pair as a third', () => {
  /** Amina has no partner, and would like to join a pair. */
  async function wanting(): Promise<{ on: Stage; asked: Name[] }> {
    const on = await running();
    const [hers] = (await partnersOf(on, 'amina')) as [Name];
    await leaves(on, hers);
    await on.house.as('amina').types('/coachingpairs change', 'leaders');
    await on.house.as('amina').presses('Join a pair');
    await on.house.forward({ days: 1 });
    const asks = await on.tools.db.selectFrom('third_ask').select('leader').execute();
    return { on, asked: asks.map(({ leader }) => nameOf(on, leader)) };
  }

  test('both are asked in private, both say yes, and they are three', async () => {
    const { on, asked } = await wanting();
    expect(asked).toHaveLength(4);
    const [one] = asked as [Name];
    const [other] = (await partnersOf(on, one)) as [Name];
    const before = await pairIdOf(on, one);
    expect(read(on, one)).toContain(
      `Amina Adeyemi, from Finance, has no partner in this round. Would you and ${everyone[other].name} welcome them`,
    );
    await on.house.as(one).presses('Yes, welcome them');
    expect(await partnersOf(on, 'amina')).toEqual([]);
    expect(read(on, other)).not.toMatch(/said yes|has answered/);
    await on.house.as(other).presses('Yes, welcome them');
    expect((await partnersOf(on, 'amina')).sort()).toEqual([one, other].sort());
    expect(await pairIdOf(on, 'amina')).toBe(before);
    await on.house.forward({ days: 1 });
    expect(read(on, one)).toContain('Your match has changed: from now on you are three. This round you are one of three, with');
    expect(read(on, 'amina')).toContain('This round you are one of three, with');
    expect(on.house.as('amina').reads().join('\n')).toContain('this is your shared space');
  });

  test('the other pair presses later, and hears that a place has been found', async () => {
    const { on, asked } = await wanting();
    const [one] = asked as [Name];
    const [other] = (await partnersOf(on, one)) as [Name];
    for (const name of [one, other]) await on.house.as(name).presses('Yes, welcome them');
    const third = asked.find((name) => name !== one && name !== other) as Name;
    await on.house.as(third).presses('Yes, welcome them');
    expect(on.house.as(third).readsLast()).toContain('A place has been found already');
  });

  test('one says no: nobody hears of it, and a second press changes nothing', async () => {
    const { on, asked } = await wanting();
    const [one] = asked as [Name];
    const [other] = (await partnersOf(on, one)) as [Name];
    await on.house.as(one).presses('Not this time');
    await on.house.as(other).presses('Yes, welcome them');
    expect(await partnersOf(on, 'amina')).toEqual([]);
    expect(`${read(on, 'amina')}${read(on, other)}`).not.toMatch(/said no|declined/);
    await on.house.forward({ days: 30 });
    const asks = await on.tools.db.selectFrom('outbox').select('key').where('kind', '=', 'third').execute();
    expect(asks.filter(({ key }) => key.endsWith(on.cast[one].id))).toHaveLength(1);
  });

  test('the button of somebody else’s question does nothing', async () => {
    const { on, asked } = await wanting();
    const { answerThird } = await import('../../src/features/pairing/rematching/take-in.ts');
    const [{ rematch = '', pair = '' } = {}] = await on.tools.db.selectFrom('third_ask').selectAll().execute();
    const stranger = asked.find((name) => !read(on, name).includes(pair)) as Name;
    const done = await answerThird(on.tools, { wish: rematch, pair, user: on.cast.amina.user, answer: 'yes' });
    expect([done, stranger === undefined]).toEqual([{ ok: false, because: 'others' }, false]);
  });
});

describe('late', () => {
  test('two who come after the round began are matched with each other, and told until when before', async () => {
    const on = await running();
    const stood = await groups(on);
    await comes(on, 'goran');
    await comes(on, 'hana');
    await on.house.forward({ days: 2 });
    expect(await partnersOf(on, 'goran')).toEqual(['hana']);
    expect((await groups(on)).filter((group) => stood.includes(group))).toEqual(stood);
    expect(read(on, 'goran')).toContain('This round has begun, and you can still be part of it. You hear by');
  });

  test('one alone waits for a pair that takes them in, and hears until when', async () => {
    const on = await running();
    await comes(on, 'goran');
    await on.house.forward({ days: 1 });
    const asked = await on.tools.db.selectFrom('third_ask').select('leader').execute();
    expect(asked).toHaveLength(6);
    await on.house.forward({ days: 6 });
    expect(read(on, 'goran')).toContain('Nobody is free to be your partner just now.');
  });

  test('with eight weeks left or less they wait for the next round', async () => {
    const on = await begun();
    await on.house.forward({ days: 140 });
    await comes(on, 'goran');
    await on.house.forward({ days: 5 });
    expect(await open(on)).toEqual([]);
    expect(read(on, 'goran')).not.toContain('This round has begun');
  });

  test('whoever is back from a pause over the beginning is treated alike', async () => {
    const on = await stage(SIX);
    await comes(on, 'goran', { pausedAt: '2027-01-11T09:00:00.000Z' });
    await approved(on);
    await on.house.forward({ days: 20 });
    expect(await open(on)).toEqual([]);
    await change(on, 'goran', { pausedAt: null });
    await on.house.forward({ days: 1 });
    expect(await open(on)).toEqual([{ wish: 'late', leader: on.cast.goran.id }]);
  });
});
