// The gallery over HTTP, for its page: which samples there are, a room drawn in one size, every single text, and a line for each save.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { openNews } from '../port/news.ts';
import { type Exhibited, exhibit } from './exhibit.ts';
import { channel, people } from './made-up.ts';
import { type Size, sizes } from './sample.ts';
import { rooms } from './samples.ts';
import { sentences } from './sentences.ts';
import type { Saved, WatchedWords } from './watch.ts';

/**
 * Answers a GET below `/sandbox/gallery`; false for everything else.
 *
 * GET /sandbox/gallery             the rooms with their samples: ids, titles, files, what each says and how it reads; people and channels
 * GET /sandbox/gallery/drawn       ?room=coaching&size=longest: the samples of a room, drawn (exhibit.ts); `size` is usual, longest or shortest
 * GET /sandbox/gallery/sentences   ?size=: every text of the content folder with its blanks filled
 * GET /sandbox/gallery/changes     server-sent events: one `data: {"changed":[ids]}` or `{"faults":[…]}` for each save
 */
export function galleryServer(watched: WatchedWords): (request: IncomingMessage, response: ServerResponse) => boolean {
  const answer = answers(watched);
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://page');
    if (request.method !== 'GET' || !/^\/sandbox\/gallery(?:\/|$)/.test(pathname)) return false;
    if (pathname === '/sandbox/gallery/changes') stream(watched, request, response);
    else send(response, answer(pathname.slice('/sandbox/gallery'.length), searchParams));
    return true;
  };
}

/** The answers by path; what has been drawn is kept until the words change. */
function answers(watched: WatchedWords): (path: string, query: URLSearchParams) => Record<string, unknown> | undefined {
  let known = new Map<string, Exhibited[]>();
  watched.onSaved(() => {
    known = new Map();
  });
  const drawn = (name: string, size: Size): Exhibited[] => {
    const key = `${name} ${size}`;
    const found = known.get(key) ?? drawRoom(watched, name, size);
    known.set(key, found);
    return found;
  };
  return (path, query) => {
    const size = sizes.find((each) => each === query.get('size')) ?? 'usual';
    if (path === '') return { ...overview(drawn), ...standing(watched) };
    if (path === '/drawn') return { samples: drawn(query.get('room') ?? '', size) };
    const { content, entries } = watched.words();
    return path === '/sentences' ? { sentences: sentences(content, entries, size) } : undefined;
  };
}

function drawRoom(watched: WatchedWords, name: string, size: Size): Exhibited[] {
  const { content } = watched.words();
  const samples = rooms.find(({ room }) => room === name)?.samples ?? [];
  return samples.map((sample) => exhibit(content, sample, size));
}

/** The folder as it stands: what is wrong with it, and the file and line of each text. */
function standing({ folder, faults, words }: WatchedWords): Record<string, unknown> {
  return { folder, faults: faults(), places: Object.fromEntries(words().entries.map(({ id, file, line }) => [id, { file, line }])) };
}

/** What the page knows before it draws anything: enough to find a sample by a word, an id or a file. */
function overview(drawn: (name: string, size: Size) => Exhibited[]): Record<string, unknown> {
  return {
    people,
    channels: [channel],
    rooms: rooms.map(({ room, title }) => ({ room, title, samples: drawn(room, 'usual').map(listed) })),
  };
}

function listed(exhibited: Exhibited): Record<string, unknown> {
  const { id, title, source } = exhibited;
  return 'broken' in exhibited
    ? { id, title, source, says: [], plain: '' }
    : { id, title, source, says: exhibited.says, plain: exhibited.plain };
}

function send(response: ServerResponse, body: Record<string, unknown> | undefined): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  response
    .writeHead(body ? 200 : 404, headers)
    .end(JSON.stringify(body ? { ok: true, ...body } : { ok: false, error: 'There is nothing here.' }));
}

function stream(watched: WatchedWords, request: IncomingMessage, response: ServerResponse): void {
  const news = openNews(request, response, () => deaf());
  const deaf = watched.onSaved((saved: Saved) => news.send(saved));
}
