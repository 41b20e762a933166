// The aims of a round, one by one and against each other; the rules that are never broken; trios; fairness; and what a pair is told.
import { describe, expect, test } from '@jest/globals';
import { type Candidate, type PairingFacts, planRound } from '../../../src/features/pairing/plan.ts';
import { factsOf, person, together, toldOf, week } from './people.ts';
import { diceFrom } from './small-problems.ts';

const [amina, bo, chidi, dolores] = [
  person('Amina', 'Finance'),
  person('Bo', 'Technology'),
  person('Chidi', 'Finance'),
  person('Dolores', 'Technology'),
] as const;
const four = [amina, bo, chidi, dolores];

/** The same people with something said of some of them. */
function but(people: readonly Candidate[], changes: Record<string, Partial<Candidate>>): Candidate[] {
  return people.map((each) => ({ ...each, ...changes[each.id] }));
}

const plan = (leaders: readonly Candidate[], more: Partial<PairingFacts> = {}) => planRound(factsOf(leaders, more));
const seeds = Array.from({ length: 12 }, (_, at) => `${at}`);
const always = (leaders: readonly Candidate[], more: Partial<PairingFacts> = {}) => [
  ...new Set(seeds.map((seed) => together(plan(leaders, { ...more, seed })))),
];

describe('aims, in their order', () => {
  test('Amina and Chidi of Finance are not paired while somebody else is there', () => {
    expect(always(four).sort()).toEqual(['amina bo | chidi dolores', 'amina dolores | bo chidi']);
  });

  test('partners of the last rounds are not repeated, unless two people of one function would have to be paired', () => {
    const once = [{ roundsAgo: 1, leaders: ['amina', 'bo'] }];
    expect(always(four, { history: once })).toEqual(['amina dolores | bo chidi']);
    const all = [...once, { roundsAgo: 2, leaders: ['amina', 'dolores'] }];
    expect(always(four, { history: all })).toEqual(['amina dolores | bo chidi']);
    const both = [...all, { roundsAgo: 1, leaders: ['chidi', 'dolores'] }];
    expect(always(four, { history: both })).toEqual(['amina dolores | bo chidi']);
  });

  test('fewer repeats come before older ones, older before newer, and a pair that never met counts half', () => {
    const past = (roundsAgo: number, a: string, b: string, met = true) => ({ roundsAgo, leaders: [a, b], met });
    const older = [past(1, 'amina', 'bo'), past(1, 'chidi', 'dolores'), past(3, 'amina', 'dolores'), past(3, 'bo', 'chidi')];
    expect(always(four, { history: older })).toEqual(['amina dolores | bo chidi']);
    const unmet = [past(1, 'amina', 'bo', false), past(1, 'chidi', 'dolores', false), past(4, 'amina', 'dolores'), past(4, 'bo', 'chidi')];
    expect(always(four, { history: unmet })).toEqual(['amina bo | chidi dolores']);
    const forgotten = [past(5, 'amina', 'bo'), past(5, 'chidi', 'dolores'), past(4, 'amina', 'dolores', false)];
    expect(always(four, { history: forgotten })).toEqual(['amina bo | chidi dolores']);
  });

  test('two who named each other come before two who did not, and before any number of one-sided wishes', () => {
    expect(always(but(four, { amina: { welcomes: ['bo'] }, bo: { welcomes: ['amina'] } }))).toEqual(['amina bo | chidi dolores']);
    const wished = { amina: { welcomes: ['bo', 'dolores'] }, bo: { welcomes: ['amina'] }, chidi: { welcomes: ['bo'] } };
    expect(always(but(four, wished))).toEqual(['amina bo | chidi dolores']);
    expect(always(but(four, { chidi: { welcomes: ['bo'] } }))).toEqual(['amina dolores | bo chidi']);
    const within = but(four, { amina: { welcomes: ['chidi'] }, chidi: { welcomes: ['amina'] } });
    expect(always(within)).not.toContain('amina chidi | bo dolores');
  });

  test('hours that do not meet are avoided, but not for the price of a welcome', () => {
    const far = but(four, { amina: { hours: week(6, 12) }, bo: { hours: week(14, 20) } });
    expect(always(far)).toEqual(['amina dolores | bo chidi']);
    expect(always(but(far, { amina: { welcomes: ['bo'], hours: week(6, 12) } }))).toEqual(['amina bo | chidi dolores']);
  });

  test('functions that no pair has joined are joined first, then those joined least', () => {
    const people = [amina, bo, person('Edo', 'People'), person('Freya', 'Operations')];
    const joined = (a: string, b: string) => ({ roundsAgo: 9, leaders: [a, b] });
    expect(always(people, { history: [joined('amina', 'bo'), joined('amina', 'edo')] })).toEqual(['amina freya | bo edo']);
    const all = [joined('amina', 'bo'), joined('amina', 'bo'), joined('amina', 'edo'), joined('amina', 'edo'), joined('amina', 'freya')];
    const others = [joined('edo', 'freya'), joined('bo', 'freya'), joined('bo', 'edo')];
    expect(always(people, { history: [...all, ...others] })).toEqual(['amina freya | bo edo']);
  });

  test('who carried compromises before is spared now', () => {
    const three = [amina, chidi, person('Edo', 'Finance'), bo, dolores, person('Freya', 'Finance')];
    const duty = { amina: { trios: 0, compromises: 2 }, edo: { trios: 0, compromises: 1 } };
    expect(always(three, { duty }).every((groups) => groups.includes('chidi freya'))).toBe(true);
  });

  test('levels alike, then topics that fit, then a similar week', () => {
    const levels = but(four, { amina: { level: 'VP' }, dolores: { level: ' vp ' } });
    expect(always(levels)).toEqual(['amina dolores | bo chidi']);
    const topics = but(four, { amina: { workOn: 'Delegating to my managers' }, bo: { helpWith: 'delegation' } });
    expect(always(topics)).toEqual(['amina bo | chidi dolores']);
    expect(always(but(four, { chidi: { rhythm: 'full' }, bo: { rhythm: 'full' } }))).toEqual(['amina dolores | bo chidi']);
  });
});

describe('chance', () => {
  test('the same facts give the same plan, in whatever order people come', () => {
    const dice = diceFrom(3);
    const people = Array.from({ length: 21 }, (_, at) => person(`P${at}`, ['Finance', 'People', 'Sales'][at % 3] as string));
    const first = plan(people);
    for (let round = 0; round < 5; round++) {
      const mixed = people.map((each) => [dice(), each] as const).sort(([a], [b]) => a - b);
      expect(plan(mixed.map(([, each]) => each))).toEqual(first);
    }
  });

  test('ties fall by the seed, not by the alphabet', () => {
    const people = 'ABCDEFGH'.split('').map((name) => person(name, name));
    const partners = new Set(
      Array.from({ length: 60 }, (_, seed) => {
        const pairs = plan(people, { seed: `${seed}` });
        return pairs.possible ? pairs.pairs.find(({ leaders }) => leaders.includes('a'))?.leaders.find((id) => id !== 'a') : '';
      }),
    );
    expect(partners.size).toBe(7);
  });
});

describe('rules that are never broken', () => {
  test('nobody is paired with somebody on either list, on their line, or ruled out by an organiser', () => {
    expect(always(but(four, { amina: { avoids: ['bo'] } }))).toEqual(['amina dolores | bo chidi']);
    expect(always(but(four, { bo: { avoids: ['amina'] } }))).toEqual(['amina dolores | bo chidi']);
    expect(always(but(four, { bo: { line: ['amina'] } }))).toEqual(['amina dolores | bo chidi']);
    expect(always(four, { forbidden: [['bo', 'amina']] })).toEqual(['amina dolores | bo chidi']);
    expect(
      always(four, {
        forbidden: [
          ['bo', 'amina'],
          ['amina', 'dolores'],
        ],
      }),
    ).toEqual(['amina chidi | bo dolores']);
  });

  test('what is to stay together stays together, whatever it costs', () => {
    expect(always(four, { fixed: [['amina', 'chidi']] })).toEqual(['amina chidi | bo dolores']);
    expect(toldOf(plan(four, { fixed: [['amina', 'chidi']] }), 'amina')).toContain('compromise.function.kept');
    const three = [...four, person('Edo', 'People')];
    expect(always(three, { fixed: [['amina', 'chidi', 'edo']] })).toEqual(['amina chidi edo | bo dolores']);
    expect(always(four, { fixed: [['amina', 'gone']] })).not.toContain('impossible');
  });

  test('somebody who leads everybody is paired with a person who has named them as welcome', () => {
    const boss = person('Hana', 'Board', { line: ['amina', 'bo', 'chidi'] });
    const led = [amina, bo, chidi, boss];
    expect(together(plan(led))).toBe('impossible: pairing.cause.leads-all');
    const welcomed = [amina, { ...bo, welcomes: ['hana'] }, chidi, boss];
    expect(always(welcomed)).toEqual(['amina chidi | bo hana']);
    expect(toldOf(plan(welcomed), 'hana')).toContain('compromise.line');
    expect(together(plan([amina, { ...bo, welcomes: ['hana'], avoids: ['hana'] }, chidi, boss]))).toMatch(/^impossible/);
    const other = person('Edo', 'Board');
    expect(always([...welcomed.slice(0, 3), boss, other, dolores]).every((groups) => /edo hana|dolores hana/.test(groups))).toBe(true);
  });
});

describe('odd numbers', () => {
  test('two make a pair, three a trio, five a pair and a trio', () => {
    expect(together(plan([amina, bo]))).toBe('amina bo');
    expect(together(plan([amina, bo, chidi]))).toBe('amina bo chidi');
    const five = plan([...four, person('Edo', 'People')]);
    expect(five).toMatchObject({ possible: true, totals: { leaders: 5, pairs: 1, trios: 1, sameFunction: 0 } });
  });

  test('the three come from three functions where that costs nothing', () => {
    const people = [...four, person('Edo', 'People'), person('Freya', 'People'), person('Goran', 'Sales')];
    for (const seed of seeds) {
      const pairs = plan(people, { seed });
      const trio = pairs.possible ? pairs.pairs.find(({ leaders }) => leaders.length === 3) : undefined;
      expect(new Set(trio?.leaders.map((id) => people.find((each) => each.id === id)?.function)).size).toBe(3);
      expect(trio?.reasons.map(({ id }) => id)).toContain('pairing.reason.functions.three');
    }
  });

  test('where one function has most, the trio takes two of it rather than leave a pair among themselves', () => {
    const policy = Array.from({ length: 26 }, (_, at) => person(`P${at}`, 'Policy'));
    const others = Array.from({ length: 11 }, (_, at) => person(`O${at}`, `Function ${at % 6}`));
    const round = plan([...policy, ...others]);
    const within = round.possible ? round.pairs.filter(({ leaders }) => leaders.every((id) => id.startsWith('p'))) : [];
    expect(within.length).toBe(7);
    expect(within[0]?.compromises).toEqual([
      { id: 'pairing.compromise.function.share', blanks: { function: 'Policy', count: 26, leaders: 37, pairs: 7 } },
    ]);
  });

  test('whoever has been in trios least is asked first', () => {
    const five = [...four, person('Edo', 'People')];
    const duty = { amina: { trios: 1, compromises: 0 }, bo: { trios: 1, compromises: 0 } };
    for (const seed of seeds) expect(together(plan(five, { duty, seed }))).toContain('chidi dolores edo');
  });

  test('all three pairs of a trio keep the rules', () => {
    const three = but([amina, bo, chidi], { chidi: { avoids: ['amina'] } });
    expect(together(plan(three))).toBe('impossible: pairing.cause.apart, pairing.cause.rule.private');
    const five = but([...four, person('Edo', 'People')], { edo: { avoids: ['amina', 'bo'] }, chidi: { line: ['amina', 'dolores'] } });
    for (const seed of seeds) {
      const round = plan(five, { seed });
      const trio = round.possible ? round.pairs.find(({ leaders }) => leaders.length === 3)?.leaders : [];
      expect(trio).toHaveLength(3);
      expect(trio?.includes('edo') && (trio.includes('amina') || trio.includes('bo'))).toBe(false);
      expect(trio?.includes('chidi') && (trio.includes('amina') || trio.includes('dolores'))).toBe(false);
    }
  });
});

describe('what a pair is told', () => {
  test('first time together, different functions, both named each other, shared hours', () => {
    const round = plan(but(four, { amina: { welcomes: ['bo'], hours: week(10, 18) }, bo: { welcomes: ['amina'] } }));
    expect(toldOf(round, 'amina')).toEqual(['reason.first', 'reason.functions', 'reason.both', 'reason.hours', 'reason.level']);
    const hours = round.possible && round.pairs[0]?.reasons.find(({ id }) => id === 'pairing.reason.hours');
    expect(hours).toEqual({ id: 'pairing.reason.hours', blanks: { hours: 7 } });
  });

  test('a wish of one side is told without saying whose', () => {
    expect(toldOf(plan(but(four, { chidi: { welcomes: ['bo'] } })), 'chidi')).toContain('reason.wished');
  });

  test('no reason, compromise or total differs by whose private list kept two apart', () => {
    const mine = plan(but(four, { amina: { avoids: ['bo'] } }));
    expect(plan(but(four, { bo: { avoids: ['amina'] } }))).toEqual(mine);
    expect(plan(but(four, { bo: { line: ['amina'] } }))).toEqual(mine);
    expect(plan(four, { forbidden: [['amina', 'bo']] })).toEqual(mine);
  });

  test('a repeat says when it was, and hours that hardly meet say so', () => {
    const again = plan([amina, bo], { history: [{ roundsAgo: 2, leaders: ['amina', 'bo'] }] });
    expect(toldOf(again, 'bo')).toContain('compromise.repeat.ago');
    const unmet = plan([amina, bo], { history: [{ roundsAgo: 1, leaders: ['amina', 'bo'], met: false }] });
    expect(toldOf(unmet, 'bo')).toContain('compromise.repeat.last.unmet.half');
    const far = plan(but([amina, bo], { bo: { hours: week(16, 24) } }));
    expect(toldOf(far, 'bo')).toEqual(['reason.first', 'reason.functions', 'reason.hour', 'reason.level', 'compromise.hours.one']);
  });
});

describe('why a round cannot be', () => {
  const told = (people: readonly Candidate[], more: Partial<PairingFacts> = {}) => {
    const round = plan(people, more);
    return round.possible
      ? []
      : round.causes.map(({ leaders, because }) => `${because.id.replace('pairing.cause.', '')}: ${leaders.join(' ')}`);
  };

  test('nobody, or one', () => {
    expect(told([])).toEqual(['few: ']);
    expect(told([amina])).toEqual(['few: amina']);
  });

  test('somebody has no possible partner: who, and by which rules', () => {
    const alone = but(four, { amina: { avoids: ['bo', 'dolores'], line: ['chidi'] } });
    expect(told(alone)).toEqual(['nobody: amina', 'rule.line: amina', 'rule.private: amina']);
    expect(
      told(four, {
        forbidden: [
          ['amina', 'bo'],
          ['amina', 'chidi'],
          ['dolores', 'amina'],
        ],
      }),
    ).toEqual(['nobody: amina', 'rule.organiser: amina']);
  });

  test('three who could all be only with the same one', () => {
    const six = [...four, person('Edo', 'People'), person('Freya', 'Sales')];
    const apart = but(six, { amina: { avoids: ['bo', 'chidi', 'edo', 'freya'] }, bo: { avoids: ['chidi', 'edo', 'freya'] } });
    const [first, ...rules] = told(apart);
    expect(first).toBe('partners.single: amina bo');
    expect(rules).toEqual(['rule.private: amina bo']);
    const round = plan(apart);
    expect(round.possible ? [] : round.causes[0]?.because.blanks).toEqual({ names: 'Amina and Bo', others: 'Dolores' });
  });

  test('groups that are odd and may only be paired inside themselves', () => {
    const six = [...four, person('Edo', 'People'), person('Freya', 'Sales')];
    const others = ['dolores', 'edo', 'freya'];
    const forbidden = ['amina', 'bo', 'chidi'].flatMap((a) => others.map((b): [string, string] => [a, b]));
    expect(told(six, { forbidden }).map((line) => line.split(':')[0])).toEqual(['partners.alone', 'rule.organiser']);
  });

  test('an odd number in which no three may be together', () => {
    const five = [...four, person('Edo', 'People')];
    const ids = ['amina', 'bo', 'chidi', 'dolores', 'edo'];
    const forbidden = ids.map((id, at): [string, string] => [id, ids[(at + 1) % 5] as string]);
    expect(told(five, { forbidden })).toEqual([`no-trio: ${ids.join(' ')}`, `rule.organiser: ${ids.join(' ')}`]);
  });

  test('what is to stay together may not be, stands twice, or leaves one over', () => {
    expect(told(but(four, { amina: { avoids: ['bo'] } }), { fixed: [['amina', 'bo']] })).toEqual(['kept: amina bo', 'rule.kept: amina bo']);
    expect(
      told(four, {
        fixed: [
          ['amina', 'bo'],
          ['bo', 'chidi'],
        ],
      }),
    ).toEqual(['kept-twice: bo']);
    expect(told(four, { fixed: [['amina', 'bo', 'chidi', 'dolores']] })).toEqual(['kept-size: amina bo chidi dolores']);
    expect(told([amina, bo, chidi], { fixed: [['amina', 'bo']] })).toEqual(['over: chidi']);
  });

  test('of private lists nothing is told but that there is a wish', () => {
    for (const avoids of [{ amina: { avoids: ['bo'] } }, { bo: { avoids: ['amina'] } }])
      expect(told(but([amina, bo], avoids))).toEqual(['apart: amina bo', 'rule.private: amina bo']);
    const three = [amina, bo, chidi];
    expect(plan(but(three, { amina: { avoids: ['bo'] } }))).toEqual(plan(but(three, { chidi: { avoids: ['bo'] } })));
  });
});
