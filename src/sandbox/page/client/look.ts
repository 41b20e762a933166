// What the page has seen of the sandbox. It asks again only for what may have changed, one look after the other, so that a late answer never
// takes the place of a newer one; and it hands out the same object for what is still the same, so that only the rest is drawn again.
import type { Address } from './address.ts';
import { askLines, askMessages, askOverview, askScreen, MESSAGES, type Wanted } from './link.ts';
import type { Line, Scene, SceneConversation, SceneMessages, ScenePerson } from './scene.ts';
import { conversationFrom, type MessagesSight, messageFrom, type OverviewSight, personFrom, type ScreenSight, viewFrom } from './sights.ts';

/** How many messages are fetched at first, and how many more at a time. */
const WINDOW = 60;
const MORE = 200;

/** What may no longer be as it was when it was looked at. */
export interface Stale {
  people: boolean;
  screen: boolean;
  said: boolean;
}

export const everything: Readonly<Stale> = { people: true, screen: true, said: true };

/** All that has been seen so far. */
export interface Seen {
  lines?: Line[];
  overview?: OverviewSight;
  people: ScenePerson[];
  /** By person. */
  screens: Map<string, ScreenSight>;
  /** Messages by person, conversation and thread. */
  said: Map<string, SceneMessages>;
  /** How many messages of a conversation are wanted, where it is more than at first. */
  windows: Map<string, number>;
  /** What has been marked as read on this page, which an answer on its way may not know yet. */
  read: Map<string, string>;
}

export function nothingSeen(): Seen {
  return { people: [], screens: new Map(), said: new Map(), windows: new Map(), read: new Map() };
}

/** Looks at what is stale, as the person and at the place of `address`. */
export async function look(seen: Seen, { me, place, thread }: Address, stale: Stale): Promise<void> {
  const [lines, overview] = await Promise.all([seen.lines ?? askLines(), stale.people || !seen.overview ? askOverview() : undefined]);
  seen.lines = lines;
  if (overview) seeOverview(seen, overview);
  if (me === '') return;
  if (stale.screen || !seen.screens.has(me)) seen.screens.set(me, screenKept(seen.screens.get(me), await askScreen(me)));
  const where = conversationAt(seen, me, place);
  if (!where || (!stale.said && seen.said.has(keyOf(me, where.id)) && (!thread || seen.said.has(keyOf(me, where.id, thread))))) return;
  const ask = async (key: string, wanted: Wanted) =>
    seen.said.set(key, saidKept(seen.said.get(key), await askMessages(me, where.id, wanted)));
  const last = seen.windows.get(keyOf(me, where.id)) ?? WINDOW;
  await Promise.all([ask(keyOf(me, where.id), { last }), ...(thread ? [ask(keyOf(me, where.id, thread), { thread })] : [])]);
}

/** Asks for more of a conversation at the next look. */
export function widen(seen: Seen, me: string, id: string): void {
  seen.windows.set(keyOf(me, id), (seen.windows.get(keyOf(me, id)) ?? WINDOW) + MORE);
}

/** The conversation at a place, as far as it has been seen. */
export function conversationAt(seen: Seen, me: string, place: string): ScreenSight['conversations'][number] | undefined {
  const conversations = seen.screens.get(me)?.conversations ?? [];
  return conversations.find(({ id, kind, withApp }) => (place === MESSAGES ? kind === 'dm' && withApp : id === place));
}

/** The scene at an address out of what has been seen; `undefined` as long as that is too little. */
export function sceneOf(seen: Seen, { me, place, thread }: Address): Scene | undefined {
  const { overview, lines = [] } = seen;
  const screen = seen.screens.get(me);
  if (!overview || !screen) return undefined;
  const where = conversationAt(seen, me, place)?.id ?? '';
  const inThread = thread && seen.said.get(keyOf(me, where, thread));
  return {
    now: screen.now,
    team: overview.team.name,
    lines,
    bot: { id: overview.app.botUser, name: overview.app.name },
    me,
    people: seen.people,
    conversations: screen.conversations.map((one) => asRead(conversationFrom(one), seen.read.get(keyOf(me, one.id)) ?? '', one.latest)),
    said: seen.said.get(keyOf(me, where)) ?? { messages: [], earlier: false },
    ...(inThread && { thread: inThread }),
    ...(screen.home && { home: { id: screen.home.id, blocks: screen.home.blocks } }),
    modals: screen.modals.map(viewFrom),
    faults: screen.modal?.errors ?? {},
    ...(screen.notice && { notice: screen.notice }),
    clock: overview.movable,
  };
}

/** Whether the messages of a place have been fetched. */
export function isKnown(seen: Seen, { me, place, thread }: Address): boolean {
  const where = conversationAt(seen, me, place);
  return where === undefined || seen.said.has(keyOf(me, where.id, thread));
}

export function keyOf(me: string, where: string, thread = ''): string {
  return `${me} ${where} ${thread}`;
}

function seeOverview(seen: Seen, overview: OverviewSight): void {
  const people = overview.people.filter(({ kind }) => kind !== 'bot').map(personFrom);
  seen.people = kept(seen.people, people);
  seen.overview = overview;
}

function asRead(conversation: SceneConversation, upTo: string, latest: string): SceneConversation {
  return latest !== '' && upTo >= latest ? { ...conversation, unread: 0 } : conversation;
}

function kept<T>(before: T | undefined, now: T): T {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

function screenKept(before: ScreenSight | undefined, now: ScreenSight): ScreenSight {
  return { ...now, home: kept(before?.home, now.home) ?? null, modals: kept(before?.modals, now.modals) };
}

function saidKept(before: SceneMessages | undefined, { messages, earlier }: MessagesSight): SceneMessages {
  const known = new Map(before?.messages.map((one) => [one.ts, one]));
  return { messages: messages.map(messageFrom).map((one) => kept(known.get(one.ts), one)), earlier };
}
