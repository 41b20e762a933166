// A rotation as people live it: an organiser types, looks, changes and approves; leaders read, press, and find their partner.
import { describe, expect, test } from '@jest/globals';
import * as pairs from '../../src/features/pairing/pairs.ts';
import { cast as everyone, type Name } from '../cast.ts';
import { approved, change, enrol, type Stage, stage } from '../features/pairing/rotating.ts';

const SIX = ['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya'] as const;

async function partnerOf(on: Stage, name: Name): Promise<Name> {
  const pair = await pairs.currentOf(on.tools.db, on.cast[name].id);
  const other = pair?.members.find(({ leader }) => leader !== on.cast[name].id);
  return (Object.keys(on.cast) as Name[]).find((each) => on.cast[each].id === other?.leader) as Name;
}

describe('Hana rotates', () => {
  test('types /rotate, looks, approves: everyone hears, and the form says so', async () => {
    const on = await stage(SIX);
    const hana = on.house.as('hana');
    expect(await hana.types('/rotate', 'leaders')).toBe('');
    expect(hana.sees()).toContain('Leaders: 6 · Pairs: 3 · Trios: 0');
    expect(await hana.submits()).toEqual({});
    expect(hana.sees()).toContain('6 leaders get a private message now');
    expect(await hana.submits()).toEqual({});
    expect(hana.sees()).toContain('Round 1 of Leaders is approved. 6 leaders hear of it now.');
    const partner = await partnerOf(on, 'amina');
    expect(on.house.as('amina').readsLast()).toContain(`Your partner for this round is ${everyone[partner].name}`);
  });

  test('swaps, keeps, leaves out and takes back, and sees what each change does', async () => {
    const on = await stage(SIX);
    const hana = on.house.as('hana');
    await hana.types('/rotate', 'leaders');
    await hana.presses('Change…');
    expect(hana.sees()).toContain('Change a pair');
    await hana.fillsIn({ 'What to change': 'Keep them together' });
    expect(await hana.submits()).toEqual({});
    expect(hana.sees()).toContain("Nobody's partner would be another one.");
    expect(await hana.submits()).toEqual({});
    expect(hana.sees()).toMatch(/Your changes so far:\n• Kept together:/);
    expect(hana.sees()).toContain('People with another partner than before: 0.');
    await hana.presses('Leave someone out');
    await hana.fillsIn({ Who: everyone.freya.id });
    expect(await hana.submits()).toEqual({});
    expect(hana.sees()).toContain('Freya Holm sits this round out. Nothing is changed yet.');
    expect(await hana.submits()).toEqual({});
    expect(hana.sees()).toContain('leaders: 5 instead of 6');
    await hana.presses('Undo all changes');
    expect(hana.sees()).toContain('Leaders: 6 · Pairs: 3 · Trios: 0');
    expect(hana.sees()).not.toContain('Your changes so far');
  });

  test('hears at the field what is still missing', async () => {
    const on = await stage(SIX);
    const hana = on.house.as('hana');
    await hana.types('/rotate', 'leaders');
    await hana.presses('Change…');
    await hana.fillsIn({ 'What to change': 'swap:0' });
    expect(await hana.submits()).toEqual({ 'With whom': 'Choose the person to swap with.' });
    await hana.fillsIn({ 'With whom': everyone.goran.id });
    expect(await hana.submits()).toEqual({ 'With whom': 'That person has no partner in this round. Choose someone who has.' });
    await hana.fillsIn({ 'What to change': 'Never pair these two' });
    expect(await hana.submits()).toEqual({});
    expect(await hana.submits()).toEqual({ Reason: 'Please complete this required field.' });
    await hana.fillsIn({ Reason: 'They share a budget.' });
    expect(await hana.submits()).toEqual({});
    expect(hana.sees()).toContain('Never paired:');
  });

  test('throws the preview away, and nobody has heard anything', async () => {
    const on = await stage(SIX);
    const hana = on.house.as('hana');
    await hana.types('/rotate', 'leaders');
    await hana.presses('Throw away');
    expect(hana.sees()).toContain('This preview is thrown away, with its changes. Nothing was sent.');
    expect(SIX.flatMap((name) => on.house.as(name).reads())).toEqual([]);
  });

  test('and Goran, an organiser too, at once: the second hears who was quicker', async () => {
    const on = await stage(SIX);
    const { db, workspace } = on.tools;
    const appointed = { appointed_by: everyone.hana.id, appointed_at: '2027-01-04T09:00:00.000Z', removed_at: null };
    await db
      .insertInto('organiser')
      .values({ id: 'o1', workspace, programme: on.programme.id, slack_user: everyone.goran.id, ...appointed })
      .execute();
    const [hana, goran] = [on.house.as('hana'), on.house.as('goran')];
    await hana.types('/rotate', 'leaders');
    await goran.types('/rotate', 'leaders');
    await goran.presses('Draw again');
    expect(hana.sees()).toContain('@Goran Petrović has just changed this round: Drawn again. This is how it stands now.');
    await hana.submits();
    expect(hana.sees()).toContain('The last change was made by @Goran Petrović.');
    await goran.submits();
    await goran.submits();
    expect(goran.sees()).toContain('is approved. 6 leaders hear of it now.');
    await hana.submits();
    expect(hana.sees()).toContain('has approved this round already. Nothing was sent twice.');
    await hana.closes();
    expect(on.house.as('amina').reads()).toHaveLength(1);
  });

  test('while Edo leaves: nothing is sent, and the round is shown as it now is', async () => {
    const on = await stage(SIX);
    const hana = on.house.as('hana');
    await hana.types('/rotate', 'leaders');
    await hana.submits();
    await change(on, 'edo', { leftAt: '2027-01-12T12:00:00.000Z', leftBecause: 'left' });
    await hana.submits();
    expect(hana.sees()).toContain('Something has changed since these pairs were worked out.');
    expect(hana.sees()).toContain('Leaders: 5');
    expect(on.house.as('amina').reads()).toEqual([]);
  });

  test('sets the day, in her own words, and hears it back in full', async () => {
    const on = await stage(SIX);
    const hana = on.house.as('hana');
    const moved =
      'The next round of Leaders begins on Friday 26 February 2027 at 9:30am (London time). Later rounds are counted from that day.';
    expect(await hana.types('/rotate on 2027-02-26', 'leaders')).toBe(moved);
    expect(await hana.types('/rotate on 26 February', 'leaders')).toBe(
      'The next round of Leaders is set for Friday 26 February 2027 already. Nothing has changed.',
    );
    expect(await hana.types('/rotate on 2026-02-26', 'leaders')).toContain('Thursday 26 February 2026 is not in the future.');
    expect(await hana.types('/rotate on <!channel> soonish', 'leaders')).toContain('/rotate on needs a day that can be read');
    expect(await hana.types('/rotate on', 'leaders')).toContain('/rotate on needs a day that can be read');
  });

  test('cannot take a round back once the first message has gone out', async () => {
    const on = await stage(SIX);
    const hana = on.house.as('hana');
    expect(await hana.types('/rotate undo', 'leaders')).toBe('There is no round to take back. /rotate shows the next one.');
    await approved(on);
    await on.house.settled();
    expect(await hana.types('/rotate undo', 'leaders')).toContain(
      'Round 1 of Leaders cannot be taken back: its first message has gone out.',
    );
  });

  test('with one leader hears what is missing', async () => {
    const on = await stage(['amina']);
    const hana = on.house.as('hana');
    await hana.types('/rotate', 'leaders');
    expect(hana.sees()).toContain('A round needs at least two leaders, and 1 can take part today.');
  });
});

test('leaders who try what is for organisers hear that it is', async () => {
  const on = await stage(SIX);
  const amina = on.house.as('amina');
  for (const line of ['/rotate', '/rotate on 2027-03-01', '/rotate undo']) {
    expect(await amina.types(line, 'leaders')).toContain('Only organisers of this programme can do that.');
  }
  expect(amina.sees()).toBeUndefined();
});

describe('Amina and her partner', () => {
  test('say that it suits them: the buttons go, their space opens, and its plan can be read', async () => {
    const on = await stage(['amina', 'bo']);
    await approved(on);
    await on.house.settled();
    const [amina, bo] = [on.house.as('amina'), on.house.as('bo')];
    await amina.presses('This suits me');
    expect(amina.readsLast()).toContain('You said that this suits you. Your shared space opens once everyone in it has answered');
    expect(amina.readsLast()).not.toContain('[This suits me]');
    await bo.presses('This suits me');
    expect(bo.reads().join('\n')).toContain('this is your shared space');
    await bo.presses('See the first plan');
    expect(bo.sees()).toContain('First meeting, 60 minutes');
  });

  test('ask for another: one press and one confirmation, and only the organiser hears', async () => {
    const on = await stage(['amina', 'bo']);
    await approved(on);
    await on.house.settled();
    await on.house.as('amina').presses('Ask for another');
    expect(on.house.as('amina').readsLast()).toContain('You asked for another match. You hear by Friday 15 January 2027. Organisers know.');
    expect(on.house.as('hana').readsLast()).toContain('Amina Adeyemi would like a different match.');
    expect(on.house.as('bo').reads()).toHaveLength(1);
  });

  test('press the buttons of a round that is over: they hear it, and the buttons go', async () => {
    const on = await stage(['amina', 'bo']);
    await approved(on);
    await on.house.settled();
    await enrol(on, 'chidi');
    await enrol(on, 'dolores');
    const amina = on.house.as('amina');
    const [old] = await on.tools.db.selectFrom('outbox').selectAll().where('key', 'like', `%${on.cast.amina.id}`).execute();
    await approved(on);
    await on.house.settled();
    expect(amina.reads().filter((message) => message.includes('[This suits me]'))).toHaveLength(2);
    const { ears } = await import('../../src/features/pairing/listeners.ts');
    const pair = await on.tools.db
      .selectFrom('pair')
      .innerJoin('round', 'round.id', 'pair.round')
      .select('pair.id')
      .where('round.number', '=', 1)
      .executeTakeFirstOrThrow();
    const pressed = { user: amina.id, action: 'pairing.suits', value: pair.id, values: [], triggerId: 't' };
    const message = { channel: old?.channel ?? '', ts: old?.ts ?? '' };
    const answer = await ears.presses?.['pairing.suits']?.(on.tools, { ...pressed, message });
    expect(answer?.text).toContain('That message is from a match that has ended.');
    expect(amina.reads().filter((each) => each.includes('[This suits me]'))).toHaveLength(1);
  });

  test('ask who their partner is at any time', async () => {
    const on = await stage(['amina', 'bo']);
    const amina = on.house.as('amina');
    expect(await amina.types('/coachingpairs partner', 'leaders')).toBe(
      'You have no partner at the moment. The next round of Leaders begins on Tuesday 2 February 2027.',
    );
    await approved(on);
    await on.house.settled();
    expect(await amina.types('/coachingpairs partner', 'leaders')).toContain('Your partner is Bo Lindqvist, from Operations.');
    expect(await amina.types('/coachingpairs partner', 'leaders')).toContain('Your shared space opens by Friday 15 January 2027.');
    await on.house.forward({ days: 4 });
    expect(await amina.types('/coachingpairs partner', 'leaders')).toContain(
      'Your shared space is your group conversation with Bo Lindqvist here in Slack. Open it',
    );
    expect(await on.house.as('freya').types('/coachingpairs partner', 'leaders')).toContain('You are not in a programme here now.');
  });
});

test('whose partner asked for another hears of no day that has passed, and of nobody who asked', async () => {
  const on = await stage(['amina', 'bo']);
  await approved(on);
  await on.house.settled();
  await on.house.as('bo').presses('Ask for another');
  await on.house.forward({ days: 4 });
  const said = await on.house.as('amina').types('/coachingpairs partner', 'leaders');
  expect(said).toContain('Your shared space is your group conversation with Bo Lindqvist');
  expect(said).not.toMatch(/asked|Friday 15/);
});

describe('where Slack does not play along', () => {
  test('a workspace in which groups cannot be opened: each hears the first words alone', async () => {
    const on = await stage(['amina', 'bo']);
    const { app } = on.house.slack.world;
    app.scopes = app.scopes.filter((scope) => scope !== 'mpim:write');
    await approved(on, 'announce-now');
    await on.house.settled();
    await on.house.forward({ minutes: 5 });
    for (const name of ['amina', 'bo']) {
      const read = on.house.as(name).reads().join('\n');
      expect(read).toContain('Amina Adeyemi and Bo Lindqvist, this comes to each of you alone.');
      expect(read).not.toContain('this is your shared space');
    }
    expect(await on.house.as('amina').types('/coachingpairs partner', 'leaders')).toContain(
      'Write to Bo Lindqvist here in Slack. A shared conversation could not be opened for you.',
    );
  });

  test('a Slack-like server that changes no form: the round opens at once, and what is done to it is said', async () => {
    const on = await stage(SIX);
    const hana = on.house.as('hana');
    const fault = { kind: 'error', code: 'unknown_method', posted: false } as const;
    on.house.slack.faults.calls.push({ method: 'views.update', fault, times: 100 });
    expect(await hana.types('/rotate', 'leaders')).toBe('');
    expect(hana.sees()).toContain('Leaders: 6 · Pairs: 3 · Trios: 0');
    await hana.presses('Draw again');
    expect(hana.sees()).toContain('That is done, but Slack did not show it.');
    await hana.types('/rotate', 'leaders');
    await hana.submits();
    await hana.submits();
    expect(hana.sees()).toContain('Round 1 of Leaders is approved.');
    expect(on.house.as('amina').readsLast()).toContain('Your partner for this round is');
  });

  test('a channel that has been archived: Hana hears it, puts it right, and posts it', async () => {
    const on = await stage(['amina', 'bo']);
    const channel = on.house.slack.world.conversations.get('C0LEADERS');
    if (!channel) throw new Error('no channel');
    channel.archived = true;
    await approved(on, 'announce-now');
    await on.house.settled();
    await on.house.forward({ minutes: 5 });
    const hana = on.house.as('hana');
    expect(hana.readsLast()).toContain('Slack did not take the announcement of round 1 for #leaders.');
    channel.archived = false;
    await hana.presses('Post it now');
    await on.house.forward({ minutes: 5 });
    expect(hana.reads('leaders').join('\n')).toContain('New partners in Leaders');
    expect(hana.reads().join('\n')).toContain('The announcement of round 1 is posted now.');
  });

  test('an announcement of which nobody knows whether it arrived: Hana looks, says so, and it is not posted twice', async () => {
    const on = await stage(['amina', 'bo']);
    await approved(on);
    await on.house.settled();
    await on.house.as('amina').presses('This suits me');
    const { calls } = on.house.slack.faults;
    calls.push({ method: 'chat.postMessage', fault: { kind: 'late', ms: 1 }, times: 1 });
    calls.push({ method: 'chat.postMessage', fault: { kind: 'lost', posted: true }, times: 1 });
    await on.house.as('bo').presses('This suits me');
    const hana = on.house.as('hana');
    await on.house.forward({ minutes: 10 });
    expect(hana.reads().join('\n')).toContain('It is not clear whether the announcement of round 1 was posted in #leaders.');
    await hana.presses('Posted already');
    await on.house.forward({ days: 1 });
    expect(hana.reads().join('\n')).toContain('Noted: the announcement of round 1 was posted.');
    expect(hana.reads('leaders').filter((message) => message.includes('New partners in Leaders'))).toHaveLength(1);
  });
});
