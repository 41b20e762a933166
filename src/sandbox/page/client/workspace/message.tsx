// One message: who said it and when, what it says, its files, and what may be done about it. It is drawn again only when it has changed.
import { useMemo, useRef } from 'preact/hooks';
import { Blocks } from '../blocks/blocks.tsx';
import { Mrkdwn } from '../blocks/mrkdwn.tsx';
import { stageFor } from '../blocks/stage.ts';
import { useFocusKept } from '../clock/use-focus-kept.ts';
import type { SceneMessage } from '../scene.ts';
import { type Page, usePage } from '../state.ts';
import { Face } from './face.tsx';
import { Files } from './files.tsx';
import { nameOf, zoneOf } from './labels.ts';
import { MessageTools } from './message-tools.tsx';
import { inWords, sentAt } from './when.ts';

interface MessageProps {
  message: SceneMessage;
  /** The id of the conversation it stands in. */
  where: string;
  /** Whether it goes on from the message above it: the same person, moments later. */
  follows: boolean;
  /** Where it stands: replies are not offered inside a thread. */
  inThread?: boolean;
  /** The number of the day it is, by which some dates are named. */
  today: number;
}

export function Message({ message, where, follows, inThread = false, today }: MessageProps) {
  const page = usePage();
  const { me, scene } = page;
  const { people, conversations, bot } = scene;
  const article = useRef<HTMLElement>(null);
  // Where the button that was pressed has gone, the keyboard goes on from the message.
  const focus = useFocusKept(article, message, (itself) => itself);
  // What it shows of the scene is people, places and the bot; the rest of the page may change.
  return useMemo(
    () => (
      <article
        class={['message', follows && 'follows', message.user === bot.id && 'bot', message.onlyForMe && 'only'].filter(Boolean).join(' ')}
        id={`message-${inThread ? 'thread-' : ''}${message.ts}`}
        aria-label={`${nameOf(message.user, scene)}, ${inWords('full', sentAt(message.ts), zoneOf(scene))}`}
        tabIndex={-1}
        ref={article}
        {...focus}
      >
        {message.onlyForMe && <p class="only-mark">Only visible to you</p>}
        <Face id={message.user} name={nameOf(message.user, scene)} bot={message.user === bot.id} />
        <div class="content">
          <Head message={message} page={page} />
          <Words message={message} where={where} page={page} />
          <Files files={message.files} />
          <Reactions message={message} />
          {!inThread && <Replies message={message} page={page} />}
        </div>
        <MessageTools message={message} where={where} inThread={inThread} me={me} openThread={page.openThread} />
      </article>
    ),
    [message, where, follows, inThread, me, people, conversations.length, bot.name, today],
  );
}

function Head({ message, page: { scene } }: { message: SceneMessage; page: Page }) {
  const at = sentAt(message.ts);
  return (
    <header>
      <strong class="author">{nameOf(message.user, scene)}</strong>
      {message.user === scene.bot.id && <span class="tag">App</span>}
      <time dateTime={new Date(at).toISOString()} title={inWords('full', at, zoneOf(scene))}>
        {inWords('time', at, zoneOf(scene))}
      </time>
    </header>
  );
}

function Words({ message, where, page: { scene, perform } }: { message: SceneMessage; where: string; page: Page }) {
  const stage = stageFor(scene, { channel: where, ts: message.ts }, (deed) => void perform(deed));
  return (
    <div class="words">
      {message.blocks.length > 0 ? (
        <Blocks blocks={message.blocks} stage={stage} />
      ) : (
        message.text !== '' && <Mrkdwn text={message.text} names={stage.names} />
      )}
      {message.edited && <small class="edited">(edited)</small>}
    </div>
  );
}

function Reactions({ message: { reactions } }: { message: SceneMessage }) {
  if (reactions.length === 0) return null;
  return (
    <ul class="reactions" aria-label="Reactions">
      {reactions.map(({ name, count }) => (
        <li key={name}>
          :{name}: {count}
        </li>
      ))}
    </ul>
  );
}

function Replies({ message: { ts, replies }, page: { scene, openThread } }: { message: SceneMessage; page: Page }) {
  if (!replies) return null;
  return (
    <button type="button" class="replies" data-thread={ts} onClick={() => openThread(ts)}>
      {replies.people.slice(0, 3).map((id) => (
        <Face key={id} id={id} name={nameOf(id, scene)} bot={id === scene.bot.id} />
      ))}
      <strong>{replies.count === 1 ? '1 reply' : `${replies.count} replies`}</strong>
      <span>Last reply {inWords('short', sentAt(replies.latest), zoneOf(scene))}</span>
    </button>
  );
}
