// How an answer reaches the one who waits for it: in the acknowledgement while Slack still listens, afterwards through the address Slack gave
// for it, at a modal as a small modal, and where all of that fails as a message in the person's own conversation with the bot.
import type { KnownBlock } from '@slack/types';
import { transact } from '../db/transact.ts';
import { enqueue } from '../outbox/enqueue.ts';
import type { Tools } from '../tools.ts';
import { modal, sections } from './blocks.ts';
import type { Fetch } from './client.ts';
import type { HeardPress } from './heard.ts';
import type { Answer } from './spoken.ts';
import { cut, inert } from './text.ts';

/** Slack listens for three seconds; part of that is spent on the way. */
export const ACK_WITHIN_MS = 2_000;
const RESPOND_WITHIN_MS = 5_000;

/** Waits for `work`, but no longer than `ms`; the work itself goes on. */
export async function within<T>(ms: number, work: Promise<T>): Promise<{ inTime: true; value: T } | { inTime: false }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ inTime: false }>((resolve) => {
    timer = setTimeout(() => resolve({ inTime: false }), ms);
  });
  try {
    return await Promise.race([work.then((value) => ({ inTime: true as const, value })), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The answer as a message that only the person sees. */
export function privately(answer: Answer): { response_type: 'ephemeral'; replace_original: false; text: string; blocks: KnownBlock[] } {
  return {
    response_type: 'ephemeral',
    replace_original: false,
    text: cut(inert(answer.text), 3900),
    blocks: answer.blocks ?? sections(answer.text),
  };
}

/** Posts to the address Slack gave for a late answer; false when it did not arrive. */
async function respond(fetch: Fetch, url: string, answer: Answer): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(privately(answer)),
      signal: AbortSignal.timeout(RESPOND_WITHIN_MS),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Answers a press where it was made, or else in the person's own conversation. */
export async function answerPress(tools: Tools, fetch: Fetch, press: HeardPress, answer: Answer): Promise<void> {
  if (await shown(tools, fetch, press, answer)) return;
  await answerInDm(tools, `answer:${tools.vault.mark(`${press.key} ${press.pressed.triggerId}`)}`, press.user, answer);
}

/** Answers a command late: through Slack's address for it, or else in the person's own conversation. */
export async function answerLate(
  tools: Tools,
  fetch: Fetch,
  to: { user: string; responseUrl?: string | undefined; triggerId: string },
  answer: Answer,
): Promise<void> {
  if (to.responseUrl && (await respond(fetch, to.responseUrl, answer))) return;
  await answerInDm(tools, `answer:${tools.vault.mark(`${to.user} ${to.triggerId}`)}`, to.user, answer);
}

async function shown(tools: Tools, fetch: Fetch, press: HeardPress, answer: Answer): Promise<boolean> {
  if (press.place === 'message') return press.responseUrl !== undefined && respond(fetch, press.responseUrl, answer);
  const view = answerModal(answer);
  const open = press.place === 'modal' ? tools.slack.pushModal : tools.slack.openModal;
  return (await open(press.pressed.triggerId, view)).ok;
}

/** An answer as a modal of its own. */
export function answerModal(answer: Answer): ReturnType<typeof modal> {
  return modal({ callback: 'app.answer', title: 'Coaching Pairs', blocks: answer.blocks ?? sections(answer.text) });
}

async function answerInDm(tools: Tools, key: string, user: string, answer: Answer): Promise<void> {
  const body = { text: answer.text, blocks: answer.blocks ?? sections(answer.text) };
  const now = tools.now();
  await transact(tools.db, (tx) =>
    enqueue(tools, tx, { key, kind: 'answer', address: { to: 'person', user }, priority: 1, body, expiresAt: now.add({ hours: 1 }) }, now),
  );
  tools.knock();
}
