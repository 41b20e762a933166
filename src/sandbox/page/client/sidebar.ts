// The left side: Home, the conversation with the bot, channels and group conversations, with what has not been read yet.
import { el, onClick } from './dom.ts';
import type { Scene, SceneConversation } from './scene.ts';

/** Which place is open: a conversation's id, or `home`. */
export interface Sidebar {
  open: string;
  /** How many messages of each conversation have been seen. */
  read: Map<string, number>;
  go: (place: string) => void;
}

export function drawSidebar(scene: Scene, { open, read, go }: Sidebar): HTMLElement {
  const entry = (place: string, label: string, unread: number) =>
    onClick(
      el(
        'button',
        { type: 'button', class: unread > 0 ? 'unread' : undefined, 'aria-current': place === open ? 'true' : undefined, title: label },
        el('span', { class: 'name' }, label),
        unread > 0 ? el('span', { class: 'count', 'aria-label': `${unread} unread` }, String(unread)) : undefined,
      ),
      () => go(place),
    );
  const list = (kinds: SceneConversation['kind'][]) =>
    scene.conversations
      .filter(({ kind }) => kinds.includes(kind))
      .map((conversation) => entry(conversation.id, labelOf(conversation, scene), conversation.count - (read.get(conversation.id) ?? 0)));
  return el(
    'nav',
    { class: 'side', 'aria-label': 'Places' },
    el('h2', {}, scene.bot.name),
    entry('home', 'Home tab', 0),
    ...list(['dm']),
    el('h2', {}, 'Channels'),
    ...list(['channel', 'private']),
    el('h2', {}, 'Group conversations'),
    ...list(['group']),
  );
}

/** A conversation as its reader calls it: a group by the other people in it. */
export function labelOf({ kind, name, members }: SceneConversation, scene: Scene): string {
  if (kind === 'dm') return 'Messages';
  if (kind !== 'group') return `# ${name}`;
  const others = scene.people.filter(({ id }) => id !== scene.me && members.includes(id));
  return others.map((person) => person.name).join(', ');
}
