// The content folder under an editor's hands: what is saved is read, however it is saved; what does not fit is told, and what fitted before stays.
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { shippedFolder } from '../../src/platform/content/load.ts';
import { type Saved, type WatchedWords, watchWords } from '../../src/sandbox/gallery/watch.ts';

const APP = 'answers/app.md';
const STALE = 'That button belongs to an earlier version of this message.';
let folder: string;
let watched: WatchedWords;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'words-')), 'content');
  cpSync(shippedFolder, folder, { recursive: true });
  watched = watchWords(folder);
});

afterEach(() => {
  watched.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

test('a file that is saved is read again, and what changed is named', async () => {
  const saved = nextSave();
  change(APP, 'Done.', 'It is done.');
  expect(await saved).toEqual({ changed: ['app.done'] });
  expect(watched.words().content.say('app.done')).toContain('It is done.');
});

test('several files saved at once are one change, and a new file under the old name counts as saved', async () => {
  const saved = nextSave();
  change(APP, 'Done.', 'It is done.');
  change('team.md', ' the ', ' that ', renamed);
  const { changed } = (await saved) as { changed: string[] };
  expect(changed).toContain('app.done');
  expect(changed.some((id) => id.startsWith('ts.'))).toBe(true);
});

test('what does not fit is named by file and line, the words before stay, and the next save puts it right', async () => {
  const broken = nextSave();
  change(APP, STALE, `${STALE} Sorry!`);
  expect(await broken).toEqual({ faults: [expect.stringMatching(/^answers\/app\.md, line \d+, app\.stale: an exclamation mark/)] });
  expect(watched.faults()).toHaveLength(1);
  expect(watched.words().content.say('app.stale')).not.toContain('Sorry');
  const mended = nextSave();
  change(APP, `${STALE} Sorry!`, `${STALE} Sorry.`);
  expect(await mended).toEqual({ changed: ['app.stale'] });
  expect(watched.faults()).toEqual([]);
});

test('a mistake that is taken back changes nothing, and is told all the same', async () => {
  const broken = nextSave();
  change(APP, '{reference}.', '{referense}.');
  expect(await broken).toHaveProperty('faults');
  const mended = nextSave();
  change(APP, '{referense}.', '{reference}.');
  expect(await mended).toEqual({ changed: [] });
});

test('a folder that is put in the place of the old one is watched like it', async () => {
  const next = `${folder}-next`;
  cpSync(folder, next, { recursive: true });
  const saved = nextSave();
  change(APP, 'Done.', 'It is done.', writeFileSync, next);
  renameSync(folder, `${folder}-old`);
  renameSync(next, folder);
  expect(await saved).toEqual({ changed: ['app.done'] });
  const again = nextSave();
  change(APP, 'It is done.', 'Done again.');
  expect(await again).toEqual({ changed: ['app.done'] });
});

function nextSave(): Promise<Saved> {
  return new Promise((resolve) => {
    const deaf = watched.onSaved((saved) => {
      deaf();
      resolve(saved);
    });
  });
}

type Write = (path: string, text: string) => void;

function change(file: string, from: string, to: string, write: Write = writeFileSync, where = folder): void {
  const path = join(where, file);
  write(path, readFileSync(path, 'utf8').replaceAll(from, to));
}

/** As many editors save: a new file, which then takes the old one's name. */
function renamed(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
