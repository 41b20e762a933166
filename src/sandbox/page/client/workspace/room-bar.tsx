// The heading of a place: its name, its topic and bookmarks, who is in it; for the bot, its two tabs.
import { writeAddress } from '../address.ts';
import { MESSAGES } from '../link.ts';
import type { SceneConversation } from '../scene.ts';
import { usePage } from '../state.ts';
import { Face } from './face.tsx';
import { Icon } from './icons.tsx';
import { countOf, labelOf } from './labels.ts';
import { Members } from './members.tsx';
import { usePopup } from './use-popup.ts';

export function RoomBar({ conversation }: { conversation: SceneConversation | undefined }) {
  const { scene, place } = usePage();
  if (place === 'home' || place === MESSAGES || (conversation?.kind === 'dm' && conversation.withBot)) return <BotBar />;
  if (!conversation) return null;
  const icon = conversation.kind === 'private' ? 'lock' : conversation.kind === 'channel' ? 'channel' : 'people';
  return (
    <header class="bar">
      <div class="title">
        <h1 tabIndex={-1}>
          <Icon name={icon} />
          {conversation.kind === 'private' && <span class="out-of-sight">Private channel </span>}
          {labelOf(conversation, scene)}
        </h1>
        {conversation.topic && <p class="topic">{conversation.topic}</p>}
        <Bookmarks conversation={conversation} />
      </div>
      <MembersButton key={conversation.id} conversation={conversation} />
    </header>
  );
}

function BotBar() {
  const { scene, place, me } = usePage();
  const atHome = place === 'home';
  const tab = (to: string, label: string, here: boolean) => (
    <a href={writeAddress({ me, place: to })} aria-current={here ? 'page' : undefined}>
      {label}
    </a>
  );
  return (
    <header class="bar bot">
      <Face id={scene.bot.id} name={scene.bot.name} bot />
      <div class="title">
        <h1 tabIndex={-1}>
          {scene.bot.name}
          <span class="out-of-sight">{atHome ? ': Home' : ': Messages'}</span>
        </h1>
        <nav class="tabs" aria-label={scene.bot.name}>
          {tab('home', 'Home', atHome)}
          {tab(MESSAGES, 'Messages', !atHome)}
        </nav>
      </div>
    </header>
  );
}

function Bookmarks({ conversation: { bookmarks } }: { conversation: SceneConversation }) {
  if (bookmarks.length === 0) return null;
  return (
    <ul class="bookmarks" aria-label="Bookmarks">
      {bookmarks.map(({ id, title, link }) => (
        <li key={id}>
          <Icon name="bookmark" />
          {/^https?:/.test(link) ? (
            <a href={link} target="_blank" rel="noreferrer">
              {title}
            </a>
          ) : (
            title
          )}
        </li>
      ))}
    </ul>
  );
}

function MembersButton({ conversation }: { conversation: SceneConversation }) {
  const { scene } = usePage();
  const { box, open, turn, close } = usePopup();
  return (
    <div class="members" ref={box}>
      <button type="button" class="button bare" aria-expanded={open} onClick={turn}>
        <Icon name="people" />
        {countOf(conversation, scene)}
      </button>
      {open && <Members conversation={conversation} close={close} />}
    </div>
  );
}
