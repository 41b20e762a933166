// The page as a whole: the bar, the places, the room, what stands beside it, and what the bot has put in front of it.
import { useEffect } from 'preact/hooks';
import { Timeline } from './clock/timeline.tsx';
import { Modals } from './dialogs/modal.tsx';
import { FaultsPanel } from './faults/panel.tsx';
import { MESSAGES } from './link.ts';
import type { SceneConversation } from './scene.ts';
import { type Page, PageProvider, usePageOf } from './state.ts';
import type { Store } from './store.ts';
import { labelOf } from './workspace/labels.ts';
import { News } from './workspace/news.tsx';
import { Room } from './workspace/room.tsx';
import { Said } from './workspace/said.tsx';
import { Sidebar } from './workspace/sidebar.tsx';
import { Thread } from './workspace/thread.tsx';
import { Top } from './workspace/top.tsx';
import { useDrawer } from './workspace/use-drawer.ts';
import { useRegions } from './workspace/use-regions.ts';

export function Sandbox({ store }: { store: Store }) {
  const page = usePageOf(store);
  const places = useDrawer();
  useRegions();
  useTitle(page);
  if (!page) return <p class="loading">Opening the sandbox…</p>;
  const { scene, perform, said, busy, ready } = page;
  const conversation = openConversation(page);
  return (
    <PageProvider value={page}>
      <div class={places.open ? 'page places-open' : 'page'} data-busy={busy || !ready}>
        <SkipLink />
        <Top openPlaces={places.turn} placesOpen={places.open} />
        <Sidebar onGone={places.leave} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the shade closes the drawer for a finger or a mouse; the button above does it for the keyboard. */}
        {places.open && <div class="shade" role="presentation" onClick={places.leave} />}
        <Room conversation={conversation} />
        <Beside page={page} conversation={conversation} />
      </div>
      <Modals scene={scene} perform={perform} said={said} />
      <Said />
      <News />
    </PageProvider>
  );
}

/** What stands beside the room: a thread, or one of the panels. */
function Beside({ page, conversation }: { page: Page; conversation: SceneConversation | undefined }) {
  const { thread, panel } = page;
  if (thread && conversation) return <Thread conversation={conversation} ts={thread} />;
  if (panel === undefined) return null;
  return (
    <aside class="beside" aria-label={panel === 'faults' ? 'Faults' : 'Timeline'}>
      {panel === 'faults' ? <FaultsPanel page={page} /> : <Timeline page={page} />}
    </aside>
  );
}

/** The conversation at the page's place; none at Home, nor before the bot's conversation has begun. */
function openConversation({ scene, place }: Page): SceneConversation | undefined {
  return scene.conversations.find(({ id, kind, withBot }) => (place === MESSAGES ? kind === 'dm' && withBot : id === place));
}

function SkipLink() {
  return (
    <button type="button" class="button skip" onClick={() => document.getElementById('main')?.focus()}>
      To the conversation
    </button>
  );
}

/** The browser's tab says where one is and what waits. */
function useTitle(page: Page | undefined): void {
  const conversation = page && openConversation(page);
  const unread = page?.scene.conversations.reduce((sum, one) => sum + one.unread, 0) ?? 0;
  const place = page && (page.place === 'home' ? 'Home' : conversation ? labelOf(conversation, page.scene) : page.scene.bot.name);
  useEffect(() => {
    if (place) document.title = `${unread > 0 ? `(${unread}) ` : ''}${place} · Coaching Pairs`;
  }, [unread, place]);
}
