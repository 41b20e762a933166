// A thread beside its conversation: the message it began with, what was replied, and a place to reply.
import { useEffect, useRef } from 'preact/hooks';
import type { SceneConversation } from '../scene.ts';
import { usePage } from '../state.ts';
import { Composer } from './composer.tsx';
import { Icon } from './icons.tsx';
import { labelOf, zoneOf } from './labels.ts';
import { Message } from './message.tsx';
import { dayNumber } from './when.ts';

interface ThreadProps {
  conversation: SceneConversation;
  /** The message it began with. */
  ts: string;
}

export function Thread({ conversation, ts }: ThreadProps) {
  const { scene, openThread } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  // Another thread is another arrival.
  useEffect(() => heading.current?.focus(), [ts]);
  const close = () => {
    openThread(undefined);
    requestAnimationFrame(() => document.getElementById(`message-${ts}`)?.focus());
  };
  return (
    <aside class="beside thread" aria-label="Thread" onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && close()}>
      <header class="bar">
        <div>
          <h2 ref={heading} tabIndex={-1}>
            Thread
          </h2>
          <p>
            {conversation.kind === 'channel' && '#'}
            {labelOf(conversation, scene)}
          </p>
        </div>
        <button type="button" class="button bare square" onClick={close}>
          <Icon name="close" />
          <span class="out-of-sight">Close the thread</span>
        </button>
      </header>
      <ThreadLog where={conversation.id} />
      <Composer key={ts} where={conversation.id} thread={ts} label="Reply in the thread" />
    </aside>
  );
}

function ThreadLog({ where }: { where: string }) {
  const { scene, ready } = usePage();
  const [root, ...replies] = scene.thread?.messages ?? [];
  const today = dayNumber(Date.parse(scene.now), zoneOf(scene));
  const list = useRef<HTMLDivElement>(null);
  // The latest reply is in sight when it comes.
  useEffect(() => list.current?.scrollTo({ top: list.current.scrollHeight }), [replies.length]);
  return (
    <div
      ref={list}
      class="log"
      role="log"
      aria-live="off"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label="Messages of the thread"
    >
      {root && <Message message={root} where={where} follows={false} today={today} inThread />}
      {!root && ready && <p class="empty">The message that this thread began with is no longer there.</p>}
      <p class="rule">{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</p>
      {replies.map((message) => (
        <Message key={message.ts} message={message} where={where} follows={false} today={today} inThread />
      ))}
    </div>
  );
}
