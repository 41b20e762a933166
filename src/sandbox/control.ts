// The control API of the small Slack: people's acts and what they see, for a page, scripts and load tests. `control` below lists it.
import { act, isAct } from './control/acts.ts';
import { bot } from './control/bot.ts';
import { calls } from './control/calls.ts';
import { type MovableClock, moveClock } from './control/clock.ts';
import { messagesOf, read } from './control/conversation-sights.ts';
import { faults } from './control/faults.ts';
import { firstMinute, noticing } from './control/first-minute.ts';
import { happen } from './control/happenings.ts';
import { overview, screen, transcript } from './control/sights.ts';
import { type TimelineSight, timeline } from './control/timeline.ts';
import type { Lodger } from './lodger.ts';
import type { Sockets } from './port/sockets.ts';
import type { SmallSlack } from './small-slack.ts';

export interface Duration {
  minutes?: number;
  hours?: number;
  days?: number;
  weeks?: number;
  months?: number;
}

/** A small Slack with what moves it. */
export interface Stage {
  slack: SmallSlack;
  /** Brings everything that follows from an act to its end. */
  settle: () => Promise<void>;
  /** There where time is played, not lived. */
  clock?: MovableClock;
  /** There where what happens is put down. */
  timeline?: TimelineSight;
  sockets?: Sockets;
  /** The bot, where it lives in this process. */
  bot?: Lodger;
}

export interface ControlRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
}

export interface ControlAnswer {
  status: number;
  body: Record<string, unknown>;
}

/**
 * Answers one request of the control API (all but `changes` and `files`, which `control/over-http.ts` answers). JSON in, JSON out; `{ ok: true, … }`, or `{ ok: false, error }`
 * with a sentence (400) when an act is impossible. Every POST waits until the app has acknowledged and events have been delivered. `:person` is an id,
 * a short name or a first name; `where` a conversation's id, a channel's name, or nothing for the conversation with the app.
 *
 * GET  /sandbox                                   team, app, clock, people, channels, commands
 * GET  /sandbox/people/:person                    their screen: conversations (latest first, with what is unread), modals, home, notice
 * GET  /sandbox/people/:person/messages?where=    the messages they see there: Slack's own shape and `plain` text; `after=<ts>`, `before=<ts>`, `last=<n>`,
 *                                                 `thread=<ts>` (one thread), `replies=0` (no replies) ask for some of them
 * POST /sandbox/people/:person/read               { ts, where? }                  → { unread }
 * POST /sandbox/people/:person/type               { line, where? }                → { shown: [plain…], ackMs }
 * POST /sandbox/people/:person/say                { text, where?, thread?, file?: { name, text } } → { ts }
 * POST /sandbox/people/:person/edit               { ts, text, where? }
 * POST /sandbox/people/:person/delete             { ts, where? }
 * POST /sandbox/people/:person/press              { label } or { at: { view } | { channel, ts }, block, action }
 * POST /sandbox/people/:person/choose             the same with `control` for `label`, and { option: text or texts }
 * POST /sandbox/people/:person/fill               { values: { <label, block id or action id>: text | texts | file | files } }, a file being { name, text }
 * POST /sandbox/people/:person/submit             { values? }                     → { errors: { <label>: sentence } }
 * POST /sandbox/people/:person/close              { all? }                        all that are open, not only the one in front
 * POST /sandbox/people/:person/home               opens Home                      → { home: plain }
 * POST /sandbox/happen                            { what, person?, channel?, … }, see control/happenings.ts
 * GET  /sandbox/files/:id                         the bytes of a file, for pictures on a page
 * GET  /sandbox/transcript?after=n                everything anyone could see, in order, from number n on
 * GET  /sandbox/changes                           server-sent events: one `data: {"what":…}` for each change
 * GET  /sandbox/faults                            what is ordered; POST { calls?, events?, presses?, readLag?, hostile?: seed } adds; DELETE removes all
 * GET  /sandbox/calls?after=n                     { calls, letters, last, ordered, bot, sockets }: what went between Slack and the app, from line n on; what the bot did about letters in trouble
 * GET  /sandbox/bot                               { isUp, dies }; POST { do: 'kill', at?: { method, when: 'before' | 'after', count? } }, { do: 'start' }, { do: 'spare' }
 * GET  /sandbox/first-minute                      how far a newcomer has come: { ready, joined, rotated, asked, replied, newcomer, organiser, replier, channel }
 * POST /sandbox/sockets                           { how: 'warning' | 'refresh_requested' | 'hangUp' } → { connections }
 * GET  /sandbox/clock                             { now, movable, moving, zone, others, actedAs }: `moving` is { from, to? } while it moves, else null
 * POST /sandbox/clock                             { days?, hours?, minutes?, weeks?, months? }, { to: 'next' | 'mine' }, { stop: true } or { others: boolean }, see control/clock.ts
 * GET  /sandbox/gallery…                          views and messages with made-up data, in the demo only, see gallery/over-http.ts
 * GET  /sandbox/timeline?person=&pair=&kind=      { weeks, pairs, total, zone }; with `from=` and `until=` (days) also { days }, see control/timeline.ts
 */
export async function control(stage: Stage, request: ControlRequest): Promise<ControlAnswer> {
  try {
    const found = await route(stage, request);
    return found ? { status: 200, body: { ok: true, ...found } } : { status: 404, body: { ok: false, error: 'There is nothing here.' } };
  } catch (thrown) {
    return { status: 400, body: { ok: false, error: thrown instanceof Error ? thrown.message : String(thrown) } };
  }
}

async function route(stage: Stage, request: ControlRequest): Promise<Record<string, unknown> | undefined> {
  const [, , area = '', person = '', verb = ''] = request.path.split('/').map(decodeURIComponent);
  const { slack } = stage;
  if (area === 'people' && person !== '') return ofPerson(stage, request, person, verb);
  switch (`${request.method} ${area}`) {
    case 'GET ':
      return { ...overview(slack), movable: stage.clock !== undefined };
    case 'GET transcript':
      return { seen: transcript(slack, Number(request.query.get('after') ?? 0)) };
    case 'POST happen':
      happen(slack, request.body);
      await stage.settle();
      return {};
    case 'GET faults':
    case 'POST faults':
    case 'DELETE faults':
      return faults(slack, request.method, request.body);
    case 'GET calls':
      return calls(stage, Number(request.query.get('after') ?? 0));
    case 'GET bot':
      return bot(stage, undefined);
    case 'POST bot':
      return bot(stage, request.body);
    case 'GET first-minute':
      return firstMinute(stage);
    case 'POST sockets':
      return refresh(stage, request.body);
    case 'GET timeline':
      return timeline(stage.timeline, request);
    case 'GET clock':
    case 'POST clock':
      return moveClock(stage, request);
    default:
      return undefined;
  }
}

async function ofPerson(stage: Stage, request: ControlRequest, person: string, verb: string): Promise<Record<string, unknown> | undefined> {
  if (request.method === 'POST' && isAct(verb)) return noticing(stage, person, () => act(stage, person, verb, request.body));
  if (request.method === 'POST' && verb === 'read') return read(stage.slack, person, request.body);
  if (request.method !== 'GET') return undefined;
  if (verb === '') return screen(stage.slack, person);
  return verb === 'messages' ? messagesOf(stage.slack, person, request.query) : undefined;
}

function refresh(stage: Stage, body: Record<string, unknown>): Record<string, unknown> {
  if (!stage.sockets) throw new Error('There are no sockets here.');
  const how = body.how ?? 'refresh_requested';
  if (how !== 'warning' && how !== 'refresh_requested' && how !== 'hangUp') throw new Error('how is warning, refresh_requested or hangUp.');
  const connections = stage.sockets.count();
  stage.sockets.refresh(how);
  return { connections };
}
