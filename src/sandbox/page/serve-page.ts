// Hands out the page: its document, its sheet, its scripts and the lines that may be typed. Nothing else leaves the folder.
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { commands, rotateCommands } from '../../commands.ts';
import { loadContent } from '../../platform/content/load.ts';
import { pageDocument } from './document.ts';
import { pageStyle } from './style.ts';

interface Asset {
  type: string;
  body: string;
}

const POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; frame-ancestors 'none'";

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

function assetsOf(title: string): Map<string, Asset> {
  const scripts = scriptNames().map((name): [string, Asset] => [
    `/page/${name}`,
    { type: 'text/javascript; charset=utf-8', body: script(name) },
  ]);
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', body: pageDocument(title) }],
    ['/page/style.css', { type: 'text/css; charset=utf-8', body: pageStyle }],
    ['/page/commands.json', { type: 'application/json', body: JSON.stringify(lines()) }],
    ...scripts,
  ]);
}

/** What may be typed, with its help, out of the table of commands. */
function lines(): { line: string; help: string }[] {
  const table = [
    { name: '/coachingpairs', words: commands },
    { name: '/rotate', words: rotateCommands },
  ];
  const content = loadContent();
  return table.flatMap(({ name, words }) => words.map(({ word, help }) => ({ line: `${name} ${word}`.trim(), help: content.plain(help) })));
}

const folder = new URL('./client/', import.meta.url);

function scriptNames(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.js'));
}

function script(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}
