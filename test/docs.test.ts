// The documents against the program: every setting, command and scope is described, every link and path leads somewhere.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commands, rotateCommands } from '../src/commands.ts';
import { commands as terminalCommands } from '../src/operator/commands.ts';
import { settingsTable } from '../src/platform/settings-table.ts';
import { readText, root, under } from './source.ts';

const documents = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'],
  ...under('docs', '.md').filter((path) => !path.startsWith('docs/notes/')),
];
const settings = Object.keys(settingsTable);

describe('settings', () => {
  test('every one stands in .env.example and in docs/operating.md', () => {
    const lacking = ['.env.example', 'docs/operating.md'].flatMap((path) => {
      const text = readText(path);
      return settings.filter((name) => !new RegExp(`\\b${name}\\b`).test(text)).map((name) => `${path} lacks ${name}`);
    });
    expect(lacking).toEqual([]);
  });

  test('none is described that the program does not know', () => {
    const example = [...readText('.env.example').matchAll(/^#?\s*([A-Z][A-Z_]+)=/gm)].map(([, name]) => name ?? '');
    const table = [...readText('docs/operating.md').matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map(([, name]) => name ?? '');
    expect(example.length).toBeGreaterThan(0);
    expect(table.length).toBeGreaterThan(0);
    expect([...example, ...table].filter((name) => !settings.includes(name))).toEqual([]);
  });

  test('the container knows only settings that exist', () => {
    const given = [
      ...readText('compose.yml').matchAll(/^ {6}([A-Z_]+):/gm),
      ...readText('Dockerfile').matchAll(/^\s*(?:ENV )?([A-Z_]+)=/gm),
    ].map(([, name]) => name ?? '');
    expect(given).toContain('DATABASE_URL');
    expect(given.filter((name) => name !== 'NODE_ENV' && !settings.includes(name))).toEqual([]);
  });
});

describe('commands', () => {
  const readme = readText('README.md');

  test('everything that may be typed in Slack stands in the README', () => {
    const typed = [...commands.map(({ word }) => ['/coachingpairs', word]), ...rotateCommands.map(({ word }) => ['/rotate', word])];
    const written = typed.map((words) => words.filter((word) => word !== '').join(' '));
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter((line) => !new RegExp(`\`${line}(?![\\w-])`).test(readme))).toEqual([]);
  });

  test('nothing stands in the README that cannot be typed', () => {
    const known = (table: typeof commands, word: string) => word === '' || table.some((command) => command.word === word);
    const written = [...readme.matchAll(/`\/(coachingpairs|rotate) ?([a-z-]*)/g)].map(([, name, word = '']) => ({ name, word }));
    expect(written.filter(({ name, word }) => !known(name === 'rotate' ? rotateCommands : commands, word))).toEqual([]);
  });

  test('every command of the terminal stands in the README or in docs/operating.md', () => {
    const text = readme + readText('docs/operating.md');
    const words = Object.keys(terminalCommands);
    expect(words).toContain('start');
    expect(words.filter((word) => !new RegExp(`\`(?:npx )?coachingpairs ${word}(?![\\w-])|npm (?:run )?${word}\\b`).test(text))).toEqual(
      [],
    );
  });
});

describe('paths', () => {
  test.each(documents)('every link of %s leads somewhere', (path) => {
    const links = [...readText(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const broken = links
      .filter((target) => !/^https?:/.test(target))
      .filter((target) => {
        const [file = '', anchor] = target.split('#');
        const where = file === '' ? path : join(dirname(path), file);
        return !existsSync(join(root, where)) || (anchor !== undefined && !anchors(where).includes(anchor));
      });
    expect(broken).toEqual([]);
  });

  test.each(documents)('every file that %s names is there', (path) => {
    const named = [...readText(path).matchAll(/`((?:src|test|docs|content|migrations)\/[\w./-]*[\w/])`/g)].map(([, target = '']) => target);
    expect(named.filter((target) => !existsSync(join(root, target)))).toEqual([]);
  });
});

test('every decision stands in the list of decisions', () => {
  const list = readText('docs/decisions/README.md');
  expect(
    under('docs/decisions', '.md').filter((path) => /\/\d{4}-/.test(path) && !list.includes(path.replace('docs/decisions/', ''))),
  ).toEqual([]);
});

/** The anchors that a reader of the file on a forge can jump to. */
function anchors(path: string): string[] {
  const headings = [...readText(path).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-'),
  );
}
