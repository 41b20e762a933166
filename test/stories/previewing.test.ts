// An organiser before anyone hears of a round: finds somebody, tries changes and sees what they would come to, lifts what was ruled out; and two
// organisers at once.
import { describe, expect, test } from '@jest/globals';
import * as forbiddenPairs from '../../src/features/pairing/forbidden-pairs.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { cast as everyone, type Name } from '../cast.ts';
import { approved, change, enrol, HANA, preview, type Stage, stage, together, wish } from '../features/pairing/rotating.ts';

const SIX = ['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya'] as const;

async function appointed(on: Stage, name: Name): Promise<void> {
  const { db, workspace } = on.tools;
  const at = { appointed_by: HANA, appointed_at: '2027-01-04T09:00:00.000Z', removed_at: null };
  await db
    .insertInto('organiser')
    .values({ id: `o-${name}`, workspace, programme: on.programme.id, slack_user: everyone[name].id, ...at })
    .execute();
}

/** So many leaders that they fill three pages; every third has a name that has to be escaped. */
async function crowded(): Promise<Stage> {
  const on = await stage(SIX);
  for (let at = 0; at < 90; at++)
    await enrol(on, 'goran', {
      id: `many-${String(at).padStart(3, '0')}`,
      user: `UMANY${at}`,
      name: at % 3 === 0 ? `<!channel> *Person ${at}*` : `Person ${at}`,
      function: ['Finance', 'Operations', 'People', 'Technology'][at % 4] ?? '',
    });
  return on;
}

describe('among forty-eight pairs', () => {
  test('Hana finds Amina by choosing her, and by a part of her name; and all pairs again', async () => {
    const on = await crowded();
    const hana = on.house.as('hana');
    await hana.types('/rotate', 'leaders');
    expect(hana.sees()).toContain('Page 1 of 3.');
    await hana.chooses('Find a person', everyone.amina.id);
    expect(hana.sees()).toContain('Found: 1 of 48 pairs and trios.');
    expect(hana.sees()).toContain('Amina Adeyemi (Finance)');
    await hana.presses('All pairs');
    await hana.presses('Next');
    expect(hana.sees()).toContain('Page 2 of 3.');
    await hana.chooses('Find a person', everyone.hana.id);
    expect(hana.sees()).toContain('That person does not take part in this programme.');
    expect(hana.sees()).toContain('Page 2 of 3.');
    await hana.chooses('Which pairs to show', 'changed');
    expect(hana.sees()).toContain('No pair here is like that.');
    await hana.chooses('Which pairs to show', 'compromise');
    expect(hana.sees()).not.toContain('Page 2 of 3.');
  });

  test('Hana finds whoever sits the round out, and nobody is called by what only Slack understands', async () => {
    const on = await crowded();
    await change(on, 'edo', { pausedAt: '2027-01-11T09:00:00.000Z', pausedUntil: null });
    const hana = on.house.as('hana');
    await hana.types('/rotate', 'leaders');
    await hana.chooses('Find a person', everyone.edo.id);
    expect(hana.sees()).toContain('Not in this round: Edo Tanaka.');
    expect(JSON.stringify([...on.house.slack.world.views.values()])).not.toContain('<!channel>');
  });
});

describe('a change', () => {
  test('is shown with what it would come to, and made only when Hana says so', async () => {
    const on = await stage(SIX);
    const before = together(await preview(on));
    const hana = on.house.as('hana');
    await hana.types('/rotate', 'leaders');
    await hana.presses('Change…');
    await hana.fillsIn({ 'What to change': 'partner:0' });
    expect(await hana.submits()).toEqual({});
    expect(hana.sees()).toMatch(/Another partner for \w+ \w+\. These come cheapest by functions/);
    await hana.presses('See more');
    expect(hana.sees()).toContain('together. Nothing is changed yet.');
    expect(hana.sees()).toContain('Another partner than before:');
    expect(together(await preview(on))).toEqual(before);
    await hana.presses('Other choices');
    expect(hana.sees()).toContain('Change a pair');
    await hana.fillsIn({ 'What to change': 'partner:0' });
    await hana.submits();
    await hana.presses('See more');
    expect(await hana.submits()).toEqual({});
    expect(hana.sees()).toMatch(/Your changes so far:\n• Kept together:/);
    expect(together(await preview(on))).not.toEqual(before);
    expect(SIX.flatMap((name) => on.house.as(name).reads())).toEqual([]);
  });

  test('that a private wish forbids is refused in the words that any rule has, and put on record', async () => {
    const on = await stage(SIX);
    await wish(on, 'amina', { avoids: [everyone.bo.id] });
    await change(on, 'chidi', { manager: everyone.dolores.id });
    const hana = on.house.as('hana');
    const tried = async (one: Name, other: Name) => {
      await hana.types('/rotate', 'leaders');
      const members = together(await preview(on)).find((group) => group.includes(everyone[one].name.split(' ')[0] ?? '?'));
      const proposal = (await preview(on)).proposal.drawn.plan;
      const group = proposal.possible ? proposal.pairs.find(({ leaders }) => leaders.includes(on.cast[one].id)) : undefined;
      if (members?.includes(everyone[other].name.split(' ')[0] ?? '?')) throw new Error('they are together');
      await hana
        .presses(`Change ${group?.leaders.map((id) => Object.values(on.cast).find((each) => each.id === id)?.name).join(' and ')}`)
        .catch(() => hana.presses('Change…'));
      return group;
    };
    await tried('amina', 'bo');
    const { proposal } = await preview(on);
    const at = proposal.drawn.plan.possible ? proposal.drawn.plan.pairs[0]?.leaders.indexOf(on.cast.amina.id) : -1;
    expect(at).toBeGreaterThanOrEqual(0);
    await hana.fillsIn({ 'What to change': `partner:${at}`, 'With whom': everyone.bo.id });
    const refused = await hana.submits();
    expect(refused).toEqual({
      'What to change':
        "That change cannot be made. A rule that is never broken is in the way. It is the reporting line, an organiser's decision or a private wish.",
    });
    const deeds = await on.tools.db
      .selectFrom('audit')
      .select(['action', 'actor', 'subject', 'detail'])
      .where('action', '=', 'change-refused')
      .execute();
    expect(deeds).toEqual([{ action: 'change-refused', actor: HANA, subject: null, detail: '{}' }]);
  });

  test('that leaves only those who may not be together does not say by which rule, and is put on record', async () => {
    const on = await stage(['amina', 'bo', 'chidi', 'dolores']);
    await wish(on, 'amina', { avoids: [everyone.bo.id] });
    const hana = on.house.as('hana');
    await hana.types('/rotate', 'leaders');
    await hana.presses('Leave someone out');
    await hana.fillsIn({ Who: everyone.chidi.id });
    const refused = JSON.stringify(await hana.submits());
    expect(refused).toContain("A rule keeps them apart: the reporting line, an organiser's decision, or a private wish.");
    expect(refused).not.toContain('One rule in the way');
    const deeds = await on.tools.db.selectFrom('audit').select(['actor', 'detail']).where('action', '=', 'change-refused').execute();
    expect(deeds).toEqual([{ actor: HANA, detail: '{}' }]);
  });

  test('hides of wishes whatever the bot’s own draw did not tell', async () => {
    const on = await stage(['amina', 'bo', 'chidi', 'dolores']);
    await wish(on, 'amina', { welcomes: [everyone.bo.id] });
    await wish(on, 'bo', { welcomes: [everyone.amina.id] });
    await wish(on, 'chidi', { welcomes: [everyone.amina.id] });
    const hana = on.house.as('hana');
    await hana.types('/rotate', 'leaders');
    expect(hana.sees()).toContain('Both named each other: 1');
    await hana.presses('Change…');
    await hana.fillsIn({ 'What to change': 'swap:0', 'With whom': everyone.dolores.id });
    expect(await hana.submits()).toEqual({});
    expect(hana.sees()).toContain("pairs of the bot's own draw with a wish: 0 instead of 1");
    expect(await hana.submits()).toEqual({});
    expect(hana.sees()).not.toMatch(/both named|there was a wish/);
    await hana.presses('Undo last change');
    expect(hana.sees()).toContain('both named each other');
  });

  test('of a round that is thrown away and begun anew finds the same draw', async () => {
    const on = await stage(SIX);
    const first = await preview(on);
    const hana = on.house.as('hana');
    await hana.types('/rotate', 'leaders');
    await hana.presses('Throw away');
    const again = await preview(on);
    expect([again.proposal.seed, together(again)]).toEqual([first.proposal.seed, together(first)]);
    expect(again.proposal.id).not.toBe(first.proposal.id);
  });
});

describe('a pair that is ruled out', () => {
  test('stands on a list with its reason, is lifted once, and may be paired again', async () => {
    const on = await stage(['amina', 'bo', 'chidi', 'dolores']);
    await appointed(on, 'goran');
    const rule = {
      id: 'rule',
      workspace: on.tools.workspace,
      programme: on.programme.id,
      leader_a: on.cast.amina.id,
      leader_b: on.cast.bo.id,
    };
    const at = { forbidden_by: HANA, forbidden_at: '2027-01-05T09:00:00.000Z', lifted_at: null };
    await transact(on.tools.db, (tx) => forbiddenPairs.forbid(tx, { ...rule, reason: '<!channel> share a *budget*', ...at }));
    const [hana, goran] = [on.house.as('hana'), on.house.as('goran')];
    await hana.types('/rotate', 'leaders');
    await goran.types('/rotate', 'leaders');
    await goran.presses('Never paired…');
    await hana.presses('Never paired…');
    expect(hana.sees()).toContain('Amina Adeyemi and Bo Lindqvist\n<!channel> share a budget');
    expect(hana.sees()).toContain('@Hana');
    await hana.presses('Lift');
    expect(hana.sees()).toContain('Amina Adeyemi and Bo Lindqvist may be paired again.');
    expect(hana.sees()).toContain('No pair is ruled out in this programme.');
    await goran.presses('Lift');
    expect(goran.sees()).toContain('That has been lifted already.');
    await hana.closes();
    const deeds = await on.tools.db
      .selectFrom('audit')
      .select(['action', 'actor', 'subject'])
      .where('action', '=', 'pair-lifted')
      .execute();
    expect(deeds).toEqual([{ action: 'pair-lifted', actor: HANA, subject: 'rule' }]);
  });
});

describe('two organisers', () => {
  test('see each other’s changes at once, with who made them; a form that was open is about an earlier round', async () => {
    const on = await stage(SIX);
    await appointed(on, 'goran');
    const [hana, goran] = [on.house.as('hana'), on.house.as('goran')];
    await hana.types('/rotate', 'leaders');
    await goran.types('/rotate', 'leaders');
    await hana.presses('Change…');
    await hana.fillsIn({ 'What to change': 'keep' });
    await goran.presses('Leave someone out');
    await goran.fillsIn({ Who: everyone.edo.id });
    await goran.submits();
    await goran.submits();
    await hana.submits();
    expect(hana.sees()).toContain('Another organiser has changed this round in the meantime.');
    expect(hana.sees()).toContain('Leaders: 5');
    await goran.presses('Undo last change');
    expect(hana.sees()).toContain('has just taken a change of this round back.');
    expect(hana.sees()).toContain('Leaders: 6');
  });

  test('one discards while the other approves: one of them is told, and nothing happens twice', async () => {
    const on = await stage(SIX);
    await appointed(on, 'goran');
    const [hana, goran] = [on.house.as('hana'), on.house.as('goran')];
    await hana.types('/rotate', 'leaders');
    await goran.types('/rotate', 'leaders');
    await hana.submits();
    await goran.presses('Throw away');
    await hana.submits();
    expect(hana.sees()).toContain('has thrown this preview away already. Nothing was sent.');
    expect(SIX.flatMap((name) => on.house.as(name).reads())).toEqual([]);
  });

  test('one approves: the other’s preview says so by itself, also after a restart between', async () => {
    const on = await stage(SIX);
    await appointed(on, 'goran');
    const [hana, goran] = [on.house.as('hana'), on.house.as('goran')];
    await goran.types('/rotate', 'leaders');
    await on.house.reopen();
    await hana.types('/rotate', 'leaders');
    await hana.submits();
    await hana.submits();
    expect(goran.sees()).toContain('has approved this round already. Nothing was sent twice.');
    expect(await on.tools.db.selectFrom('preview_open').selectAll().execute()).toEqual([]);
  });

  test('one is no organiser any more: their preview is taken away when the other changes something', async () => {
    const on = await stage(SIX);
    await appointed(on, 'goran');
    const [hana, goran] = [on.house.as('hana'), on.house.as('goran')];
    await hana.types('/rotate', 'leaders');
    await goran.types('/rotate', 'leaders');
    await on.tools.db.updateTable('organiser').set({ removed_at: '2027-01-12T12:00:00.000Z' }).execute();
    await hana.presses('Draw again');
    expect(goran.sees()).toContain('Only organisers of this programme can do that.');
  });
});

test('a round that is impossible names who is in its way, with a button for each that says what leaving them out does', async () => {
  const on = await stage(['amina', 'bo', 'chidi']);
  for (const name of ['amina', 'chidi'] as const) await change(on, name, { manager: everyone.bo.id });
  const hana = on.house.as('hana');
  await hana.types('/rotate', 'leaders');
  expect(hana.sees()).toContain('No round is possible as things stand.');
  await hana.presses('Leave Bo Lindqvist out');
  expect(hana.sees()).toContain('A round is possible then.');
  expect(await hana.submits()).toEqual({});
  expect(hana.sees()).toContain('Leaders: 2 · Pairs: 1 · Trios: 0');
});

test('after an hour nobody keeps a preview open', async () => {
  const on = await stage(SIX);
  const [hana] = [on.house.as('hana')];
  await hana.types('/rotate', 'leaders');
  await on.house.forward({ hours: 2 });
  await approved(on);
  expect(hana.sees()).toContain('Next round');
  expect(hana.sees()).not.toContain('has approved');
});
