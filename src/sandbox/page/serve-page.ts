// Hands out the page: its documents, its sheet, its scripts and the lines that may be typed. Nothing else leaves the folder.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commands, rotateCommands } from '../../commands.ts';
import { loadContent } from '../../platform/content/load.ts';
import { pageDocument } from './document.ts';
import { pageStyle } from './style.ts';

interface Asset {
  type: string;
  body: string;
}

/** What the client imports by name, and the address under which each is handed out. */
const LIBRARIES = {
  preact: { from: 'preact', at: 'lib/preact.js' },
  'preact/hooks': { from: 'preact/hooks', at: 'lib/preact-hooks.js' },
  'preact/jsx-runtime': { from: 'preact/jsx-runtime', at: 'lib/preact-jsx-runtime.js' },
} as const;

const imports = JSON.stringify({
  imports: Object.fromEntries(Object.entries(LIBRARIES).map(([name, { at }]) => [name, `/page/${at}`])),
});
const hash = createHash('sha256').update(imports).digest('base64');
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self'",
  `script-src 'self' 'sha256-${hash}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The documents: their path, the script that draws them, and what stands before the title. */
const DOCUMENTS: readonly { path: string; script: string; before?: string }[] = [
  { path: '/', script: 'main.js' },
  { path: '/gallery', script: 'gallery/main.js', before: 'What the bot says – ' },
];

/** Answers requests for the page; false for everything that is not part of it. */
export function pageServer(title: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const assets = assetsOf(title);
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page');
    const asset = assets.get(pathname);
    if (!asset || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    response.writeHead(200, { 'content-type': asset.type, 'content-security-policy': POLICY, 'cache-control': 'no-cache' });
    response.end(request.method === 'HEAD' ? undefined : asset.body);
    return true;
  };
}

/** Everything that the page consists of, by path. */
export function assetsOf(title: string): Map<string, Asset> {
  const own = scriptNames();
  const libraries = Object.values(LIBRARIES);
  const preload = [...libraries.map(({ at }) => at), ...own.filter((name) => !name.startsWith('gallery/'))];
  const documents = DOCUMENTS.map(({ path, script, before = '' }): [string, Asset] => [
    path,
    { type: 'text/html; charset=utf-8', body: pageDocument({ title: `${before}${title}`, script, imports, preload }) },
  ]);
  return new Map([
    ...documents,
    ['/page/style.css', { type: 'text/css; charset=utf-8', body: pageStyle }],
    ['/page/commands.json', { type: 'application/json', body: JSON.stringify(lines()) }],
    ...libraries.map(({ from, at }): [string, Asset] => [
      `/page/${at}`,
      javascript(readFileSync(fileURLToPath(import.meta.resolve(from)), 'utf8')),
    ]),
    ...own.map((name): [string, Asset] => [`/page/${name}`, javascript(readFileSync(new URL(name, folder), 'utf8'))]),
  ]);
}

/** What may be typed, with its help, out of the table of commands. */
function lines(): { line: string; args?: string; help: string; organisers?: true }[] {
  const table = [
    { name: '/coachingpairs', words: commands },
    { name: '/rotate', words: rotateCommands },
  ];
  const content = loadContent();
  return table.flatMap(({ name, words }) =>
    words.map(({ word, args, help, for: whom }) => ({
      line: `${name} ${word}`.trim(),
      ...(args && { args }),
      help: content.plain(help),
      ...(whom === 'organiser' && { organisers: true as const }),
    })),
  );
}

const folder = new URL('./client/', import.meta.url);

/** The client's scripts from its folder: `main.js`, `blocks/blocks.js`. */
function scriptNames(): string[] {
  const root = fileURLToPath(folder);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => relative(root, `${entry.parentPath}${sep}${entry.name}`).replaceAll(sep, '/'))
    .sort();
}

function javascript(text: string): Asset {
  return { type: 'text/javascript; charset=utf-8', body: text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n') };
}
