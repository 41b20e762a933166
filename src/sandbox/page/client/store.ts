// The page's state and what may be done with it. Every deed ends with a fresh look, so that whoever waits for it sees what came of it.
import { type Address, type Panel, writeAddress } from './address.ts';
import { doDeed, follow, moveClock, noteRead, type Outcome } from './link.ts';
import { conversationAt, everything, isKnown, keyOf, nothingSeen, sceneOf, widen } from './look.ts';
import { arrive, changed, hear, refresh, type State } from './looking.ts';
import type { Page } from './state.ts';

export interface Store {
  page: () => Page | undefined;
  /** Calls back on every change; returns how to stop that. */
  follow: (changed: () => void) => () => void;
}

const GONE = 'The sandbox does not answer. Try again when it does.';

/** Begins: reads the address, looks, and follows what changes from then on. */
export function openStore(): Store {
  const state: State = {
    seen: nothingSeen(),
    address: { me: '', place: '' },
    ...{ stale: everything, busy: 0, said: undefined, scene: undefined, page: undefined },
    ...{ running: Promise.resolve(), next: undefined, timer: undefined, followers: new Set() },
  };
  const acts = actsOn(state);
  state.followers.add(() => {
    const { seen, address, busy, said } = state;
    state.scene ??= sceneOf(seen, address);
    // As long as nothing is known of somebody, the page stays as it was.
    if (state.scene) state.page = { ...acts, ...address, scene: state.scene, said, busy: busy > 0, ready: isKnown(seen, address) };
  });
  void begin(state);
  return {
    page: () => state.page,
    follow: (changed) => {
      state.followers.add(changed);
      return () => void state.followers.delete(changed);
    },
  };
}

async function begin(state: State): Promise<void> {
  await refresh(state, { people: true, screen: false, said: false });
  arrive(state);
  window.addEventListener('popstate', () => arrive(state));
  follow(
    (change) => hear(state, change),
    () => void refresh(state, everything),
  );
}

function actsOn(state: State): Omit<Page, keyof Address | 'scene' | 'busy' | 'ready' | 'said'> {
  const work = (what: () => Promise<Outcome>) => working(state, what);
  return {
    become: (me) => travel(state, { me }),
    go: (place) => travel(state, { place }),
    openThread: (thread) => travel(state, { panel: undefined, ...(thread && { thread }) }),
    show: (panel) => travel(state, { panel }),
    perform: (deed) => work(() => doDeed(state.address.me, deed)),
    move: (by) => work(() => moveClock(state.address.me, by)),
    working: work,
    earlier: () => earlier(state),
    read: (conversation, ts) => read(state, conversation, ts),
    say: (sentence) => say(state, sentence),
  };
}

/** Goes to another address. A thread and a panel take turns beside the room; a panel stays when one goes elsewhere. */
function travel(state: State, to: Partial<Omit<Address, 'panel'>> & { panel?: Panel | undefined }): void {
  const { me, place, panel } = state.address;
  const shown = 'panel' in to ? to.panel : panel;
  const address = { me: to.me ?? me, place: to.place ?? place, ...(to.thread && { thread: to.thread }), ...(shown && { panel: shown }) };
  const written = writeAddress(address);
  if (written !== location.hash) history.pushState(null, '', written);
  // What was said of the last deed belongs to where it was done.
  if (address.me !== me || address.place !== place) state.said = undefined;
  arrive(state);
}

async function working(state: State, work: () => Promise<Outcome>): Promise<boolean> {
  state.busy += 1;
  say(state, undefined);
  const { done, told } = await work().catch((): Outcome => ({ done: false, told: GONE }));
  await refresh(state, { people: false, screen: true, said: true });
  state.busy -= 1;
  say(state, told);
  return done;
}

async function earlier(state: State): Promise<void> {
  const { me, place } = state.address;
  const where = conversationAt(state.seen, me, place);
  if (!where) return;
  widen(state.seen, me, where.id);
  await refresh(state, { people: false, screen: false, said: true });
}

function read(state: State, conversation: string, ts: string): void {
  const { seen, address } = state;
  const key = keyOf(address.me, conversation);
  if ((seen.read.get(key) ?? '') >= ts) return;
  seen.read.set(key, ts);
  state.scene = undefined;
  changed(state);
  // What cannot be noted now is noted with the next message.
  noteRead(address.me, conversation, ts).catch(() => seen.read.delete(key));
}

function say(state: State, sentence: string | undefined): void {
  state.said = sentence;
  changed(state);
}
