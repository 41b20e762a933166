// What somebody can work out of reports who knows a great deal already: everything about their own pair, everything about all pairs but one, both
// reports of a round, and how things are counted. The counting is the real one; the worlds are all there can be.
import { describe, expect, test } from '@jest/globals';
import { type Group, rateOf } from '../../../src/features/measuring/meeting-rate.ts';
import { type Facts, figuresOf } from '../../../src/features/measuring/plan.ts';
import { pooled } from '../../../src/features/measuring/pooled.ts';
import { sayingOf } from '../../../src/features/reviewing/thresholds.ts';

/** A pair that met in these fortnights of the first half, and in so many of the second. */
function group(pair: number, half: readonly boolean[], since: readonly boolean[]): Group {
  const fortnights = [
    ...half.map((met, at) => ({ n: at + 1, met, before: true })),
    ...since.map((met, at) => ({ n: half.length + at + 1, met, before: false })),
  ];
  return { pair: `p${pair}`, size: 2, rhythm: 'steady', fortnights, first: half[0] ?? false };
}

const atHalf = (groups: readonly Group[]) =>
  groups.map((each) => ({ ...each, fortnights: each.fortnights.filter(({ before }) => before).map((one) => ({ ...one, before: false })) }));

/** What both reports say of how often these pairs met. */
const told = (groups: readonly Group[]) => JSON.stringify([rateOf(atHalf(groups), 'half'), rateOf(groups, 'end')]);

const bits = (value: number, length: number) => Array.from({ length }, (_, at) => ((value >> at) & 1) === 1);

/** Numbers that look like chance and are the same every time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 4294967296) * sides);
  };
}

describe('somebody who knows every fortnight of all pairs but one, and both reports', () => {
  const [HALF, SINCE] = [6, 7];
  const fortnights = Array.from({ length: HALF + SINCE }, (_, at) => at);

  test.each([3, 4, 5, 9])('of %d pairs: whether the last one met in a given fortnight stays open', (pairs) => {
    const roll = dice(pairs);
    // First meetings are told by themselves, from five pairs on: even who knows of the last pair's learns nothing of the other fortnights.
    const knowsFirst = pairs >= 5;
    for (let game = 0; game < 3; game++) {
      const tilt = [1, 3, 7][game] as number;
      const known = Array.from({ length: pairs - 1 }, (_, at) =>
        group(
          at,
          bits(0, HALF).map(() => roll(8) < tilt),
          bits(0, SINCE).map(() => roll(8) < tilt),
        ),
      );
      const seen = new Map<string, { met: number; missed: number }>();
      for (let world = 0; world < 2 ** (HALF + SINCE); world++) {
        const all = bits(world, HALF + SINCE);
        const key = `${knowsFirst && all[0]} ${told([...known, group(pairs - 1, all.slice(0, HALF), all.slice(HALF))])}`;
        const so = seen.get(key) ?? { met: 0, missed: 0 };
        seen.set(key, { met: so.met | world, missed: so.missed | ~world });
      }
      const pinned = [...seen.values()].flatMap(({ met, missed }) =>
        fortnights.slice(knowsFirst ? 1 : 0).filter((at) => !((met >> at) & 1) || !((missed >> at) & 1)),
      );
      expect(pinned).toEqual([]);
    }
  });
});

describe('somebody who knows their own pair', () => {
  /** By what is said: for each pair, whether it may have met soon, and may not have. */
  const ofFirst = (pairs: number) => {
    const open = new Map<string, { yes: number; no: number }>();
    for (let world = 0; world < 2 ** pairs; world++) {
      const all = bits(world, pairs);
      const said = JSON.stringify(
        sayingOf(
          all.map((yes, at) => ({ pair: `p${at}`, yes })),
          { sensitive: false },
        ),
      );
      const key = `${all[0]} ${said}`;
      const so = open.get(key) ?? { yes: 0, no: 0 };
      open.set(key, { yes: so.yes | world, no: so.no | ~world });
    }
    return [...open.values()].flatMap(({ yes, no }) =>
      Array.from({ length: pairs - 1 }, (_, at) => at + 1).filter((at) => !((yes >> at) & 1) || !((no >> at) & 1)),
    );
  };

  test.each([5, 6, 9, 10, 12, 14])('of %d pairs: whether any other pair met within fifteen days stays open', (pairs) => {
    expect(ofFirst(pairs)).toEqual([]);
  });

  test('of five pairs of whom four met, they hear that about half, most or nearly all did', () => {
    const said = sayingOf(
      [1, 1, 1, 1, 0].map((yes, at) => ({ pair: `p${at}`, yes: yes === 1 })),
      { sensitive: false },
    );
    expect(said).toEqual({ bands: ['half', 'most', 'all'] });
  });

  test('of ten pairs or more: the figure leaves every fortnight of every other pair open, even at the ends', () => {
    for (const missed of [0, 1, 2, 3, 60]) {
      const groups = Array.from({ length: 10 }, (_, pair) =>
        group(
          pair,
          bits(0, 6).map((_bit, at) => pair * 6 + at >= missed),
          [],
        ),
      );
      const said = JSON.stringify(rateOf(groups, 'half'));
      for (let other = 1; other < 10; other++) {
        for (let n = 0; n < 6; n++) {
          const worlds = groups
            .flatMap((_, third) => flipped(groups, other, n, third))
            .filter((world) => JSON.stringify(rateOf(world, 'half')) === said);
          expect(worlds.length).toBeGreaterThan(0);
        }
      }
    }
  });
});

/** The same world with one fortnight of one pair turned round; and with one of another pair turned the other way besides, so that the sum stays. */
function flipped(groups: readonly Group[], pair: number, n: number, third: number): Group[][] {
  const turn = (each: Group, at: number): Group => ({
    ...each,
    fortnights: each.fortnights.map((one, index) => (index === at ? { ...one, met: !one.met } : one)),
  });
  const alone = groups.map((each, index) => (index === pair ? turn(each, n) : each));
  if (third === 0 || third === pair) return [alone];
  const before = groups[pair]?.fortnights[n]?.met;
  const balance = groups[third]?.fortnights.findIndex(({ met }) => met !== before) ?? -1;
  return balance < 0 ? [alone] : [alone, alone.map((each, index) => (index === third ? turn(each, balance) : each))];
}

describe('two reports of one round', () => {
  const none = { sum: 0, people: 0, least: 0, most: 0 };
  const facts = (more: Partial<Facts>): Facts => ({
    people: { invited: 0, joined: 12, active: 12, paused: 0, left: 0 },
    ...{ formed: { pairs: 6, trios: 0 }, groups: [], results: [], commitments: [], map: { functions: [], bridges: [] } },
    fairness: { rounds: 1, trios: none, compromises: none, welcomes: 0 },
    ...more,
  });
  const groups = (yes: number) => Array.from({ length: 6 }, (_, pair) => group(pair, bits(pair < yes ? 63 : 62, 6), []));

  test('say the same of first meetings, whoever checks in late', () => {
    const half = figuresOf('half', facts({ groups: groups(2) }));
    const end = figuresOf('end', facts({ groups: groups(5), told: half }));
    expect(end.firstMeetings).toEqual(half.firstMeetings);
    const silent = figuresOf('end', facts({ groups: groups(5), told: {} }));
    expect(silent.firstMeetings).toBeUndefined();
  });

  test('do not count one who has left among those who might go on: that they left is known, and would tell of the others', () => {
    const people = Array.from({ length: 10 }, (_, at) => ({ pair: `p${at >> 1}`, yes: at < 9 }));
    const figures = figuresOf('end', facts({ goingOn: { drawn: false, people } }));
    expect(figures.goOn).toEqual({ drawn: false, saying: { percent: 80, is: 'or-more' } });
    expect(figuresOf('half', facts({})).goOn).toBeUndefined();
  });

  test('count one answer of each person, however many commitments they made', () => {
    const commitments = Array.from({ length: 8 }, (_, at) => [
      { leader: `l${at}`, pair: `p${at >> 1}`, answered: false },
      { leader: `l${at}`, pair: `p${at >> 1}`, answered: at < 4 },
    ]).flat();
    expect(figuresOf('half', facts({ commitments })).followedUp).toEqual({ bands: ['half'] });
    expect(figuresOf('half', facts({ commitments: commitments.slice(0, 8) })).followedUp).toBeUndefined();
  });
});

describe('with few pairs', () => {
  const meeting = (count: number) => Array.from({ length: count }, (_, pair) => group(pair, bits(63, 6), bits(127, 7)));

  test('nothing is said half way, one thing at the end from three pairs on, and nothing of one or two', () => {
    expect([1, 2, 3, 4].map((count) => rateOf(atHalf(meeting(count)), 'half'))).toEqual([undefined, undefined, undefined, undefined]);
    expect([1, 2].map((count) => rateOf(meeting(count), 'end'))).toEqual([undefined, undefined]);
    expect(rateOf(meeting(3), 'end')).toEqual({ share: { bands: ['most', 'all'] } });
    expect(rateOf(meeting(5), 'end')?.hours).toEqual({ least: 30, most: 65 });
    expect(rateOf(meeting(10), 'end')).toEqual({ share: { percent: 95, is: 'or-more' }, hours: { least: 90, most: 95 } });
  });

  test('the hours do not tell which rhythm any other pair has agreed on', () => {
    const hours = (full: readonly boolean[]) =>
      JSON.stringify(
        rateOf(
          meeting(full.length).map((each, at) => ({ ...each, rhythm: full[at] ? 'full' : 'steady' })),
          'end',
        )?.hours,
      );
    expect(new Set(Array.from({ length: 2 ** 7 }, (_, world) => hours(bits(world, 7)))).size).toBe(1);
    const seen = new Map<string, { yes: number; no: number }>();
    for (let world = 0; world < 2 ** 10; world++) {
      const full = bits(world, 10);
      const key = `${full[0]} ${hours(full)}`;
      const so = seen.get(key) ?? { yes: 0, no: 0 };
      seen.set(key, { yes: so.yes | world, no: so.no | ~world });
    }
    expect(seen.size).toBeGreaterThan(2);
    const pinned = [...seen.values()].filter(({ yes, no }) => ((yes & no) >> 1) % 512 !== 511);
    expect(pinned).toEqual([]);
  });

  test('what is said is true: the share lies within it', () => {
    const roll = dice(4711);
    for (let game = 0; game < 400; game++) {
      const count = 3 + roll(12);
      const tilt = roll(9);
      const groups = Array.from({ length: count }, (_, pair) =>
        group(
          pair,
          bits(0, roll(7)).map(() => roll(8) < tilt),
          bits(0, 1 + roll(7)).map(() => roll(8) < tilt),
        ),
      );
      const all = groups.flatMap(({ fortnights }) => fortnights);
      const truth = (100 * all.filter(({ met }) => met).length) / all.length;
      const share = rateOf(groups, 'end')?.share;
      const [from, to] = rangeOf(share);
      expect(truth).toBeGreaterThanOrEqual(from);
      expect(truth).toBeLessThanOrEqual(to);
    }
  });
});

const FROM = { few: 0, some: 15, half: 40, most: 65, all: 85 };
const TO = { few: 15, some: 40, half: 65, most: 85, all: 100 };

function rangeOf(share: NonNullable<ReturnType<typeof rateOf>>['share'] | undefined): [number, number] {
  if (!share) return [0, 100];
  if ('bands' in share) return [FROM[share.bands[0] as keyof typeof FROM], TO[share.bands.at(-1) as keyof typeof TO]];
  if (share.is === 'or-more') return [share.percent - 2.5, 100];
  return share.is === 'or-less' ? [0, share.percent + 2.5] : [share.percent - 2.5, share.percent + 2.5];
}

describe('somebody who sat in every Forum, knows what each of them was told, and reads the report', () => {
  /** What a Forum of so many answers hears of itself. */
  const heard = (replies: number, yes: number) => {
    const counted = Array.from({ length: replies }, (_, at) => ({ pair: `p${at}`, yes: at < yes }));
    const saying = sayingOf(counted, { sensitive: false });
    return saying && 'bands' in saying ? saying.bands : undefined;
  };
  const worldsOf = (sizes: readonly number[]): number[][] =>
    sizes.reduce<number[][]>(
      (worlds, size) => worlds.flatMap((world) => Array.from({ length: size + 1 }, (_, yes) => [...world, yes])),
      [[]],
    );

  test.each([[[8]], [[8, 8]], [[5, 6]], [[8, 4]], [[6, 3]], [[8, 1]], [[5, 5, 5]], [[8, 6, 4]], [[4, 4]], [[3, 2, 2]], [[5, 8, 7, 2]]])(
    'of %j answers: what anybody else answered stays open',
    (sizes) => {
      const open = new Map<string, { yes: number[]; no: number[] }>();
      for (const world of worldsOf(sizes)) {
        const groups = sizes.map((replies, at) => ({ replies, yes: world[at] ?? 0, bands: heard(replies, world[at] ?? 0) }));
        const said = JSON.stringify([groups.map(({ bands }) => bands), pooled(groups)]);
        for (let own = 0; own < 2 ** sizes.length; own++) {
          const theirs = bits(own, sizes.length).map(Number);
          const others = sizes.map((size, at) => ({ of: size - 1, yes: (world[at] ?? 0) - (theirs[at] ?? 0) }));
          if (others.some(({ of, yes }) => yes < 0 || yes > of)) continue;
          const so = open.get(`${own} ${said}`) ?? { yes: sizes.map(() => 0), no: sizes.map(() => 0) };
          for (const [at, { of, yes }] of others.entries()) {
            if (yes > 0 || of === 0) so.yes[at] = 1;
            if (yes < of || of === 0) so.no[at] = 1;
          }
          open.set(`${own} ${said}`, so);
        }
      }
      expect([...open].filter(([, { yes, no }]) => [...yes, ...no].includes(0)).map(([key]) => key)).toEqual([]);
    },
  );

  test('hears something all the same where there is something to say, and it is true', () => {
    const groups = (counts: readonly number[]) => counts.map((yes) => ({ replies: 8, yes, bands: heard(8, yes) }));
    expect(pooled(groups([8, 7, 8]))).toEqual(['most', 'all']);
    expect(pooled(groups([4, 4, 5]))).toEqual(['half']);
    expect(pooled(groups([1, 0, 0]))).toEqual(['few', 'some']);
    for (const world of worldsOf([8, 5, 3])) {
      const told = pooled(world.map((yes, at) => ({ replies: [8, 5, 3][at] ?? 0, yes, bands: heard([8, 5, 3][at] ?? 0, yes) })));
      const [from, to] = rangeOf(told && { bands: told });
      const share = (100 * world.reduce((all, yes) => all + yes, 0)) / 16;
      expect(share >= from && share <= to).toBe(true);
    }
  });
});
