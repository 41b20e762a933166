// A person says something, changes it or takes it back.

import { mimetypeOf } from '../api/files.ts';
import { directWith, messageAt, post, remove, revise } from '../conversations.ts';
import { emit, emitRevision } from '../events.ts';
import { nextId, nextMark, nextTs } from '../ids.ts';
import { markRead } from '../reading-marks.ts';
import type { SmallSlack } from '../small-slack.ts';
import { screenOf } from '../views.ts';
import type { Conversation, Message, TextFile } from '../world.ts';
import { actingPerson, beginAct, placeOf } from './persons.ts';
import { richText, written } from './write.ts';

export interface Said {
  text: string;
  where?: string | undefined;
  threadTs?: string | undefined;
  file?: TextFile | undefined;
}

/** Says something; returns its timestamp. */
export function say(slack: SmallSlack, user: string, said: Said): string {
  const person = actingPerson(slack, user);
  beginAct(slack, person.id);
  const conversation = placeOf(slack, person.id, said.where);
  mayWrite(slack, conversation);
  if (isDirect(slack, conversation)) lookAtMessages(slack, person.id, conversation);
  const text = written(slack.world, said.text);
  const message = post(slack, conversation, {
    user: person.id,
    text,
    blocks: said.text === '' ? [] : [richText(nextMark(slack.world), said.text)],
    clientMsgId: `00000000-0000-4000-8000-${nextId(slack.world, 'm').slice(1).toLowerCase().padStart(12, '0')}`,
    ...(said.threadTs === undefined ? {} : { threadTs: rootOf(conversation, said.threadTs) }),
    ...(said.file === undefined ? {} : { files: [shareFile(slack, person.id, conversation, said.file)] }),
  });
  // Whoever speaks has read what stands above.
  markRead(slack, person.id, conversation, message.ts);
  unfurl(slack, conversation, message);
  return message.ts;
}

/** Slack looks up what a message links to, and tells the app of that as of a change, in which the words are what they were. */
function unfurl(slack: SmallSlack, conversation: Conversation, message: Message): void {
  const [, link] = /<(https?:[^|>]+)/.exec(message.text) ?? [];
  if (link === undefined) return;
  const before = { ...message };
  message.attachments = [
    { from_url: link, original_url: link, id: 1, fallback: link, title: link, title_link: link, service_name: new URL(link).host },
  ];
  emitRevision(slack, conversation, before, message);
}

function rootOf(conversation: Conversation, ts: string): string {
  const message = messageAt(conversation, ts);
  if (!message) throw new Error(`There is no message ${ts} to reply to.`);
  return message.threadTs ?? ts;
}

function isDirect(slack: SmallSlack, conversation: Conversation): boolean {
  return conversation.kind === 'dm' && conversation.members.includes(slack.world.app.botUser);
}

function mayWrite(slack: SmallSlack, conversation: Conversation): void {
  if (conversation.archived) throw new Error(`#${conversation.name} is archived.`);
  const { messagesTab, messagesTabReadOnly } = slack.world.app;
  if (isDirect(slack, conversation) && (!messagesTab || messagesTabReadOnly))
    throw new Error('Sending messages to this app has been turned off.');
}

/** Slack tells the app also when its Messages tab is opened, not only Home. */
function lookAtMessages(slack: SmallSlack, user: string, conversation: Conversation): void {
  const screen = screenOf(slack, user);
  if (screen.tab === 'messages') return;
  screen.tab = 'messages';
  emit(slack, 'app_home_opened', {
    type: 'app_home_opened',
    user,
    channel: conversation.id,
    tab: 'messages',
    event_ts: nextTs(slack.world, slack.now()),
  });
}

/** Puts a file of a person's into the world; returns its id. */
export function shareFile(slack: SmallSlack, user: string, conversation: Conversation | undefined, file: TextFile): string {
  const id = nextId(slack.world, 'F');
  slack.world.files.set(id, {
    id,
    name: file.name,
    title: file.name,
    mimetype: mimetypeOf(file.name),
    bytes: new TextEncoder().encode(file.text),
    altText: '',
    sharedIn: conversation ? [conversation.id] : [],
    user,
    created: Math.floor(slack.now() / 1000),
    complete: true,
  });
  return id;
}

function ownMessage(
  slack: SmallSlack,
  user: string,
  ts: string,
  where: string | undefined,
): { conversation: Conversation; message: Message } {
  const person = actingPerson(slack, user);
  beginAct(slack, person.id);
  const conversation = where === undefined ? directWith(slack.world, person.id, slack.now()) : placeOf(slack, person.id, where);
  const message = messageAt(conversation, ts);
  if (message?.user !== person.id) throw new Error(`${person.name} has no message ${ts} there.`);
  return { conversation, message };
}

/** Changes one's own message. */
export function edit(slack: SmallSlack, user: string, ts: string, change: { text: string; where?: string | undefined }): void {
  const { conversation, message } = ownMessage(slack, user, ts, change.where);
  revise(slack, conversation, message, {
    text: written(slack.world, change.text),
    blocks: change.text === '' ? [] : [richText(nextMark(slack.world), change.text)],
    editedTs: nextTs(slack.world, slack.now()),
  });
}

/** Takes back one's own message. */
export function takeBack(slack: SmallSlack, user: string, ts: string, where?: string): void {
  const { conversation, message } = ownMessage(slack, user, ts, where);
  remove(slack, conversation, message);
}
