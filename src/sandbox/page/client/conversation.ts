// One conversation as its reader sees it: messages with their blocks, files, marks, and for one's own the tools to edit and delete.
import { drawBlocks, type Stage } from './blocks.ts';
import { type Child, el, onClick } from './dom.ts';
import { mrkdwn } from './mrkdwn.ts';
import type { Deed, Place, Scene, SceneConversation, SceneMessage } from './scene.ts';

export interface Reader {
  scene: Scene;
  act: (deed: Deed) => void;
  fileUrl: (id: string) => string;
  stageFor: (place: Place) => Stage;
}

export function drawConversation(conversation: SceneConversation, reader: Reader): HTMLElement {
  const messages = conversation.messages.map((message) => drawMessage(message, conversation, reader));
  const list = el('div', { class: 'messages', role: 'log', tabindex: 0, 'aria-label': 'Messages' }, ...messages);
  if (messages.length === 0) list.append(el('p', { class: 'empty' }, 'Nothing has been said here yet.'));
  return list;
}

function drawMessage(message: SceneMessage, conversation: SceneConversation, reader: Reader): HTMLElement {
  const { scene } = reader;
  const author = scene.people.find(({ id }) => id === message.user);
  const bot = message.user === scene.bot.id;
  const name = bot ? scene.bot.name : (author?.name ?? message.user);
  return el(
    'article',
    { class: ['message', bot ? 'bot' : '', message.onlyForMe ? 'only' : ''].join(' ') },
    el('div', { class: 'face', 'aria-hidden': 'true' }, initials(name)),
    el(
      'div',
      { class: 'body' },
      message.user === scene.me ? ownTools(message, conversation, reader) : undefined,
      el('span', { class: 'who' }, name),
      el('span', { class: 'when' }, whenSaid(message, scene)),
      ...marks(message),
      ...drawWords(message, conversation, reader),
      ...message.files.map((file) =>
        el('p', {}, el('a', { href: reader.fileUrl(file.id), download: file.name }, `${file.title || file.name}`)),
      ),
    ),
  );
}

function drawWords(message: SceneMessage, conversation: SceneConversation, reader: Reader): Node[] {
  const stage = reader.stageFor({ channel: conversation.id, ts: message.ts });
  if (message.blocks.length > 0) return drawBlocks(message.blocks, stage);
  return [el('p', {}, ...mrkdwn(message.text, stage.names))];
}

function marks(message: SceneMessage): Child[] {
  return [
    message.edited ? el('span', { class: 'mark' }, '(edited)') : undefined,
    message.threadTs && message.threadTs !== message.ts ? el('span', { class: 'mark' }, 'in a thread') : undefined,
    message.onlyForMe ? el('span', { class: 'mark' }, 'Only visible to you') : undefined,
  ];
}

function ownTools(message: SceneMessage, conversation: SceneConversation, { act }: Reader): HTMLElement {
  const edit = onClick(el('button', { type: 'button' }, 'Edit'), () => {
    const text = window.prompt('Change your message', message.text);
    if (text !== null && text !== message.text) act({ do: 'edit', ts: message.ts, where: conversation.id, text });
  });
  const remove = onClick(el('button', { type: 'button' }, 'Delete'), () => {
    if (window.confirm('Delete this message?')) act({ do: 'delete', ts: message.ts, where: conversation.id });
  });
  return el('span', { class: 'tools' }, edit, ' ', remove);
}

function whenSaid(message: SceneMessage, scene: Scene): string {
  const timeZone = scene.people.find(({ id }) => id === scene.me)?.timeZone ?? 'UTC';
  const at = new Date(Number(message.ts) * 1000);
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => word[0])
    .join('')
    .toUpperCase();
}
