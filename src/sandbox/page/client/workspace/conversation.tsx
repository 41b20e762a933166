// What has been said in a conversation: days set apart, a line where the unread begins, and the way to the newest. Arrow keys go from message to message.
import { Fragment } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { SceneConversation, SceneMessage } from '../scene.ts';
import { usePage } from '../state.ts';
import { Beginning } from './beginning.tsx';
import { labelOf, zoneOf } from './labels.ts';
import { Message } from './message.tsx';
import { moveAlong } from './roving.ts';
import { useNewest } from './use-newest.ts';
import { dayNumber, dayOf, sentAt } from './when.ts';

/** Messages of one person this close together, in milliseconds, stand under one name. */
const TOGETHER = 5 * 60_000;

export function Conversation({ conversation }: { conversation: SceneConversation }) {
  const { scene, ready, earlier } = usePage();
  const { messages, earlier: more } = scene.said;
  const list = useRef<HTMLDivElement>(null);
  const newFrom = useNewFrom(conversation);
  const { away, toNewest, keepPlace } = useNewest(list, conversation, ready);
  const showEarlier = () => void keepPlace(earlier);
  return (
    <div class="said">
      <div
        class="log"
        ref={list}
        role="log"
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={`Messages in ${labelOf(conversation, scene)}`}
        onKeyDown={(event) => moveAmong(event)}
      >
        {more && (
          <button type="button" class="button earlier" onClick={showEarlier}>
            Show earlier messages
          </button>
        )}
        {ready && !more && <Beginning conversation={conversation} />}
        {!ready && messages.length === 0 && <p class="empty">Fetching the messages…</p>}
        <Sayings messages={messages} where={conversation.id} newFrom={newFrom} />
      </div>
      {away && (
        <button type="button" class="button jump" onClick={toNewest}>
          Jump to newest
        </button>
      )}
    </div>
  );
}

function moveAmong(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (target === event.currentTarget || target.matches('article')) moveAlong(event, 'article');
}

/** The messages with what stands between them. */
function Sayings({ messages, where, newFrom }: { messages: readonly SceneMessage[]; where: string; newFrom: string | undefined }) {
  const { scene } = usePage();
  const zone = zoneOf(scene);
  const now = Date.parse(scene.now);
  const today = dayNumber(now, zone);
  const days = useMemo(() => messages.map(({ ts }) => dayNumber(sentAt(ts), zone)), [messages, zone]);
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const newDay = before === undefined || days[index] !== days[index - 1];
    return (
      <Fragment key={message.ts}>
        {newDay && (
          <h2 class="day">
            <span>{dayOf(sentAt(message.ts), now, zone)}</span>
          </h2>
        )}
        {message.ts === newFrom && (
          <p class="new">
            <span>New</span>
          </p>
        )}
        <Message message={message} where={where} follows={!newDay && message.ts !== newFrom && goesOn(before, message)} today={today} />
      </Fragment>
    );
  });
}

function goesOn(before: SceneMessage | undefined, { user, ts, onlyForMe }: SceneMessage): boolean {
  return before?.user === user && !onlyForMe && !before.onlyForMe && !before.replies && sentAt(ts) - sentAt(before.ts) < TOGETHER;
}

/** The first message that was unread when this person came here; it stays so until they go. */
function useNewFrom(conversation: SceneConversation): string | undefined {
  const { scene, me, ready } = usePage();
  const kept = useRef<{ visit: string; readTo: string | undefined }>({ visit: '', readTo: undefined });
  const visit = `${me} ${conversation.id}`;
  if (ready && kept.current.visit !== visit) kept.current = { visit, readTo: conversation.unread > 0 ? conversation.readTo : undefined };
  const { readTo } = kept.current;
  if (readTo === undefined || kept.current.visit !== visit) return undefined;
  return scene.said.messages.find(({ ts, user }) => ts > readTo && user !== me)?.ts;
}
