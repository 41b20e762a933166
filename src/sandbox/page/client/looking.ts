// When the page looks again: on arriving somewhere, after a deed, and when the sandbox tells of a change that this person can see. A refresh that is
// asked for during a look begins after it, and all who ask meanwhile share it.
import { type Address, readAddress, writeAddress } from './address.ts';
import { doDeed, MESSAGES } from './link.ts';
import { conversationAt, look, type Seen, type Stale } from './look.ts';
import type { Scene } from './scene.ts';
import type { ChangeSight } from './sights.ts';
import type { Page } from './state.ts';

export interface State {
  seen: Seen;
  address: Address;
  stale: Stale;
  /** How many deeds are being waited for. */
  busy: number;
  said: string | undefined;
  /** What there is to see; `undefined` when it has to be put together again. */
  scene: Scene | undefined;
  page: Page | undefined;
  running: Promise<void>;
  next: Promise<void> | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  followers: Set<() => void>;
}

/** Changes that come close together are looked at together, in milliseconds; while much is going on, less often. */
const PAUSE = { quiet: 80, busy: 400 };
const LOST = 'The sandbox does not answer. The page goes on by itself as soon as it does.';
const nothing: Stale = { people: false, screen: false, said: false };

export function changed({ followers }: State): void {
  for (const follower of followers) follower();
}

/** Looks again at what is named; resolves after a look that began later than this call. */
export function refresh(state: State, stale: Stale): Promise<void> {
  state.stale = either(state.stale, stale);
  state.next ??= state.running.then(() => {
    state.next = undefined;
    state.running = lookNow(state);
    return state.running;
  });
  return state.next;
}

async function lookNow(state: State): Promise<void> {
  const { stale, address } = state;
  state.stale = nothing;
  try {
    await lookFrom(state, address, stale);
    if (state.said === LOST) state.said = undefined;
  } catch {
    state.stale = either(state.stale, stale);
    state.said = LOST;
  }
  state.scene = undefined;
  changed(state);
}

async function lookFrom(state: State, address: Address, stale: Stale): Promise<void> {
  await look(state.seen, address, stale);
  if (address.me === '' || state.address !== address || isPlace(state.seen, address)) return;
  state.address = { ...address, place: firstPlace(state.seen, address.me) };
  history.replaceState(null, '', writeAddress(state.address));
  await look(state.seen, state.address, nothing);
}

/** Takes the address as it stands now. Opening Home is told to the bot, as Slack does. */
export function arrive(state: State): void {
  const asked = readAddress(location.hash);
  const before = state.address;
  const people = (state.seen.overview?.people ?? []).filter(({ kind }) => kind !== 'bot' && kind !== 'deactivated');
  const me = people.find(({ id }) => id === asked.me)?.id ?? (before.me || people[0]?.id) ?? '';
  state.address = { ...asked, me, place: asked.place ?? '' };
  state.scene = undefined;
  const atHome = state.address.place === 'home' && (before.place !== 'home' || before.me !== me);
  changed(state);
  void (atHome ? openHome(state, me) : refresh(state, { people: false, screen: true, said: true }));
}

async function openHome(state: State, me: string): Promise<void> {
  state.busy += 1;
  changed(state);
  await doDeed(me, { do: 'home' }).catch(() => undefined);
  await refresh(state, { people: false, screen: true, said: true });
  state.busy -= 1;
  changed(state);
}

/** Notes a change and looks at it soon, if this person can see it. */
export function hear(state: State, { what, conversation, person }: ChangeSight): void {
  const { me, place } = state.address;
  if (what === 'person') state.stale = either(state.stale, { people: true, screen: true, said: false });
  else if (person !== undefined && person !== me) return;
  else {
    const here = conversation !== undefined && conversationAt(state.seen, me, place)?.id === conversation;
    state.stale = either(state.stale, { people: false, screen: true, said: here });
  }
  state.timer ??= setTimeout(
    () => {
      state.timer = undefined;
      void refresh(state, nothing);
    },
    state.busy > 0 ? PAUSE.busy : PAUSE.quiet,
  );
}

function either(one: Stale, other: Stale): Stale {
  return { people: one.people || other.people, screen: one.screen || other.screen, said: one.said || other.said };
}

function isPlace(seen: Seen, { me, place }: Address): boolean {
  return place === 'home' || place === MESSAGES || conversationAt(seen, me, place) !== undefined;
}

/** Where somebody is who has not gone anywhere: in the bot's channel, if they are in it. */
function firstPlace(seen: Seen, me: string): string {
  const conversations = seen.screens.get(me)?.conversations ?? [];
  const channels = conversations.filter(({ kind, archived, members }) => kind === 'channel' && !archived && members.includes(me));
  return (channels.find(({ withApp }) => withApp) ?? channels[0])?.id ?? MESSAGES;
}
