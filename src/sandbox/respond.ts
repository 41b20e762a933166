// Answers of an app to an interaction: in its acknowledgement, or later at the response_url it was given.
import { checkBlocks } from './check/blocks.ts';
import { completed } from './check/complete.ts';
import { isObject } from './check/rules.ts';
import { messageAt, post, remove, revise } from './conversations.ts';
import type { HttpAnswer } from './http.ts';
import { nextTs } from './ids.ts';
import { keptText } from './kept-text.ts';
import type { ResponseUrl } from './screen.ts';
import type { SmallSlack } from './small-slack.ts';
import type { Block, Conversation, Message } from './world.ts';

const json = { 'content-type': 'application/json; charset=utf-8' };

function no(status: number, error: string): HttpAnswer {
  return { status, headers: json, body: JSON.stringify({ ok: false, error }) };
}

/** Takes an answer posted to a response_url. */
export function answerInteraction(slack: SmallSlack, id: string, body: string): HttpAnswer {
  const to = slack.world.responseUrls.get(id);
  if (!to) return no(404, 'invalid_url');
  if (slack.now() > to.until) return no(404, 'expired_url');
  if (to.left <= 0) return no(404, 'used_url');
  const read = readAnswer(body);
  const conversation = slack.world.conversations.get(to.channel);
  if (!read || !conversation) return no(400, 'invalid_payload');
  to.left -= 1;
  const refused = give(slack, conversation, to, read);
  return refused ? no(400, refused) : { status: 200, headers: { 'content-type': 'text/plain' }, body: 'ok' };
}

function readAnswer(body: string): Block | undefined {
  try {
    const read: unknown = JSON.parse(body);
    return isObject(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Shows an answer to the person (or to all in the conversation); returns why not, where Slack would refuse it. */
export function give(
  slack: SmallSlack,
  conversation: Conversation,
  to: Pick<ResponseUrl, 'user' | 'ts' | 'threadTs'>,
  answer: Block,
): string | undefined {
  const source = to.ts === undefined ? undefined : messageAt(conversation, to.ts);
  if (answer.delete_original === true) {
    if (source) remove(slack, conversation, source);
    return undefined;
  }
  const text = typeof answer.text === 'string' ? keptText(answer.text, String(answer.parse ?? '')) : '';
  const blocks = Array.isArray(answer.blocks) ? (answer.blocks as Block[]) : [];
  if (text === '' && blocks.length === 0) return 'no_text';
  if (checkBlocks(blocks, 'message').length > 0) return 'invalid_blocks';
  const content = { text, blocks: completed(slack.world, blocks) };
  if (answer.replace_original === true && source) replaceOriginal(slack, conversation, source, content);
  else postAnswer(slack, conversation, to, { ...content, everyone: answer.response_type === 'in_channel' });
  return undefined;
}

function replaceOriginal(slack: SmallSlack, conversation: Conversation, source: Message, content: { text: string; blocks: Block[] }): void {
  const edited = source.onlyFor === undefined ? { editedTs: nextTs(slack.world, slack.now()) } : {};
  revise(slack, conversation, source, { ...content, ...edited });
}

function postAnswer(
  slack: SmallSlack,
  conversation: Conversation,
  to: Pick<ResponseUrl, 'user' | 'threadTs'>,
  content: { text: string; blocks: Block[]; everyone: boolean },
): void {
  const { app } = slack.world;
  post(slack, conversation, {
    user: app.botUser,
    botId: app.botId,
    text: content.text,
    blocks: content.blocks,
    ...(content.everyone ? {} : { onlyFor: to.user }),
    ...(to.threadTs === undefined ? {} : { threadTs: to.threadTs }),
  });
}
