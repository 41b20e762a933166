// What the engine is asked, held against what the aims say: rows that are read off in a nanosecond for each pair, against the plain definition, pair
// by pair, for people of every kind.
import { describe, expect, test } from '@jest/globals';
import { diceOf } from '../../../src/features/pairing/matching/dice.ts';
import { type Group, numbersOf, type Question, type Tier } from '../../../src/features/pairing/matching/order/tiers.ts';
import type { Candidate, PairingFacts } from '../../../src/features/pairing/plan.ts';
import { type Between, isNewBridge, isRepeat, isShort, ROUNDS_REMEMBERED } from '../../../src/features/pairing/planning/between.ts';
import { entrusted, type Keepers } from '../../../src/features/pairing/planning/bridge-keepers.ts';
import { type Ground, groundOf, type Known, knownOf, questionOf } from '../../../src/features/pairing/planning/question.ts';
import { sharedHours, sharedHoursOfEach } from '../../../src/features/pairing/planning/shared-hours.ts';
import { factsOf, person, week } from './people.ts';
import { diceFrom } from './small-problems.ts';

type Dice = () => number;

const pick = <T>(dice: Dice, from: readonly T[]): T => from[Math.floor(dice() * from.length)] as T;
const some = (dice: Dice, count: number, ids: readonly string[]) =>
  Array.from({ length: Math.floor(dice() * count) }, () => pick(dice, ids));
const words = ['delegation', 'Delegating', 'budget', 'strategy', 'coaching', 'négociation', 'hiring', 'the', ''];

/** People with something said of each of them; with nothing at all for some seeds. */
function someFacts(seed: number, count: number): PairingFacts {
  const dice = diceFrom(seed);
  const ids = Array.from({ length: count }, (_, v) => `p${v}`);
  const plain = seed % 5 === 0;
  const leaders = ids.map((id): Candidate => {
    const wishes = plain ? {} : { welcomes: some(dice, 4, [...ids, id, 'nobody']), avoids: some(dice, 2, ids), line: some(dice, 3, ids) };
    const topics = seed % 3 === 0 ? {} : { workOn: some(dice, 5, words).join(' '), helpWith: some(dice, 9, words).join(', ') };
    const hours = pick(dice, [week(9, 17), week(8, 16), week(15, 23), week(9, 11), [], [[0, 10080] as const], week().slice(1)]);
    const own = pick(dice, ['Finance', ' finance', 'People', 'Ｐｅｏｐｌｅ', 'Sales', 'Operations', '']);
    const about = { id, hours, level: pick(dice, ['VP', 'vp ', 'Director']), rhythm: pick(dice, ['steady', 'full'] as const) };
    return person(id, own, { ...about, ...wishes, ...topics });
  });
  const past = () => ({
    roundsAgo: 1 + Math.floor(dice() * 6),
    leaders: [pick(dice, ids), pick(dice, [...ids, 'gone']), ...(dice() < 0.1 ? [pick(dice, ids)] : [])],
    ...(dice() < 0.5 ? { met: dice() < 0.5 } : {}),
  });
  const duty = Object.fromEntries(ids.map((id) => [id, { trios: Math.floor(dice() * 3), compromises: Math.floor(dice() * 3) }]));
  const history = plain ? [] : Array.from({ length: Math.floor(dice() * 3 * count) }, past);
  return factsOf(leaders, { history, duty: seed % 4 === 0 ? {} : duty, forbidden: [[pick(dice, ids), pick(dice, ids)]], seed: `${seed}` });
}

interface Asked {
  known: Known;
  ground: Ground;
  keepers: Keepers;
  question: Question;
}

function asked(facts: PairingFacts): Asked {
  const known = knownOf(facts);
  const ground = groundOf(known, facts.leaders);
  const { built, functions } = ground.columns;
  const isBuilt = (one: number, other: number) => (built[one * functions.count + other] as number) > 0;
  const keepers = entrusted(ground.columns, { isBuilt, groups: [], dice: diceOf(1) });
  return { known, ground, keepers, question: questionOf(ground, keepers) };
}

/** What each aim says that a pair costs; the lot says nothing but that it is a lot. */
function plainCosts({ known: { facts }, ground, keepers }: Asked): Record<string, (between: Between, u: number, v: number) => number> {
  const carried = (v: number) => facts.duty[facts.leaders[v]?.id ?? '']?.compromises ?? 0;
  const own = ground.columns.functions.of;
  const remembered = ({ past }: Between) => past.filter(({ roundsAgo }) => roundsAgo <= ROUNDS_REMEMBERED);
  const later = (roundsAgo: number) => ROUNDS_REMEMBERED + 1 - roundsAgo;
  return {
    sameFunction: ({ sameFunction }) => (sameFunction ? 1 : 0),
    repeats: (between) => (!isRepeat(between) ? 0 : remembered(between).some(({ met }) => met) ? 2 : 1),
    newerRepeats: (between) => remembered(between).reduce((sum, { roundsAgo, met }) => sum + (met ? 2 : 1) * later(roundsAgo), 0),
    mutualWelcomes: ({ welcomes }) => (welcomes === 2 ? 0 : 1),
    oneSidedWelcomes: ({ welcomes }) => (welcomes === 1 ? 0 : 1),
    shortHours: (between) => (isShort(between) ? 1 : 0),
    newBridges: (between) => (isNewBridge(between) ? 0 : 1),
    leastBuilt: ({ built }) => Math.min(built, 200),
    amongThemselves: ({ sameFunction }) => (sameFunction ? 1 : 0),
    trioDuty: () => 0,
    pastCompromises: (between, u, v) => (between.sameFunction || isRepeat(between) || isShort(between) ? carried(u) + carried(v) : 0),
    eachBridgeOnce: (_, u, v) => (keepers[u]?.includes(own[v] as number) || keepers[v]?.includes(own[u] as number) ? 0 : 1),
    level: ({ sameLevel }) => (sameLevel ? 0 : 1),
    topics: ({ topics }) => 6 - topics,
    pattern: ({ sameRhythm, hours }) => (sameRhythm ? 0 : 4) + 8 - Math.min(8, Math.floor(hours)),
  };
}

function eachPair(size: number, look: (u: number, v: number) => void): void {
  for (let u = 0; u < size; u++) for (let v = 0; v < size; v++) if (u !== v) look(u, v);
}

function squareOf({ row }: Pick<Tier, 'row'>, size: number): Float64Array[] {
  return Array.from({ length: size }, (_, u) => {
    const whole = new Float64Array(size);
    row(u, whole);
    return whole;
  });
}

const seeds = Array.from({ length: 30 }, (_, seed) => seed);
const rounds = seeds.map((seed) => asked(someFacts(seed, 2 + ((seed * 7) % 41))));

describe('each aim, pair by pair', () => {
  test('costs what its definition says', () => {
    for (const round of rounds) {
      const { known, question } = round;
      const { leaders } = known.facts;
      const plain = plainCosts(round);
      for (const tier of question.tiers.filter(({ name }) => name !== 'lot')) {
        const square = squareOf(tier, question.size);
        const wrong: string[] = [];
        eachPair(question.size, (u, v) => {
          const wanted = plain[tier.name]?.(known.between(leaders[u] as Candidate, leaders[v] as Candidate), u, v);
          if (square[u]?.[v] !== wanted) wrong.push(`${tier.name} ${u} ${v}: ${square[u]?.[v]} for ${wanted}`);
        });
        expect(wrong).toEqual([]);
      }
    }
  });

  test('is left out only where it makes no difference to the aims before it', () => {
    for (const round of rounds) {
      const { known, question } = round;
      const { leaders } = known.facts;
      const named = new Set(question.tiers.map(({ name }) => name));
      const plain = plainCosts(round);
      for (const [name, cost] of Object.entries(plain).filter(([name]) => !named.has(name))) {
        const costs = new Set<number>();
        let asFunction = true;
        eachPair(question.size, (u, v) => {
          const between = known.between(leaders[u] as Candidate, leaders[v] as Candidate);
          costs.add(cost(between, u, v));
          asFunction &&= cost(between, u, v) === (plain.sameFunction?.(between, u, v) as number);
        });
        expect([name, costs.size === 1 || asFunction || question.size < 2]).toEqual([name, true]);
      }
    }
  });

  test('says truly how far it reaches, and whose pairs alone differ', () => {
    for (const { question } of rounds) {
      for (const { name, row, reach, few } of question.tiers) {
        const square = squareOf({ row }, question.size);
        const [least, most] = reach ?? [0, Infinity];
        const usual = new Set<number>();
        const beyond: number[] = [];
        eachPair(question.size, (u, v) => {
          const cost = square[u]?.[v] as number;
          if (!Number.isInteger(cost) || cost < least || cost > most) beyond.push(cost);
          if (few && few[u] === 0 && few[v] === 0) usual.add(cost);
        });
        expect([name, beyond, usual.size <= 1]).toEqual([name, [], true]);
      }
    }
  });

  test('a half row is the row as far as it goes, and numbers are the sums of their digits', () => {
    for (const [seed, { question }] of rounds.entries()) {
      const { size, tiers } = question;
      const dice = diceFrom(seed);
      const group: Group = tiers.map((_, tier) => ({ tier, least: Math.floor(dice() * 2), place: 1 + Math.floor(dice() * 1000) }));
      const { row, lower } = numbersOf(question, group);
      const squares = tiers.map((tier) => squareOf(tier, size));
      const sums = squareOf({ row }, size);
      for (let u = 0; u < size; u++) {
        const wanted = Float64Array.from({ length: size }, (_, v) =>
          group.reduce((sum, { tier, least, place }) => sum + ((squares[tier]?.[u]?.[v] as number) - least) * place, 0),
        );
        wanted[u] = sums[u]?.[u] as number;
        expect(sums[u]).toEqual(wanted);
        const half = new Float64Array(size).fill(-1);
        lower?.(u, half);
        expect([...half]).toEqual([...(sums[u]?.subarray(0, u) ?? []), ...Array.from({ length: size - u }, () => -1)]);
      }
    }
  });
});

describe('who may be with whom', () => {
  test('is what the rules leave', () => {
    for (const { known, ground, question } of rounds) {
      const { leaders } = known.facts;
      expect(question.open).toBe(ground.open);
      eachPair(question.size, (u, v) => {
        expect(question.open[u * question.size + v] === 1).toBe(known.rules.apart(leaders[u] as Candidate, leaders[v] as Candidate) === 0);
      });
    }
  });
});

describe('lots', () => {
  const people = Array.from({ length: 300 }, (_, v) => person(`P${v}`, 'Finance'));
  const lotsOf = (leaders: readonly Candidate[], seed: string) => {
    const { tiers } = asked(factsOf(leaders, { seed })).question;
    const square = squareOf(tiers.at(-1) as Tier, leaders.length);
    return (a: Candidate, b: Candidate) => square[leaders.indexOf(a)]?.[leaders.indexOf(b)] as number;
  };

  test('are the same for both, in whatever order people come, and others for another seed', () => {
    const [one, turned, other] = [lotsOf(people, '7'), lotsOf(people.toReversed(), '7'), lotsOf(people, '8')];
    let same = 0;
    eachPair(60, (u, v) => {
      const [a, b] = [people[u] as Candidate, people[v] as Candidate];
      expect([one(b, a), turned(a, b)]).toEqual([one(a, b), one(a, b)]);
      if (one(a, b) === other(a, b)) same++;
    });
    expect(same).toBeLessThan(60);
  });

  test('are spread evenly, and hardly ever equal', () => {
    const lot = lotsOf(people, '7');
    const drawn: number[] = [];
    for (let u = 0; u < 300; u++) for (let v = 0; v < u; v++) drawn.push(lot(people[u] as Candidate, people[v] as Candidate) / 2 ** 24);
    expect(drawn.length - new Set(drawn).size).toBeLessThan(150);
    const tenths = Array.from({ length: 10 }, (_, tenth) => drawn.filter((each) => Math.floor(each * 10) === tenth).length);
    for (const count of tenths) expect(Math.abs(count - drawn.length / 10)).toBeLessThan(400);
  });
});

describe('people who have hardly anything in common', () => {
  test('more weeks than make a table: the same costs, and a plan of the same kind', () => {
    const dice = diceFrom(5);
    const weeks = Array.from({ length: 1040 }, (_, at): [number, number][] => [[at * 5, at * 5 + 60 + Math.floor(dice() * 400)]]);
    const round = asked(factsOf(weeks.map((hours, at) => person(`P${at}`, `Function ${at % 3}`, { hours }))));
    const plain = plainCosts(round);
    const { leaders } = round.known.facts;
    for (const tier of round.question.tiers.filter(({ name }) => name === 'shortHours' || name === 'pattern')) {
      const row = new Float64Array(1040);
      for (const u of [0, 17, 500, 1039]) {
        tier.row(u, row);
        const wanted = leaders.map((each, v) => plain[tier.name]?.(round.known.between(leaders[u] as Candidate, each), u, v));
        expect([...row].filter((_, v) => v !== u)).toEqual(wanted.filter((_, v) => v !== u));
      }
    }
  });

  test('hours that any two of many share are those that the two share', () => {
    const dice = diceFrom(8);
    const minute = () => Math.floor(dice() * 10081);
    const range = () => [minute(), minute()].sort((a, b) => a - b) as [number, number];
    const weeks = Array.from({ length: 60 }, () => Array.from({ length: Math.floor(dice() * 6) }, range));
    weeks.push(
      [[0, 10080]],
      [
        [10000, 10080],
        [0, 300],
      ],
      [[9000, 10080]],
      [[0, 10]],
    );
    const table = sharedHoursOfEach(weeks, 8);
    for (const [u, one] of weeks.entries())
      for (const [v, other] of weeks.entries()) expect(table[u * weeks.length + v]).toBe(Math.min(8, Math.floor(sharedHours(one, other))));
  });
});
