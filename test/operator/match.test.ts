// `coachingpairs match` as another program uses it: the format of graphs and certificates, every fault with its line, and exit codes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { prove } from '../../src/features/pairing/matching/raw/proof.ts';
import { Failed } from '../../src/operator/command-line.ts';
import { match as matchHere } from '../../src/operator/match.ts';
import { readCertificate } from '../../src/operator/match-certificate.ts';
import { readGraph } from '../../src/operator/match-graph.ts';
import { aFolder, type Folder } from '../platform/a-folder.ts';
import { begin, type Outcome, run } from './command.ts';

let folder: Folder;
beforeAll(() => {
  folder = aFolder();
});
afterAll(() => folder.remove());

const file = (content: string | Uint8Array, name = 'graph.txt') => {
  writeFileSync(join(folder.path, name), content);
  return name;
};
const match = (...args: string[]) => run(folder.path, {}, 'match', ...args);
const answer = (graph: string | Uint8Array) => match(file(graph));
/** The lines that are not about the way to them. */
const told = ({ out }: Outcome) =>
  out
    .replace(/ cpu_s \d+\.\d+\n/, '\n')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const four = '4 5\n0 1 5\n1 2 9007199254740992\n2 3 7\n0 3 1\n0 2 3\n';
/** Two heavy triangles with light pairs between them. */
const triangles = '6 9\n0 1 10\n1 2 10\n2 0 10\n3 4 10\n4 5 10\n5 3 10\n0 3 1\n1 4 2\n2 5 0\n';

describe('a graph that is right', () => {
  test('as text: weight and CPU seconds first, then how it went, then a line for each pair', async () => {
    const { code, out, err } = await answer(four);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^weight 9007199254740993 cpu_s \d+\.\d+\n# 4 vertices, 5 pairs, read in \d+\.\d+ s\n# no perfect matching weighs more, by a proof with 0 blossoms that was checked\n0 3\n1 2\n$/,
    );
  });

  test('as data: sums that no number can hold come as text', async () => {
    const { code, out } = await match(file(four), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      n: 4,
      m: 5,
      weight: '9007199254740993',
      mate: [3, 2, 1, 0],
      certificate: { optimal: true, checked: true, y: expect.any(Array), blossoms: [] },
      cpuSeconds: expect.any(Number),
      readSeconds: expect.any(Number),
    });
  });

  test.each([
    ['Windows line ends', four.replaceAll('\n', '\r\n')],
    ['tabs and blanks everywhere', ` \t${four.replaceAll('\n', ' \t\n\n').replaceAll(' ', '  ')}\n\n`],
    ['comments anywhere', `# before\n${four.replaceAll('\n', ' # 1 2 3\n#4 5\n  # behind blanks\n')}# at the end`],
    ['a byte-order mark', `\uFEFF${four}`],
    ['no line end behind the last pair', four.trimEnd()],
    ['zeros in front of numbers', four.replaceAll(' ', ' 00')],
    ['lines of a hundred thousand characters', four.replaceAll('\n', `${' '.repeat(1e5)}#${'x'.repeat(1e5)}\n`)],
    ['a pair several times, in either order', '4 7\n0 1 5\n1 2 9\n2 1 9007199254740992\n1 2 0\n2 3 7\n0 3 1\n0 2 3'],
  ])('may have %s', async (_, graph) => {
    const outcome = await answer(graph);
    expect([outcome.code, told(outcome)]).toEqual([0, ['weight 9007199254740993', '0 3', '1 2']]);
  });

  test('may have nobody in it, or pairs of no weight', async () => {
    expect(told(await answer('0 0'))).toEqual(['weight 0']);
    expect(told(await answer('2 1\n1 0 0'))).toEqual(['weight 0', '0 1']);
  });

  test('comes from standard input too', async () => {
    const running = begin(folder.path, {}, 'match', '-');
    running.process.stdin?.end(four);
    expect(told(await running.ended)).toEqual(['weight 9007199254740993', '0 3', '1 2']);
  });

  test('is the same whether it is kept as lists or as a triangle', async () => {
    const few = Array.from({ length: 100 }, (_, v) => `${v} ${(v + 1) % 100} ${2 ** 53 - v * v}`);
    const none = Array.from({ length: 2000 }, (_, at) => `${at % 100} ${(at + 1 + Math.floor(at / 100)) % 100} 0`);
    const [lists, triangle] = [await answer(['100 100', ...few].join('\n')), await answer(['100 2100', ...few, ...none].join('\n'))];
    expect(told(lists)[0]).toMatch(/^weight 450359962736\d{6}$/);
    expect(told(triangle)).toEqual(told(lists));
  });
});

describe('a graph that is not', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['an empty file', '', /graph\.txt is empty: its first line should say/],
    ['nothing but comments', '# 4 5\n\n', /is empty/],
    ['one number in the first line', '4\n', /line 1: the first line has two numbers.*here is one\.$/m],
    ['three numbers in the first line', '# \n4 1 1\n', /line 2: the first line has two numbers.*here are 3\.$/m],
    ['two numbers in a pair', '4 1\n0 1\n', /line 2: a pair has three numbers.*here are 2\.$/m],
    ['four numbers in a pair', '4 1\n0 1 2 3\n', /line 2: a pair has three numbers.*here are 4\.$/m],
    ['a word', '4 1\n0 one 2\n', /line 2: "one" is not a number\.$/m],
    ['a weight below 0', '4 1\n0 1 -2\n', /line 2: "-2" is below 0\.$/m],
    ['a fraction', '4 1\n\n0 1 2.5\n', /line 3: "2\.5" is not written as a whole number\.$/m],
    ['a power of ten', '4 1\n0 1 1e5\n', /line 2: "1e5" is not written as a whole number\.$/m],
    ['a weight above 2^53', '4 1\n0 1 9007199254740993\n', /line 2: the weight is above 9007199254740992/],
    ['a weight of a hundred digits', `4 1\n0 1 ${'9'.repeat(100)}\n`, /line 2: the weight is above/],
    ['a vertex that does not exist', '4 1\n0 4 1\n', /line 2: there is no vertex 4; they go from 0 to 3\.$/m],
    ['a vertex where there are none', '0 1\n0 1 1\n', /line 2: there is no vertex 0; there are none\.$/m],
    ['a vertex with itself', '4 1\n1 1 1\n', /line 2: vertex 1 is paired with itself\.$/m],
    ['a pair too many', '4 1\n0 1 1\n0 2 1\n', /line 3: the first line promises one pair, and here is one more\.$/m],
    ['a pair too few', '4 2\n0 1 1\n', /line 3: the file ends after one pair, and its first line promises 2\.$/m],
    ['more vertices than can be', '4294967296 1\n0 1 1', /line 1: a graph may have 1000000 vertices at most\.$/m],
    ['more pairs than can be', '1000000 9007199254740993\n0 1 1', /line 1: a graph may have 100000000 pairs at most\.$/m],
    ['wide characters', Buffer.from(`\uFEFF${four}`, 'utf16le'), /line 1: "\\xff\\xfe4\\x00" is not a number\.$/m],
    ['noise', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256), /line 1: ".*" is not a number\.$/m],
  ])('%s', async (_, graph, why) => {
    const refused = matchHere([join(folder.path, file(graph))]);
    await expect(refused).rejects.toThrow(why);
    await expect(refused).rejects.toThrow(Failed);
  });

  test('is refused with one line on standard error, and exit 1', async () => {
    const { code, out, err } = await answer('4 1\n0 one 2\n');
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: 'graph.txt, line 2: "one" is not a number.\n' });
  });

  test('a folder, and a file that is not there', async () => {
    expect(await match('.')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^\. cannot be read: EISDIR/) });
    expect(await match('nowhere')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^nowhere cannot be read: ENOENT/) });
  });
});

describe('where there is no perfect matching', () => {
  test.each([
    ['an odd number', '3 3\n0 1 1\n1 2 1\n2 0 1', /: 3 vertices cannot be matched two by two, because that is an odd number\.$/],
    ['somebody alone', '4 1\n0 1 1', /: vertex [23] is in no pair\.$/],
    ['nobody with anybody', '1000 0', /: vertex \d+ is in no pair\.$/],
    [
      'two triangles',
      '6 6\n0 1 1\n1 2 1\n2 0 1\n3 4 1\n4 5 1\n3 5 1',
      /: the 3 vertices (?:0, 1, 2|3, 4, 5) are in pairs only with each other, and 3 is an odd number\.$/,
    ],
    ['a star', '4 3\n0 1 1\n0 2 1\n0 3 3', /: the [23] vertices [123, ]+ are in pairs only with vertex 0\.$/],
    [
      'triangles around one vertex',
      '8 9\n0 1 1\n1 2 1\n2 0 1\n3 4 1\n4 5 1\n3 5 1\n6 0 1\n6 3 1\n6 7 1',
      /: these [23] groups, each of an odd number of vertices, are in pairs beyond themselves only with vertex 6: \(.*\)\.$/,
    ],
  ])('one sentence says why: %s', async (_, graph, why) => {
    await expect(matchHere([join(folder.path, file(graph))])).rejects.toThrow(why);
  });

  test('the exit code is 1, and nothing is printed as an outcome', async () => {
    expect(await match(file('1 0'), '--json')).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(/^There is no perfect matching: .*\n$/),
    });
  });
});

describe('certificates', () => {
  test('are written as a file, and hold', async () => {
    const graph = file(triangles);
    expect((await match(graph, '--cert', 'proof.json')).code).toBe(0);
    const certificate = JSON.parse(readFileSync(join(folder.path, 'proof.json'), 'utf8'));
    expect(Object.keys(certificate)).toEqual(['mate', 'y', 'blossoms']);
    expect(certificate.mate).toEqual([2, 4, 0, 5, 1, 3]);
    expect(certificate.blossoms[0]).toMatchObject({ children: expect.any(Array), z: expect.any(Number) });
    expect(await match(graph, '--check', 'proof.json')).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^holds: .* 22\n$/) });
    const { out } = await match(graph, '--check', 'proof.json', '--json');
    expect(JSON.parse(out)).toEqual({ holds: true, weight: '22' });
  });

  const right = {
    mate: [2, 4, 0, 5, 1, 3],
    y: [1, 1, 1, 1, 1, 1],
    blossoms: [
      { children: [0, 1, 2], z: 8 },
      { children: [3, 4, 5], z: 8 },
    ],
  };
  const check = async (certificate: unknown, graph = triangles) => {
    const text = typeof certificate === 'string' ? certificate : JSON.stringify(certificate);
    const claim = readCertificate(join(folder.path, file(text, 'claimed.json')));
    const proof = prove((await readGraph(join(folder.path, file(graph)))).graph, claim);
    return proof.holds ? 'holds' : proof.because;
  };

  test('of others hold too: with halves, powers of ten, numbers in quotation marks, and more in them', async () => {
    expect(await check(right)).toBe('holds');
    const [first, second] = right.blossoms;
    const halves = {
      ...right,
      y: [0.5, 1.5, 0.5, 0.5, 0.5, 0.5],
      blossoms: [
        { ...first, z: 9 },
        { ...second, z: 9 },
      ],
      by: 'somebody',
    };
    expect(await check(halves)).toBe('holds');
    expect(await check(JSON.stringify(right).replace('"z":8', '"z":"80e-1"'))).toBe('holds');
    const wide = '{"mate":[1,0],"y":[4503599627370497.5,4503599627370494.5],"blossoms":[]}';
    expect(await check(wide, '2 1\n0 1 9007199254740992')).toBe('holds');
    expect(await check(wide, '2 1\n0 1 9007199254740991')).toMatch(/^the pair 0 1 is matched, and .*weighs less/);
  });

  test.each<[string, object, string]>([
    ['mates of others', { mate: [1, 0, 5, 4, 3, 2] }, 'weighs less'],
    ['mates who are not each other’s', { mate: [1, 2, 0, 4, 5, 3] }, 'the mate of vertex 0 is 1, and the mate of vertex 1 is 2'],
    ['a price too low', { y: [1, 1, 1, 1, 1, 0.5] }, 'weighs more than its prices and blossoms allow, by 0.5'],
    ['a price too high', { y: [1, 1, 1, 1, 1, 2] }, 'weighs less than its prices and blossoms allow'],
    ['a price too few', { y: [1, 1, 1, 1, 1] }, 'there are 6 vertices and 5 prices'],
    ['a blossom too few', { blossoms: right.blossoms.slice(1) }, 'weighs more'],
    ['an even blossom', { blossoms: [{ children: [0, 1], z: 8 }] }, 'blossom 0 holds 2 vertices, which is no odd number'],
    ['a z below 0', { blossoms: [{ children: [0, 1, 2], z: -8 }] }, 'the z of blossom 0 is below 0'],
    ['a child that comes later', { blossoms: [{ children: [0, 1, 7], z: 8 }] }, 'blossom 0 has the child 7'],
    ['a child of two', { blossoms: [...right.blossoms, { children: [0, 6, 7], z: 0 }] }, 'vertex 0 is a child twice'],
    ['a child that is itself', { blossoms: [...right.blossoms, { children: [6, 7, 8], z: 0 }] }, 'blossom 2 has the child 8'],
  ])('with %s do not hold, and it is said where', async (_, change, why) => {
    expect(await check({ ...right, ...change })).toContain(why);
  });

  test('that do not hold are told on standard output, with exit 1', async () => {
    const [graph, certificate] = [file(triangles), file(JSON.stringify({ ...right, y: [1, 1, 1, 1, 1, 0.5] }), 'claimed.json')];
    const because = 'the pair 3 5 weighs more than its prices and blossoms allow, by 0.5';
    expect(await match(graph, '--check', certificate)).toEqual({ code: 1, err: '', out: `does not hold: ${because}\n` });
    const { code, out } = await match(graph, '--check', certificate, '--json');
    expect([code, JSON.parse(out)]).toEqual([1, { holds: false, because }]);
  });

  test.each([
    ['nothing', '', /is no certificate: it is not JSON\.$/m],
    ['a list', '[1, 2]', /is no certificate: it is no object\./],
    ['no prices', '{"mate":[],"blossoms":[]}', /is no certificate: "y" is missing or of another kind\./],
    ['a child that is a word', '{"mate":[],"y":[],"blossoms":[{"children":["x"],"z":1}]}', /"blossoms\.0\.children\.0" is not a number/],
    ['a third', '{"mate":[],"y":[0.25],"blossoms":[]}', /"y\.0" is 0\.25, which is not a whole number of halves\.$/m],
    ['half a mate', '{"mate":[0.5],"y":[],"blossoms":[]}', /"mate\.0" is 0\.5, which is not whole\.$/m],
    ['a number without end', `{"mate":[],"y":[1e${'9'.repeat(9)}],"blossoms":[]}`, /"y\.0" is not a number that can be meant\.$/m],
  ])('that hold %s are none', async (_, text, why) => {
    await expect(check(text)).rejects.toThrow(why);
  });
});

test.each([
  [[], /Name the file: coachingpairs match <file>/],
  [['a', 'b'], /"b" is one word too many/],
  [['a', '--loud'], /--loud/],
  [['a', '--cert'], /--cert/],
  [['a', '--cert', 'b', '--check', 'c'], /--cert writes a certificate and --check reads one/],
  [['a', '--cert', './a'], /--cert would write over the graph/],
])('%p is answered with a sentence and exit 2', async (args, why) => {
  expect(await match(...args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(why) });
});

test('a certificate that cannot be written is told', async () => {
  expect(await match(file(four), '--cert', 'nowhere/proof.json')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('cannot be written'),
  });
});
