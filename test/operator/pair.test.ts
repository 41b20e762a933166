// `coachingpairs pair` as an operator uses it: pairs with reasons and proof, rounds ahead, and files that are not right.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aFolder, type Folder } from '../platform/a-folder.ts';
import { run } from './command.ts';

const rosters = fileURLToPath(new URL('../data/rosters/', import.meta.url));
const head = 'email,name,function,level,manager_email,time_zone';
const eight = [
  ['amina', 'Finance', 'hana', 'Europe/London'],
  ['bo', 'Technology', 'hana', 'Europe/London'],
  ['chidi', 'Finance', 'amina', 'Europe/Paris'],
  ['dolores', 'Technology', 'bo', 'Europe/London'],
  ['edo', 'People', 'freya', 'Europe/London'],
  ['freya', 'Operations', '', ''],
  ['goran', 'People', 'freya', 'America/Los_Angeles'],
  ['hana', 'Board', '', 'Europe/London'],
].map(([name = '', own, manager, zone]) => {
  const shown = name.charAt(0).toUpperCase() + name.slice(1);
  return `${name}@example.org,${shown},${own},Director,${manager && `${manager}@example.org`},${zone}`;
});

let folder: Folder;
beforeAll(() => {
  folder = aFolder();
});
afterAll(() => folder.remove());

const at = (name: string) => join(folder.path, name);
function file(name: string, ...lines: string[]): string {
  writeFileSync(at(name), lines.join('\n'));
  return at(name);
}
const pairs = (...args: string[]) => run(folder.path, {}, 'pair', ...args);
const asData = async (...args: string[]) => {
  const { code, out, err } = await pairs(...args, '--json');
  return { code, err, data: JSON.parse(out) };
};
const groups = (data: { pairs: { leaders: string[] }[] }) =>
  data.pairs.map(({ leaders }) => leaders.map((each) => each.replace('@example.org', '')).join(' '));

describe('one round', () => {
  test('as data: everyone once, reasons in words, totals, and a proof that was checked', async () => {
    const { code, data, err } = await asData('--roster', file('eight.csv', head, ...eight));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(data).toMatchObject({
      people: 8,
      seed: '1',
      unpaired: [],
      causes: [],
      totals: { leaders: 8, pairs: 4, trios: 0, sameFunction: 0, repeats: 0, mutualWelcomes: 0, oneSidedWelcomes: 0, shortHours: 1 },
      certificate: { optimal: true, checked: true, triosTried: 0 },
    });
    expect(groups(data).join(' ').split(' ').sort()).toEqual(['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya', 'goran', 'hana']);
    expect(data.pairs[0].reasons[0]).toBe('first time together');
    expect(data.milliseconds).toBeGreaterThanOrEqual(0);
    expect(data.certificate.people).toHaveLength(8);
    expect(data.certificate.stages[0].prices).toHaveLength(8);
  });

  test('the proof of an odd number is printed whole: prices for all trios, and for those that were looked at more closely', async () => {
    const roster = join(rosters, 'crown-prosecution-service-2013.csv');
    const { data } = await asData('--roster', roster);
    const { people, stages, triosTried, trios } = data.certificate;
    expect([people.length, data.totals.trios]).toEqual([69, 1]);
    expect(trios).toHaveLength(triosTried);
    const sets: { stages: { prices: number[] }[]; obstacle?: object }[] = [{ stages }, ...trios];
    for (const set of sets) expect(set.stages.length > 0 || set.obstacle !== undefined).toBe(true);
    expect(sets.flatMap((set) => set.stages.map(({ prices }) => prices.length)).every((count) => count === 69)).toBe(true);
  });

  test('as text: who with whom, why, and what it comes to', async () => {
    const { code, out } = await pairs('--roster', file('eight.csv', head, ...eight));
    expect(code).toBe(0);
    expect(out).toMatch(/^Amina \(Finance\) – \w+ \(\w+\)\n {2}first time together · different functions/);
    expect(out).toContain('Pairs: 4');
    expect(out).toMatch(/Proved the best plan there is for these rules; the proof was checked\. Seed 1, \d+ ms\.\n$/);
  });

  test('the same again for the same seed, and another for another', async () => {
    const roster = file('eight.csv', head, ...eight);
    const [first, again, ...others] = await Promise.all(
      ['5', '5', '6', '7', '8', '9'].map((seed) => asData('--roster', roster, '--seed', seed)),
    );
    expect(groups(again?.data)).toEqual(groups(first?.data));
    expect(new Set(others.map(({ data }) => groups(data).join())).size).toBeGreaterThan(1);
  });

  test('earlier rounds and rules count', async () => {
    const roster = file('eight.csv', head, ...eight);
    const history = file(
      'history.csv',
      'round_began_on,leaders,met',
      '2026-01-12,amina@example.org bo@example.org,yes',
      '2026-07-12,amina@example.org dolores@example.org ghost@example.org,',
    );
    const rules = file(
      'rules.csv',
      'rule,leaders',
      'fix,edo@example.org hana@example.org',
      'leave-out,goran@example.org',
      'forbid,chidi@example.org bo@example.org',
      'avoid,amina@example.org dolores@example.org',
      'welcome,freya@example.org chidi@example.org',
      'welcome,chidi@example.org freya@example.org',
    );
    const { code, data, err } = await asData('--roster', roster, '--history', history, '--rules', rules);
    expect({ code, people: data.people }).toEqual({ code: 0, people: 7 });
    expect(err).toMatch(/^1 of the people in .*history\.csv are not on the roster/);
    expect(groups(data)).toContain('edo hana');
    expect(
      data.pairs.some(
        ({ leaders }: { leaders: string[] }) => leaders.includes('amina@example.org') && leaders.includes('dolores@example.org'),
      ),
    ).toBe(false);
    expect(JSON.stringify(data)).not.toMatch(/avoid/i);
  });
});

describe('several rounds', () => {
  test('as data: each with its own proof, and how they go', async () => {
    const { code, data, err } = await asData('--roster', file('eight.csv', head, ...eight), '--rounds', '6');
    expect(code).toBe(0);
    expect(data.rounds).toHaveLength(6);
    expect(data.rounds.every(({ certificate }: { certificate: { checked: boolean } }) => certificate.checked)).toBe(true);
    const repeats = data.rounds.findIndex(({ totals }: { totals: { repeats: number } }) => totals.repeats > 0);
    expect(data.outlook.repeatsFrom).toBe(repeats < 0 ? null : repeats + 1);
    expect(data.outlook.bridges.built + data.outlook.bridges.missing.length).toBe(data.outlook.bridges.possible);
    expect(err).toMatch(/^Round 1 of 6: \d+ ms\n[\s\S]*Round 6 of 6: \d+ ms\n$/);
  });

  test('what they come to: whom repeats concern first, how evenly things were carried, whose wishes were met', async () => {
    const rules = file('few.csv', 'rule,leaders', 'forbid,edo@example.org bo@example.org', 'welcome,amina@example.org edo@example.org');
    const { data } = await asData('--roster', file('eight.csv', head, ...eight), '--rules', rules, '--rounds', '8');
    const { outlook } = data;
    expect(outlook.partnersLeft).toHaveLength(8);
    expect(outlook.partnersLeft[0]).toMatchObject({ round: 1, partners: expect.any(Number), leaders: expect.any(Array) });
    expect(outlook.repeatsFrom).toBeGreaterThan(1);
    expect(Object.keys(outlook.repeatsBecause)).toEqual(['leaders', 'partners', 'amongThemselves']);
    const carried: { leader: string; compromises: number; trios: number; welcomes: number }[] = outlook.carried;
    const sum = (of: 'compromises' | 'welcomes') => carried.reduce((so, each) => so + each[of], 0);
    expect(outlook.evenness.compromises.sum).toBe(sum('compromises'));
    expect(outlook.evenness.welcomes).toMatchObject({ sum: sum('welcomes'), people: 1 });
    expect(carried.find(({ welcomes }) => welcomes > 0)?.leader).toBe('amina@example.org');
    expect(outlook.evenness.trios).toEqual({ sum: 0, people: 0, least: 0, most: 0 });
  });

  test('a history goes before them: what was then is remembered', async () => {
    const roster = file(
      'four.csv',
      head,
      ...eight.filter((row) => /^(?:bo|edo|hana|goran)/.test(row)).map((row) => row.replace(/,[^,]*@example.org,/, ',,')),
    );
    const past = file(
      'past.csv',
      'round_began_on,leaders',
      '2026-01-12,bo@example.org edo@example.org',
      '2026-01-12,hana@example.org goran@example.org',
    );
    const { data } = await asData('--roster', roster, '--history', past, '--rounds', '2');
    expect(data.rounds.map(groups)).toEqual([
      ['bo goran', 'edo hana'],
      ['bo edo', 'goran hana'],
    ]);
    expect(data.outlook.repeatsFrom).toBe(2);
  });

  test('as text', async () => {
    const { code, out } = await pairs('--roster', join(rosters, 'crown-prosecution-service-2013.csv'), '--rounds', '2');
    expect(code).toBe(0);
    expect(out).toMatch(/Round 1\n[\s\S]*Round 2\n[\s\S]*Functions joined: \d+ of 325 pairs of functions\./);
  });
});

describe('what cannot be', () => {
  test('somebody who leads everybody is left, with the cause, and everyone else is paired', async () => {
    const { code, data } = await asData('--roster', join(rosters, 'culture-media-sport-2013.csv'));
    expect(code).toBe(1);
    expect(data).toMatchObject({ people: 37, unpaired: ['post-dcms4001@example.org'], totals: { pairs: 18, sameFunction: 7 } });
    expect(data.causes).toEqual([
      { leaders: ['post-dcms4001@example.org'], because: expect.stringContaining('Only someone who names them as welcome') },
    ]);
  });

  test('whoever cannot be paired is named with the cause, and everyone else is paired, in one round and in several', async () => {
    const others = ['chidi', 'edo', 'freya', 'goran', 'hana'];
    const rules = file(
      'star.csv',
      'rule,leaders',
      ...others.flatMap((each) => ['amina', 'bo'].map((one) => `forbid,${one}@example.org ${each}@example.org`)),
      'forbid,amina@example.org bo@example.org',
    );
    const roster = file('eight.csv', head, ...eight.map((row) => row.replace(/,[^,]*@example.org,/, ',,')));
    const { code, data } = await asData('--roster', roster, '--rules', rules);
    expect(code).toBe(1);
    expect(data.causes.map(({ because }: { because: string }) => because)).toEqual([
      'Amina and Bo have only Dolores to be paired with, and that is too few.',
      'One rule in the way: an organiser has ruled the pair out.',
    ]);
    expect(data.unpaired).toHaveLength(1);
    expect(data.pairs.flatMap(({ leaders }: { leaders: string[] }) => leaders)).toHaveLength(7);
    expect(data.certificate).toMatchObject({ optimal: true, checked: true });
    const { data: rounds, code: again } = await asData('--roster', roster, '--rules', rules, '--rounds', '3');
    expect(again).toBe(1);
    const left = rounds.rounds.flatMap(({ unpaired }: { unpaired: string[] }) => unpaired);
    expect(left).toHaveLength(3);
  });

  test('one person alone is told so', async () => {
    const { code, data } = await asData('--roster', file('one.csv', head, eight[5] ?? ''));
    expect({ code, data }).toMatchObject({
      code: 1,
      data: { pairs: [], totals: null, certificate: null, causes: [{ because: 'A round needs at least two leaders.' }] },
    });
  });

  test('two who report to each other are told so, in words', async () => {
    const { code, out } = await pairs('--roster', file('two.csv', head, eight[0] ?? '', eight[7] ?? ''));
    expect(code).toBe(1);
    expect(out).toContain('No plan is possible for 2 people.');
    expect(out).toContain('Amina and Hana cannot be together.');
  });
});

describe('files that are not right', () => {
  test('every fault of a roster is told with its line, and what is right', async () => {
    const roster = file('bad.csv', `${head},salary`, `${eight[0]},1`);
    const { code, out, err } = await pairs('--roster', roster);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('line 1, salary: this column is not known.');
    const rows = file('rows.csv', head, eight[0] ?? '', eight[0] ?? '', 'bo,Bo,Technology,Director,,Mars/Olympus');
    const second = await pairs('--roster', rows);
    expect(second.code).toBe(1);
    expect(second.err).toMatch(/line 3, email: this address stands in line 2 already/);
    expect(second.err).toMatch(/line 4, email: "bo" is not an address\. Write one such as/);
    expect(second.err).toMatch(/line 4, time_zone: "Mars\/Olympus" is not a time zone/);
  });

  test('a manager whose post is vacant is told, and no reason to refuse the roster', async () => {
    const { code, data, err } = await asData('--roster', file('vacant.csv', head, ...eight.slice(0, 7)));
    expect({ code, people: data.people }).toEqual({ code: 0, people: 7 });
    expect(err).toMatch(
      /nothing is known above 2 managers\.\n {2}line 2, manager_email: nobody on the list has the address hana@example\.org/,
    );
  });

  test('every fault of a history', async () => {
    const roster = file('eight.csv', head, ...eight);
    const history = file(
      'history.csv',
      'round_began_on,leaders,met',
      '2026-02-30,amina@example.org bo@example.org,yes',
      '2026-01-12,amina@example.org,perhaps',
    );
    const { code, err } = await pairs('--roster', roster, '--history', history);
    expect(code).toBe(1);
    expect(err).toContain('To put right (3):');
    expect(err).toContain('line 2, round_began_on: "2026-02-30" is not a day. Write one such as 2027-01-12.');
    expect(err).toContain('line 3, leaders: this names 1 different people.');
    expect(err).toContain('line 3, met: "perhaps" is neither yes nor no.');
  });

  test('a history in which somebody is twice in one round, or stands as something that is no address', async () => {
    const roster = file('eight.csv', head, ...eight);
    const history = file(
      'history.csv',
      '\uFEFFround_began_on;leaders',
      '2026-01-12;amina@example.org bo@example.org',
      '2026-01-12;AMINA@example.org edo@example.org',
      '2026-07-12;amina@example.org amina@example.org',
      '2026-07-12;edo freya@example.org',
    );
    const { code, err } = await pairs('--roster', roster, '--history', history);
    expect(code).toBe(1);
    expect(err).toContain(
      'line 3, leaders: amina@example.org is in another pair of this round already, in line 2. A round has everyone once.',
    );
    expect(err).toContain('line 4, leaders: this names 1 different people.');
    expect(err).toContain('line 5, leaders: "edo" is not an address.');
  });

  test('more lines than any programme has are refused, and faults without end are not told without end', async () => {
    const roster = file('eight.csv', head, ...eight);
    const day = (n: number) => new Date(Date.UTC(1900, 0, n)).toISOString().slice(0, 10);
    const people = eight.map((each) => each.split(',')[0]);
    const row = (n: number) => `${day(n)},${people[n % 8]} ${people[(n + 1 + (n % 7)) % 8]}`;
    const many = file('many.csv', 'round_began_on,leaders', ...Array.from({ length: 100_000 }, (_, n) => row(n)));
    const { code, err } = await pairs('--roster', roster, '--history', many);
    expect({ code, err: err.split('\n')[1] }).toEqual({ code: 1, err: '  line 1: there are more than 50000 lines.' });
    const long = file('long.csv', 'round_began_on,leaders', ...Array.from({ length: 10_000 }, (_, n) => row(n)));
    expect((await asData('--roster', roster, '--history', long)).code).toBe(0);
    const wrong = file('wrong.csv', 'rule,leaders', ...Array.from({ length: 500 }, () => 'promote,nobody@example.org'));
    const told = await pairs('--roster', roster, '--rules', wrong);
    expect(told.err).toContain('To put right (1000):');
    expect(told.err.split('\n')).toHaveLength(43);
    expect(told.err).toContain('  and 960 more.');
  }, 60_000);

  test('every fault of the rules', async () => {
    const roster = file('eight.csv', head, ...eight);
    const rules = file('rules.csv', 'rule;leaders;why', 'forbid;amina@example.org;', 'promote;bo@example.org');
    const { code, err } = await pairs('--roster', roster, '--rules', rules);
    expect(code).toBe(1);
    expect(err).toContain('line 1, why: this column is not known. The columns are rule, leaders.');
    const strangers = file(
      'rules.csv',
      'rule,leaders',
      'promote,bo@example.org',
      'forbid,amina@example.org ghost@example.org nobody@example.org',
    );
    const { err: second } = await pairs('--roster', roster, '--rules', strangers);
    expect(second).toContain('line 2, rule: "promote" is not a rule. The rules are fix, forbid, leave-out, welcome, avoid.');
    expect(second).toContain('line 3, leaders: "forbid" takes 2 to 2 different addresses');
    expect(second).toContain('line 3, leaders: nobody on the roster has the address ghost@example.org.');
  });

  test('files from a spreadsheet: semicolons, a byte-order mark, UTF-16', async () => {
    const text = [head, ...eight].join('\r\n');
    for (const [name, bytes] of [
      ['semicolons.csv', Buffer.from(text.replaceAll(',', ';'))],
      ['marked.csv', Buffer.from(`\uFEFF${text}`)],
      ['wide.csv', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ] as const) {
      writeFileSync(at(name), bytes);
      expect((await asData('--roster', at(name))).data.people).toBe(8);
    }
  });

  test.each([
    [['--roster'], 2],
    [[], 2],
    [['--roster', 'missing.csv'], 1],
    [['--roster', 'eight.csv', '--rounds', '0'], 2],
    [['--roster', 'eight.csv', '--rounds', 'many'], 2],
    [['--roster', 'eight.csv', '--loud'], 2],
  ])('%p is answered with a sentence and exit %p', async (args, code) => {
    const outcome = await pairs(...args);
    expect(outcome).toMatchObject({ code, out: '' });
    expect(outcome.err).toMatch(/\w+.*\n$/);
    expect(outcome.err).not.toContain('    at ');
  });

  test('noise is refused, not a crash', async () => {
    writeFileSync(at('noise.csv'), Buffer.from(Array.from({ length: 5000 }, (_, byte) => (byte * 7919) % 256)));
    const { code, err } = await pairs('--roster', at('noise.csv'));
    expect(code).toBe(1);
    expect(err).toContain('noise.csv cannot be used yet.');
    expect(readFileSync(at('noise.csv'))).toHaveLength(5000);
  });
});
