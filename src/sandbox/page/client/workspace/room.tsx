// The middle of the page: one place with its heading, what is said or shown there, and a place to write.
import { Blocks } from '../blocks/blocks.tsx';
import { stageFor } from '../blocks/stage.ts';
import { FirstMinute } from '../guide/first-minute.tsx';
import { joinChannel, MESSAGES } from '../link.ts';
import type { SceneConversation } from '../scene.ts';
import { usePage } from '../state.ts';
import { Beginning } from './beginning.tsx';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { labelOf } from './labels.ts';
import { RoomBar } from './room-bar.tsx';

export function Room({ conversation }: { conversation: SceneConversation | undefined }) {
  const page = usePage();
  const { place, me } = page;
  return (
    <main class="room" id="main" tabIndex={-1}>
      <RoomBar conversation={conversation} />
      <FirstMinute page={page} />
      {place === 'home' ? <Home /> : conversation ? <Talk key={`${me} ${conversation.id}`} conversation={conversation} /> : <NotYet />}
    </main>
  );
}

function Talk({ conversation }: { conversation: SceneConversation }) {
  const { scene, me, working } = usePage();
  const { archived, kind, members, id } = conversation;
  const isIn = members.includes(me);
  return (
    <>
      <Conversation conversation={conversation} />
      {archived ? (
        <p class="closed">This channel is archived. What was said stays; nothing new can be said.</p>
      ) : isIn || kind === 'dm' ? (
        <Composer where={id} label="Message" />
      ) : (
        <p class="closed">
          You are not in #{labelOf(conversation, scene)}.{' '}
          <button type="button" class="button primary" onClick={() => void working(() => joinChannel(me, id))}>
            Join the channel
          </button>
        </p>
      )}
    </>
  );
}

/** The conversation with the bot, before anything has been said in it. */
function NotYet() {
  return (
    <>
      <div class="said">
        <Beginning conversation={undefined} />
      </div>
      <Composer where={MESSAGES} label="Message" />
    </>
  );
}

function Home() {
  const { scene, perform, busy } = usePage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="home" tabIndex={0} aria-label="Home">
      <div class="words">
        {scene.home ? (
          <Blocks blocks={scene.home.blocks} stage={stageFor(scene, { view: scene.home.id }, (deed) => void perform(deed))} />
        ) : (
          <p class="empty">{busy ? 'Opening Home…' : 'The bot has not shown anything here yet.'}</p>
        )}
      </div>
    </section>
  );
}
