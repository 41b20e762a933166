// The largest and the strangest a report can be, held against Slack's limits, against spreadsheets that obey cells, and against eyes.
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type Figures, figuresSchema, PULSES, SHOWN } from '../../../src/features/measuring/figures.ts';
import { readyMessage } from '../../../src/features/measuring/letters.ts';
import { reportFile } from '../../../src/features/measuring/report-file.ts';
import { drawReport, tellReport } from '../../../src/features/measuring/report-picture.ts';
import { reportModal } from '../../../src/features/measuring/report-view.ts';
import { drawBridgeMap } from '../../../src/features/pairing/bridge-map.ts';
import { conclude } from '../../../src/features/reviewing/conclude.ts';
import { itemsOf } from '../../../src/features/reviewing/plan.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { drawPng } from '../../../src/platform/pictures/png.ts';
import { checkBlocks } from '../../../src/sandbox/check/blocks.ts';
import { checkView } from '../../../src/sandbox/check/views.ts';
import { printSizes, sizeOf, type ViewSize } from '../view-sizes.ts';

const content = loadContent();
const ID = 'f'.repeat(32);
const sizes: ViewSize[] = [];
afterAll(() => printSizes(sizes));

const NAMES = [
  '=HYPERLINK("https://example.org";"Leaders")',
  '<!channel> *Leaders* <@U0BO> & co',
  `${'Ünïcødé 👩‍👩‍👧 '.repeat(5)}`.slice(0, 80),
  '+1',
];

function figures(people: number, functions: number): Figures {
  const pulses = PULSES.end.map((report) => {
    const moments = report === 'then-and-now' ? (['then', 'now'] as const) : [report];
    const replies = moments.flatMap((moment) =>
      Array.from({ length: people }, (_, n) => {
        const answers = Object.fromEntries(itemsOf(moment).map(({ id }) => [id, [n % 2 === 0 ? 3 : 0]]));
        return { leader: `l${n}`, pair: `p${n >> 1}`, moment, answers };
      }),
    );
    const { replied, statements } = conclude(report, replies);
    return { report, replied, asked: 2 * people, statements: statements.filter(({ item }) => SHOWN[report].includes(item)) };
  });
  const named = Array.from({ length: functions }, (_, n) => `${'W'.repeat(70)} ${n}`);
  const between = named.flatMap((a, n) => named.slice(n + 1).map((b) => ({ between: [a, b] as [string, string], pairs: n % 8 })));
  return figuresSchema.parse({
    people: { invited: 5000, joined: 1000, active: 980, paused: 10, left: 10 },
    formed: { pairs: 490, trios: 1 },
    firstMeetings: { percent: 90, is: 'or-more' },
    met: { share: { bands: ['some', 'half', 'most', 'all'] }, hours: { least: 1000, most: 12000 } },
    followedUp: { bands: ['half', 'most', 'all'] },
    goOn: { drawn: true, saying: { bands: ['few', 'some', 'half'] } },
    ...{ pulses, map: { functions: named, bridges: between } },
    fairness: {
      rounds: 20,
      trios: { sum: 60, people: 60, least: 1, most: 3 },
      compromises: { sum: 900, people: 700, least: 1, most: 12 },
      welcomes: 1234,
    },
  });
}

const shown = (programme: string, people: number, functions = 4) =>
  ({ programme, number: 20, moment: 'end', date: 'Wednesday 30 September 2027', figures: figures(people, functions) }) as const;

describe.each(NAMES)('of a programme that is called %s', (name) => {
  test.each(['organisers', 'sponsors'] as const)('the form for %s keeps to the limits', (to) => {
    const choices = Array.from(
      { length: 140 },
      (_, n) => ({ id: `${ID.slice(4)}${n}`, number: 70 - (n >> 1), moment: n % 2 ? 'half' : 'end' }) as const,
    );
    for (const people of [0, 4, 9, 500]) {
      const view = reportModal(content, { ...shown(name, people), id: ID, to, choices });
      expect(checkView(view, 'modal')).toEqual([]);
      if (people === 500 && name === NAMES[1]) sizes.push(sizeOf(`report for ${to}`, view.blocks));
      expect(JSON.stringify(view)).not.toMatch(/"mrkdwn","text":"[^"]*<!/);
    }
  });

  test('the message keeps to the limits', () => {
    const { text, blocks } = readyMessage(content, { report: ID, programme: name, number: 20, moment: 'end' });
    expect(checkBlocks(blocks, 'message')).toEqual([]);
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(100);
  });

  test('no cell of the file begins a formula, and every row is whole', () => {
    for (const to of ['organisers', 'sponsors'] as const) {
      const file = reportFile(content, shown(name, 40), to);
      const rows = parse(file, { bom: true }) as string[][];
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      expect(rows.length).toBeGreaterThan(25);
      expect(rows[0]?.includes('aim')).toBe(to === 'organisers');
    }
  });

  test('the picture is drawn, and told in a thousand characters', () => {
    const png = drawPng(drawReport(content, shown(name, 40), 'organisers'));
    expect([...png.slice(1, 4)]).toEqual([80, 78, 71]);
    expect(png.byteLength).toBeLessThan(1_000_000);
    const alt = tellReport(content, shown(name, 500), 'sponsors', 1000);
    expect(alt.length).toBeLessThanOrEqual(1000);
  });
});

describe('what sponsors get', () => {
  test('names no function, no aim and no ledger, whoever is in it', () => {
    const report = shown('Leaders', 40, 12);
    const all = [
      JSON.stringify(reportModal(content, { ...report, id: ID, to: 'sponsors', choices: [{ id: ID, number: 20, moment: 'end' }] })),
      reportFile(content, report, 'sponsors'),
      drawReport(content, report, 'sponsors'),
      tellReport(content, report, 'sponsors', 9000),
    ];
    for (const text of all) expect(text).not.toMatch(/W{9}|\baim|nine in ten|seven in ten|fairly|trio-duty|gave something up/);
  });
});

describe('pictures', () => {
  const hex = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = hex(colour).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string) => {
    const [high = 0, low = 0] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };

  test('stand on a white ground of their own, and every text has a contrast of 4.5 or more to it', () => {
    const svg = drawReport(content, shown('Leaders', 40), 'organisers');
    expect(svg).toMatch(/<rect width="\d+" height="\d+" fill="#ffffff"\/>/);
    const inks = new Set([...svg.matchAll(/<text [^>]*fill="(#\w{6})"/g)].map(([, ink]) => ink ?? ''));
    expect(inks.size).toBeGreaterThan(1);
    expect([...inks].filter((ink) => contrast(ink, '#ffffff') < 4.5)).toEqual([]);
  });

  test('of bridges write every figure in an ink with that contrast to its own field', () => {
    const map = { programme: 'Leaders', round: 1, ...figures(10, 9).map };
    const cells = [...drawBridgeMap(content, map).matchAll(/<rect [^>]*rx="4" fill="(#\w{6})"[^>]*\/><text [^>]*fill="(#\w{6})"/g)];
    expect(cells).toHaveLength(36);
    expect(cells.filter(([, field = '', ink = '']) => contrast(field, ink) < 4.5)).toEqual([]);
  });

  test.each([2, 3, 8, 30, 60])('of bridges between %d functions with long names are drawn', (functions) => {
    const png = drawPng(drawBridgeMap(content, { programme: 'Leaders', round: 1, ...figures(10, functions).map }));
    expect(png.byteLength).toBeGreaterThan(1000);
  });
});
