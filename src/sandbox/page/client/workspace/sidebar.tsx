// The left side: the bot's Home and messages, channels and group conversations, with what has not been read yet. One tab stop; arrows move in it.
import { writeAddress } from '../address.ts';
import { MESSAGES } from '../link.ts';
import type { SceneConversation } from '../scene.ts';
import { type Page, usePage } from '../state.ts';
import { Icon, type IconName } from './icons.tsx';
import { labelOf } from './labels.ts';
import { moveAlong } from './roving.ts';

interface Entry {
  place: string;
  label: string;
  icon: IconName;
  unread: number;
  here: boolean;
}

interface Section {
  title: string;
  entries: Entry[];
  folded?: boolean;
}

export function Sidebar({ onGone }: { onGone: () => void }) {
  const page = usePage();
  const sections = sectionsOf(page).filter(({ entries }) => entries.length > 0);
  const first = sections.flatMap(({ entries }) => entries).find(({ here }) => here)?.place ?? 'home';
  return (
    <nav class="side" id="places" aria-label="Places" tabIndex={-1} onKeyDown={(event) => moveAlong(event, 'a[data-entry], summary')}>
      {sections.map((section) => (
        <SectionList key={section.title} section={section} first={first} onGone={onGone} />
      ))}
      <a class="entry elsewhere" href="/gallery" data-entry tabIndex={-1}>
        <Icon name="bookmark" />
        <span class="name">All the bot says</span>
      </a>
    </nav>
  );
}

function SectionList({ section: { title, entries, folded }, first, onGone }: { section: Section; first: string; onGone: () => void }) {
  const list = (
    <ul>
      {entries.map((entry) => (
        <li key={entry.place}>
          <EntryLink entry={entry} inOrder={entry.place === first} onGone={onGone} />
        </li>
      ))}
    </ul>
  );
  if (!folded) {
    return (
      <section>
        <h2>{title}</h2>
        {list}
      </section>
    );
  }
  return (
    <details open={entries.some(({ here }) => here)}>
      <summary>{title}</summary>
      {list}
    </details>
  );
}

function EntryLink({ entry, inOrder, onGone }: { entry: Entry; inOrder: boolean; onGone: () => void }) {
  const { me, panel } = usePage();
  const { place, label, icon, unread, here } = entry;
  return (
    <a
      href={writeAddress({ me, place, ...(panel && { panel }) })}
      class={unread > 0 ? 'entry unread' : 'entry'}
      data-entry
      aria-current={here ? 'page' : undefined}
      tabIndex={inOrder ? 0 : -1}
      title={label}
      onClick={onGone}
    >
      <Icon name={icon} />
      <span class="name">{label}</span>
      {unread > 0 && (
        <span class="count">
          {unread > 99 ? '99+' : unread}
          <span class="out-of-sight"> unread</span>
        </span>
      )}
    </a>
  );
}

function sectionsOf({ scene, place }: Page): Section[] {
  const bot = scene.conversations.find(({ kind, withBot }) => kind === 'dm' && withBot);
  const entry = (conversation: SceneConversation): Entry => ({
    place: conversation.id,
    label: labelOf(conversation, scene),
    icon: conversation.kind === 'private' ? 'lock' : conversation.kind === 'channel' ? 'channel' : 'people',
    unread: conversation.unread,
    here: conversation.id === place,
  });
  const those = (fits: (conversation: SceneConversation) => boolean) => scene.conversations.filter(fits).map(entry);
  const isChannel = ({ kind }: SceneConversation) => kind === 'channel' || kind === 'private';
  const isIn = ({ members }: SceneConversation) => members.includes(scene.me);
  return [
    {
      title: scene.bot.name,
      entries: [
        { place: 'home', label: 'Home', icon: 'home', unread: 0, here: place === 'home' },
        { place: MESSAGES, label: 'Messages', icon: 'messages', unread: bot?.unread ?? 0, here: place === MESSAGES || place === bot?.id },
      ],
    },
    { title: 'Channels', entries: byLabel(those((one) => isChannel(one) && isIn(one) && !one.archived)) },
    { title: 'Group conversations', entries: those((one) => one.kind === 'group') },
    { title: 'Direct messages', entries: those((one) => one.kind === 'dm' && one !== bot) },
    { title: 'Channels to join', folded: true, entries: byLabel(those((one) => isChannel(one) && !isIn(one) && !one.archived)) },
    { title: 'Archived', folded: true, entries: byLabel(those((one) => isChannel(one) && one.archived)) },
  ];
}

function byLabel(entries: Entry[]): Entry[] {
  return entries.sort((a, b) => a.label.localeCompare(b.label));
}
