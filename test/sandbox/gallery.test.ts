// The gallery shows everything the bot says: every sample in every size is one Slack takes, every face is drawn, and every text is somewhere.
import { Session } from 'node:inspector';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { checkedEntries, contentOf } from '../../src/platform/content/load.ts';
import type { Exhibit, Exhibited } from '../../src/sandbox/gallery/exhibit.ts';
import type { Room } from '../../src/sandbox/gallery/samples.ts';
import { root, sourceFiles, under } from '../source.ts';

const SIZES = ['usual', 'longest', 'shortest'] as const;
const entries = checkedEntries();
const content = contentOf(entries);
/** Files that draw what people see, and that no sample draws: each with the reason. */
const notShown: Record<string, string> = {
  'src/features/pairing/matching/order/certificate-view.ts': 'a proof of numbers in the reports of a terminal',
};
/** Functions of such files that no sample can call: each with the reason. */
const notCalled: Record<string, string> = {
  'src/features/joining/rosters/import-views.ts: importAbout': 'reads back what a form remembers',
  'src/features/joining/rosters/roster-faults-view.ts: faultLine': 'a line of a terminal',
  'src/features/pairing/choosing/views.ts: chooseButton': 'a button beside a line of Home, which is put together from memory',
  'src/features/reviewing/form-view.ts: answersIn': 'reads a form that was sent',
  'src/features/reviewing/form-view.ts: remarkIn': 'reads a form that was sent',
};

let rooms: readonly Room[];
let shown: Exhibited[];
let uncalled: string[];

beforeAll(async () => {
  const watching = await watchCalls();
  ({ rooms } = await import('../../src/sandbox/gallery/samples.ts'));
  const { exhibit } = await import('../../src/sandbox/gallery/exhibit.ts');
  shown = rooms.flatMap(({ samples }) => samples).flatMap((sample) => SIZES.map((size) => exhibit(content, sample, size)));
  uncalled = await watching.uncalled();
}, 60_000);

describe('samples', () => {
  test('every one can be drawn in every size', () => {
    expect(shown.flatMap((each) => ('broken' in each ? [`${each.id}: ${each.broken}`] : []))).toEqual([]);
  });

  test('Slack would refuse none, in no size', () => {
    expect(drawn().flatMap(({ id, refused }) => refused.map((fault) => `${id}: ${fault}`))).toEqual([]);
    expect(drawn().flatMap(({ id, counts }) => counts.filter(({ is, most }) => is > most).map(({ what }) => `${id}: ${what}`))).toEqual([]);
  });

  test('a screen reader says of a button what stands on it, and then of what it is', () => {
    const buttons = drawn().flatMap(({ id, blocks }) => buttonsIn(blocks).map((button) => ({ id, ...button })));
    expect(buttons.length).toBeGreaterThan(1000);
    const wrong = buttons.filter(({ label, heard }) => !spoken(heard).includes(spoken(label)));
    expect([...new Set(wrong.map(({ id, label, heard }) => `${id}: "${label}" is read as "${heard}"`))]).toEqual([]);
  });

  test('each has an address of its own that begins with its room, a title, and a source that exists', () => {
    const sources = new Set(sourceFiles().map(({ path }) => path));
    const all = rooms.flatMap(({ room, samples }) => samples.map((sample) => ({ room, ...sample })));
    expect(all.length).toBeGreaterThan(400);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ room, id }) => !id.startsWith(`${room}.`)).map(({ id }) => id)).toEqual([]);
    expect(all.filter(({ title, source }) => title === '' || !sources.has(source)).map(({ id, source }) => `${id}: ${source}`)).toEqual([]);
    const titles = all.map(({ room, title }) => `${room}: ${title}`);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  test('whatever says something says it in words of the content folder', () => {
    const silent = drawn().filter(({ surface, says }) => surface !== 'file' && says.length === 0);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});

describe('completeness', () => {
  test('every file that draws what people see is drawn by a sample, and every function of it is called', () => {
    expect(uncalled.filter((each) => !(each in notCalled))).toEqual([]);
    expect(Object.keys(notCalled).filter((each) => !uncalled.includes(each))).toEqual([]);
  });

  test('every text stands in a sample, or is filled among the single sentences, in every size', async () => {
    const { sentences } = await import('../../src/sandbox/gallery/sentences.ts');
    for (const size of SIZES) {
      const all = sentences(content, entries, size);
      expect(all.map(({ id }) => id)).toEqual(content.ids());
      expect(all.filter(({ text }) => /[{}]/.test(text)).map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
    }
  });

  test('what samples say are texts that exist', () => {
    expect([...new Set(drawn().flatMap(({ says }) => says))].filter((id) => !content.has(id))).toEqual([]);
  });
});

function drawn(): Exhibit[] {
  return shown.flatMap((each) => ('broken' in each ? [] : [each]));
}

/** The buttons that have a label for screen readers. */
function buttonsIn(value: unknown): { label: string; heard: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, text, accessibility_label: heard } = value as { type?: string; text?: { text: string }; accessibility_label?: string };
  const own = type === 'button' && heard !== undefined ? [{ label: text?.text ?? '', heard }] : [];
  return [...own, ...Object.values(value).flatMap(buttonsIn)];
}

/** As somebody would say it to a computer that listens. */
function spoken(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Counts the calls of every function that is loaded from now on. */
async function watchCalls(): Promise<{ uncalled: () => Promise<string[]> }> {
  const session = new Session();
  session.connect();
  const post = <T>(method: string, more?: object): Promise<T> =>
    new Promise((resolve, reject) => session.post(method, more, (fault, answer) => (fault ? reject(fault) : resolve(answer as T))));
  await post('Profiler.enable');
  await post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return {
    uncalled: async () => {
      const { result } = await post<{ result: Coverage[] }>('Profiler.takePreciseCoverage');
      session.disconnect();
      return faces().flatMap((path) => uncalledIn(path, result));
    },
  };
}

interface Coverage {
  url: string;
  functions: { functionName: string; ranges: { count: number }[] }[];
}

/** The files that hold a room's views and messages. */
function faces(): string[] {
  return under('src/features', '.ts').filter((path) => /(?:^|[/-])views?\.ts$|(?:^|-)letters\.ts$/.test(path) && !(path in notShown));
}

function uncalledIn(path: string, result: readonly Coverage[]): string[] {
  const found = result.filter(({ url }) => (url.startsWith('file:') ? fileURLToPath(url) : url) === `${root}${path}`);
  if (found.length === 0) return [`${path}: no sample draws it`];
  const counts = new Map<string, number>();
  for (const { functionName, ranges } of found.flatMap(({ functions }) => functions))
    if (functionName !== '') counts.set(functionName, (counts.get(functionName) ?? 0) + (ranges[0]?.count ?? 0));
  return [...counts].filter(([, count]) => count === 0).map(([name]) => `${path}: ${name}`);
}
