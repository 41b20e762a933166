// What every component may know of the page and do with it: who acts, where they are, what they see there.
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Address, Panel } from './address.ts';
import type { Outcome } from './link.ts';
import type { Deed, Scene } from './scene.ts';
import type { Store } from './store.ts';

export interface Page extends Address {
  scene: Scene;
  /** Whether something has been done that the bot has not answered yet. */
  busy: boolean;
  /** Whether the messages of this place are there. */
  ready: boolean;
  /** What is being said on the page about the last deed. */
  said: string | undefined;
  /** Acts as somebody else, at the same place where they can see it. */
  become: (person: string) => void;
  /** To `home`, `messages` or a conversation. */
  go: (place: string) => void;
  openThread: (ts: string | undefined) => void;
  show: (panel: Panel | undefined) => void;
  /** Does a deed of the acting person and waits for the bot; tells whether it could be done. What Slack says of it is said on the page. */
  perform: (deed: Deed) => Promise<boolean>;
  move: (by: Record<string, number | string>) => Promise<boolean>;
  /** Any other work that changes what there is to see. */
  working: (work: () => Promise<Outcome>) => Promise<boolean>;
  /** Fetches older messages of this place. */
  earlier: () => Promise<void>;
  /** Notes that everything up to a message has been read. */
  read: (conversation: string, ts: string) => void;
  /** Says a sentence to whoever looks or listens; `undefined` takes it away. */
  say: (sentence: string | undefined) => void;
}

const PageContext = createContext<Page | undefined>(undefined);
export const PageProvider = PageContext.Provider;

/** The page, for every component below it. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('There is no page around this component.');
  return page;
}

/** The page as the store has it now; draws again when it changes. `undefined` until there is something to see. */
export function usePageOf(store: Store): Page | undefined {
  const [page, setPage] = useState(store.page());
  useEffect(() => store.follow(() => setPage(store.page())), [store]);
  return page;
}
