// What is offered and told to an organiser who tries changes: exact, quick to find again, and silent about who named whom.
import { describe, expect, test } from '@jest/globals';
import { type Drawing, drawing, groupsOf } from '../../../src/features/pairing/draw.ts';
import { aroundTrio, type Edit, moved, swapped } from '../../../src/features/pairing/edits.ts';
import type { PairingFacts, PairingPlan, PlannedPair } from '../../../src/features/pairing/plan.ts';
import { foundBy, shownPairs } from '../../../src/features/pairing/preview/found-pairs.ts';
import { offering } from '../../../src/features/pairing/preview/offers.ts';
import { sayCosts } from '../../../src/features/pairing/preview/said-costs.ts';
import { drawnFirst, firstDraw, reasonsTold, wishedIn } from '../../../src/features/pairing/preview/told-wishes.ts';
import type { Proposal } from '../../../src/features/pairing/proposals.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { factsOf, person, week } from './people.ts';
import { diceFrom } from './small-problems.ts';

const content = loadContent();

/** Leaders of five functions and two weeks, with some partners of one round before. */
function crowd(size: number, seed: number): PairingFacts {
  const dice = diceFrom(seed);
  const below = (count: number) => Math.floor(dice() * count);
  const ids = Array.from({ length: size }, (_, at) => `p${String(at).padStart(3, '0')}`);
  const leaders = ids.map((id) => person(id, `F${below(5)}`, { hours: week(9 + 3 * below(2), 18) }));
  const history = ids.flatMap((id, at) => (at % 4 === 0 ? [{ roundsAgo: 1, leaders: [id, ids[at + 1] ?? id] }] : []));
  return factsOf(leaders, { history, seed: `${seed}` });
}

const drawn = (facts: PairingFacts, edits: readonly Edit[] = []): Drawing => ({
  gathered: { facts, chosen: [] },
  edits,
  seed: facts.seed,
});

/** Two who are in no trio change places. */
function swapOf(plan: PairingPlan): Edit {
  const groups = groupsOf(plan);
  const [[a] = [], [b] = []] = groups.filter((group) => group.length === 2);
  const edit: Edit = { what: 'swap', people: [a ?? '', b ?? ''], groups: swapped(groups, a ?? '', b ?? '') ?? [] };
  return { ...edit, ...aroundTrio(groups, edit) };
}

describe('a large round with a trio', () => {
  const facts = crowd(121, 5);
  const plan = drawing.think(drawn(facts));
  const edits = [swapOf(plan)];

  test('keeps its three together when two others change places, and moves hardly anybody else', () => {
    const after = drawing.think(drawn(facts, edits));
    const trio = groupsOf(plan).find((group) => group.length === 3);
    expect(groupsOf(after)).toContainEqual(trio);
    expect(moved(groupsOf(plan), groupsOf(after))).toBeLessThan(30);
  });

  test('is the same changed in a warm thread as from nothing', () => {
    const mind = drawing.mind?.();
    mind?.think(drawn(facts));
    mind?.afterwards();
    const warm = mind?.think(drawn(facts, edits));
    const cold = drawing.think(drawn(facts, edits));
    expect({ ...warm, certificate: undefined }).toEqual({ ...cold, certificate: undefined });
  });

  test('becomes a round of pairs when one of the others sits it out, and gets a new trio when one of the three does', () => {
    const [one = '', other = ''] = [
      groupsOf(plan).find((group) => group.length === 2),
      groupsOf(plan).find((group) => group.length === 3),
    ].map((group) => group?.[0]);
    for (const leader of [one, other]) {
      const after = drawing.think(drawn(facts, [...edits, { what: 'leave-out', leader }]));
      expect(after.possible && [after.totals.leaders, after.totals.trios]).toEqual([120, 0]);
    }
  });
});

test('one of a hundred and twenty who is left out does not have everybody planned differently', () => {
  const facts = crowd(120, 6);
  const before = groupsOf(drawing.think(drawn(facts)));
  for (const leader of ['p003', 'p050', 'p119']) {
    const after = groupsOf(drawing.think(drawn(facts, [{ what: 'leave-out', leader }])));
    expect([after.flat().length, after.flat().includes(leader)]).toEqual([119, false]);
    expect(moved(before, after)).toBeLessThan(60);
  }
});

describe('the partners that an organiser is offered', () => {
  const offersIn = (facts: PairingFacts, leader: string) => {
    const plan = drawing.think(drawn(facts));
    const groups = groupsOf(plan);
    return { plan, groups, offers: offering.think({ ...drawn(facts), groups, leader, count: 4 }) };
  };

  test.each([8, 40, 110, 121])('are four of %i, none of them the present one, each with what the round would come to', (size) => {
    const facts = crowd(size, 3);
    const lone = groupsOf(drawing.think(drawn(facts))).find((group) => group.length === 2)?.[0] ?? '';
    const { groups, offers } = offersIn(facts, lone);
    expect(offers).toHaveLength(4);
    const own = groups.find((group) => group.includes(lone)) ?? [];
    for (const { partner, totals, moved: people } of offers) {
      expect(own).not.toContain(partner);
      const edit: Edit = { what: 'keep', group: [lone, partner] };
      const after = drawing.think(drawn(facts, [{ ...edit, ...aroundTrio(groups, edit) }]));
      expect(after).toMatchObject({ possible: true, totals });
      expect(people).toBe(moved(groups, groupsOf(after)));
    }
  });

  test('are the same whoever has named whom', () => {
    const facts = crowd(60, 9);
    const silent = offersIn(facts, 'p007');
    const mateIn = ({ groups }: { groups: readonly (readonly string[])[] }) =>
      groups.find((group) => group.includes('p007'))?.find((id) => id !== 'p007') ?? '';
    const order = [mateIn(silent), ...silent.offers.map(({ partner }) => partner)];
    const others = facts.leaders.map(({ id }) => id).filter((id) => id !== 'p007');
    const dice = diceFrom(4);
    for (let time = 0; time < 5; time++) {
      const [own, of] = [others[Math.floor(dice() * others.length)] ?? '', others[Math.floor(dice() * others.length)] ?? ''];
      const named = facts.leaders.map((leader) =>
        leader.id === 'p007' ? { ...leader, welcomes: [own] } : leader.id === of ? { ...leader, welcomes: ['p007'] } : leader,
      );
      const round = offersIn({ ...facts, leaders: named }, 'p007');
      const found = round.offers.map(({ partner }) => partner);
      // Whom they are with already is not offered; but for that, the list is the one of a round without wishes.
      const left = order.filter((id) => id !== mateIn(round));
      expect(left).toEqual(expect.arrayContaining(found));
      expect([found.length, found.includes(mateIn(silent))]).toEqual([4, mateIn(silent) !== mateIn(round)]);
    }
  });

  test('are none for somebody who is kept from everybody but one', () => {
    const [amina, bo, chidi, dolores] = ['Amina', 'Bo', 'Chidi', 'Dolores'].map((name) => person(name, name)) as [
      never,
      never,
      never,
      never,
    ];
    const facts = factsOf([amina, bo, chidi, dolores], { forbidden: [['amina', 'chidi'] as const, ['amina', 'dolores'] as const] });
    expect(offersIn(facts, 'amina').offers).toEqual([]);
  });
});

const reasons = [
  { id: 'pairing.reason.first', blanks: {} },
  { id: 'pairing.reason.both', blanks: {} },
];
const pair = (...leaders: string[]): PlannedPair => ({ leaders, reasons, compromises: [] });
const totals = {
  ...{ leaders: 4, pairs: 2, trios: 0, sameFunction: 0, repeats: 1, mutualWelcomes: 2, oneSidedWelcomes: 0, shortHours: 0, newBridges: 3 },
};
const proposalOf = (pairs: readonly PlannedPair[], edits: readonly Edit[] = [], first?: string[][]): Proposal =>
  ({ edits, drawn: { plan: { possible: true, pairs, totals }, mark: '', ...(first && { first }) } }) as unknown as Proposal;

describe('of wishes is told', () => {
  const redraw: Edit = { what: 'redraw', seed: 's' };

  test('everything in the bot’s own draw', () => {
    const own = proposalOf([pair('amina', 'bo'), pair('chidi', 'dolores')]);
    expect(wishedIn(own.drawn.plan, drawnFirst(own))).toBe(2);
    expect(reasonsTold(pair('amina', 'bo'), drawnFirst(own))).toEqual(reasons);
  });

  test('nothing of a pair that came of a change, and the same as before of one that did not', () => {
    const changed = proposalOf(
      [pair('amina', 'chidi'), pair('edo', 'freya')],
      [redraw],
      [
        ['amina', 'bo'],
        ['freya', 'edo'],
      ],
    );
    expect(reasonsTold(pair('amina', 'chidi'), drawnFirst(changed)).map(({ id }) => id)).toEqual(['pairing.reason.first']);
    expect(reasonsTold(pair('edo', 'freya'), drawnFirst(changed))).toEqual(reasons);
    expect(wishedIn(changed.drawn.plan, drawnFirst(changed))).toBe(1);
  });

  test('no more after many changes than after one: the first draw stays the measure until all are taken back', () => {
    const people = new Map(['amina', 'bo', 'chidi', 'dolores'].map((id) => [id, { id, user: id, name: id, function: '' }]));
    const own = proposalOf([pair('amina', 'bo'), pair('chidi', 'dolores')]);
    const once = firstDraw(own, [redraw], { people });
    expect(once).toEqual({
      first: [
        ['amina', 'bo'],
        ['chidi', 'dolores'],
      ],
    });
    expect(firstDraw(proposalOf([pair('amina', 'chidi')], [redraw], once.first as string[][]), [redraw, redraw], { people })).toEqual(once);
    expect(firstDraw(proposalOf([pair('amina', 'chidi')], [redraw], once.first as string[][]), [], { people })).toEqual({});
    people.delete('bo');
    expect(firstDraw(own, [redraw], { people })).toEqual({ first: [['chidi', 'dolores']] });
  });

  test('nothing in what a change costs but how many pairs of that draw it parts', () => {
    const said = sayCosts(content, { totals, wished: 2 }, { totals: { ...totals, mutualWelcomes: 0, oneSidedWelcomes: 9 }, wished: 1 });
    expect(said).toEqual(["*It costs:* pairs of the bot's own draw with a wish: 1 instead of 2."]);
  });
});

test.each([
  [{ repeats: 2 }, '*It costs:* partners again: 2 instead of 1.'],
  [{ newBridges: 4 }, '*It costs:* nothing in the totals.\n*It gains:* pairs of functions that meet for the first time: 4 instead of 3.'],
  [
    { leaders: 3, pairs: 0, trios: 1, repeats: 0, newBridges: 1 },
    '*In numbers:* leaders: 3 instead of 4 · pairs: 0 instead of 2 · trios: 1 instead of 0.\n*It costs:* pairs of functions that meet for the first time: 1 instead of 3.\n*It gains:* partners again: 0 instead of 1.',
  ],
])('a change to %j is told as what it costs and what it gains', (after, said) => {
  expect(sayCosts(content, { totals }, { totals: { ...totals, ...after } }).join('\n')).toBe(said);
});

describe('among many pairs', () => {
  const pairs = Array.from({ length: 45 }, (_, at) => ({ ...pair(`a${at}`, `b${at}`), compromises: at % 9 === 0 ? reasons : [] }));
  const proposal = proposalOf(pairs);
  const people = new Map(
    pairs
      .flatMap(({ leaders }) => leaders)
      .map((id) => [id, { id, user: id.toUpperCase(), name: id === 'a7' ? 'José *Núñez*' : `Leader ${id}`, function: 'Policy' }]),
  );

  test('a page has twenty, and a page that is not there is the last one', () => {
    expect(shownPairs({ proposal }, { page: 1 })).toMatchObject({ count: 45, of: 45, page: 1, pages: 3 });
    expect(shownPairs({ proposal }, { page: 99 }).pairs).toHaveLength(5);
    expect(shownPairs({ proposal }, { page: -5 }).page).toBe(0);
  });

  test('those with a compromise, those that changed, and those of people who were found stand alone', () => {
    expect(shownPairs({ proposal }, { page: 0, only: 'compromise' }).count).toBe(5);
    expect(shownPairs({ proposal }, { page: 0, only: 'changed' }).count).toBe(0);
    expect(shownPairs({ proposal }, { page: 0, at: ['b7', 'a9', 'nobody'] }).pairs.map(({ leaders }) => leaders[0])).toEqual(['a7', 'a9']);
  });

  test.each([
    ['jose nunez', ['a7']],
    ['  NÚÑEZ   policy ', ['a7']],
    ['leader b44', ['b44']],
    ['<!channel>', []],
    ['', []],
  ])('"%s" finds %j', (text, found) => {
    expect(foundBy({ proposal, people }, text)).toEqual({ leaders: found, more: false });
  });

  test('a function finds the first twenty of it, and says that there are more', () => {
    const { leaders, more } = foundBy({ proposal, people }, 'policy');
    expect([leaders.length, more]).toEqual([20, true]);
  });
});
