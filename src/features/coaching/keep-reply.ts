// Keeps what a leader simply replied to a prompt as that fortnight's private note, and confirms it once: three lines typed in a row are three
// notes and one "Kept".
import { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../../platform/clock.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import { clean, mentionedIn } from '../../platform/slack/inputs.ts';
import { knownPeople } from '../../platform/slack/people.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as pauseWeeks from '../founding/pause-weeks.ts';
import { roundCalendar } from './calendar.ts';
import { questionOf, themeOf } from './fortnights.ts';
import * as notes from './notes.ts';
import { isOpen } from './plan.ts';
import type { Prompt } from './prompts.ts';
import * as prompts from './prompts.ts';
import type { Message } from './replies.ts';
import * as replies from './replies.ts';
import { readable } from './reply-text.ts';
import * as sealed from './sealed-notes.ts';
import { keptMessage, keptWhichMessage } from './views.ts';

/** Messages this close to each other are one answer, with one confirmation. */
const ONE_GO = { minutes: 10 };

export interface WrittenReply extends Message {
  user: string;
  text: string;
  /** The message in whose thread it stands. */
  threadTs?: string;
  /** The text is that of an edit, and the message itself never came. */
  edited?: boolean;
}

/** `heard`: the message has been dealt with before. `empty`: it has no words, only a file. `nothing-open`: it answers no prompt. */
export type KeepResult = { ok: true } | { ok: false; because: 'heard' | 'empty' | 'nothing-open' };

/** Runs in the transaction of whoever answers where nothing could be kept. */
export async function keepReply(tools: Tools, tx: Tx, reply: WrittenReply, now: Temporal.Instant): Promise<KeepResult> {
  const { workspace } = tools;
  if (await replies.find(tx, workspace, reply)) return { ok: false, because: 'heard' };
  const text = await readableText(tools, tx, reply.text);
  if (text === '') return { ok: false, because: 'empty' };
  const meant = await promptsMeant(tools, tx, reply, now);
  const before = await inOneGo(tools, tx, reply.user, now);
  const prompt = meant.find((each) => before?.leader === each.leader && before.fortnight === each.fortnight) ?? meant[0];
  if (!prompt) return { ok: false, because: 'nothing-open' };
  const goesOn = before?.leader === prompt.leader && before.fortnight === prompt.fortnight;
  const id = tools.newId();
  const keptWith = goesOn ? before.keptWith : id;
  const first = !(await replies.everKept(tx, workspace, reply.user));
  const { user, channel, ts } = reply;
  await sealed.add(tools, tx, { user, note: { ...placeOf(tools, prompt), id, text, bring: false, message: { channel, ts } } }, now);
  await replies.hear(tools, tx, { channel, ts, user, outcome: 'kept', note: id, keptWith }, now);
  if (!goesOn) await confirmKept(tools, tx, { user, kept: { note: id, prompt: prompt.id, first }, meant }, now);
  return { ok: true };
}

/** The words of a message as they are kept: with the names of those mentioned, and without what cannot be seen. */
export async function readableText({ workspace }: Pick<Tools, 'workspace'>, tx: Tx, text: string): Promise<string> {
  const people = await knownPeople(tx, workspace, mentionedIn(text));
  return clean(readable(text, new Map(people.map(({ id, name }) => [id, name]))));
}

/** Where a note to this prompt belongs: under the question that its leader is looking at. */
export function placeOf({ content }: Pick<Tools, 'content'>, { leader, round, fortnight, question }: Prompt): notes.NotePlace {
  return { leader, round, fortnight, question: questionOf(themeOf(content, fortnight), question).id };
}

/** The prompt in whose thread it was written; else every prompt that is still open, the newest first. */
async function promptsMeant({ workspace }: Tools, tx: Tx, reply: WrittenReply, now: Temporal.Instant): Promise<Prompt[]> {
  const { user, channel, threadTs, ts, edited } = reply;
  const pointedAt = threadTs && (await prompts.ofMessage(tx, workspace, user, { channel, ts: threadTs }));
  if (pointedAt) return [pointedAt];
  const open: Prompt[] = [];
  // An edit may be of a message that was there before the prompt: that message did not answer it.
  const at = edited ? writtenAt(ts, now) : now;
  for (const prompt of await prompts.newestOf(tx, workspace, user, stamp(at))) {
    const calendar = roundCalendar(prompt.beginsOn, await pauseWeeks.of(tx, prompt.programme));
    if (isOpen(calendar, prompt.fortnight, prompt.zone, now)) open.push(prompt);
  }
  return open;
}

/** Slack's ts is the moment of writing, in seconds. */
function writtenAt(ts: string, now: Temporal.Instant): Temporal.Instant {
  const milliseconds = Math.ceil(Number(ts) * 1000);
  return Number.isFinite(milliseconds) && milliseconds > 0 ? Temporal.Instant.fromEpochMilliseconds(milliseconds) : now;
}

/** The last note that was kept of this person, where the present message goes on from it. */
async function inOneGo({ workspace }: Tools, tx: Tx, user: string, now: Temporal.Instant) {
  const last = await replies.lastOf(tx, workspace, user, 'kept');
  if (!last?.note || !last.keptWith || isBefore(instantOf(last.heardAt).add(ONE_GO), now)) return undefined;
  const note = await notes.byId(tx, workspace, user, last.note);
  return note && { leader: note.leader, fortnight: note.fortnight, keptWith: last.keptWith };
}

async function confirmKept(
  tools: Tools,
  tx: Tx,
  { user, kept, meant }: { user: string; kept: { note: string; prompt: string; first: boolean }; meant: readonly Prompt[] },
  now: Temporal.Instant,
): Promise<void> {
  const choices = meant.map(({ id, programmeName }) => ({ prompt: id, programme: programmeName }));
  const body = choices.length > 1 ? keptWhichMessage(tools.content, kept, choices) : keptMessage(tools.content, kept);
  await enqueue(tools, tx, { key: `kept:${kept.note}`, kind: 'kept', address: { to: 'person', user }, priority: 1, body }, now);
}
