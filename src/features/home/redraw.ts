// Draws Home tabs anew: one's own as soon as one has done something there, others' soon after somebody did something that they see, everyone's
// when time or an organiser changes what they show. Home may always be drawn again, so that a failure costs nothing: the next look at it asks
// again, and the call itself tells the operator.
import type { Temporal } from 'temporal-polyfill';
import { isBefore, stamp } from '../../platform/clock.ts';
import { reading } from '../../platform/db/reading.ts';
import type { Stream } from '../../platform/schedule/stream.ts';
import type { Tools } from '../../platform/tools.ts';
import * as organisers from '../founding/organisers.ts';
import { choosersAround } from '../pairing/choosing/around.ts';
import * as homeTabs from './home-tabs.ts';
import { lastChange } from './last-change.ts';
import { nextChangeFor } from './next-change.ts';
import { seeHome } from './see.ts';
import { homeTab } from './views.ts';

type Words = ReadonlySet<string>;

/** What `user` sees on their Home tab now, and where they stand. `words` are those of the table of commands. */
export async function homeOf(tools: Tools, user: string, words: Words) {
  const { standing, ...seen } = await seeHome(tools, user, tools.now());
  return { standing, view: homeTab(tools.content, { ...seen, words }) };
}

/** Somebody opens their Home tab: it is drawn whatever stood there. */
export async function drawOpened(tools: Tools, user: string, words: Words): Promise<void> {
  await draw(tools, user, { words, always: true });
}

/** Somebody has done something: their own tab, if they ever opened it, at once; those of the people around them soon. */
export async function redrawAfter(tools: Tools, user: string, words: Words): Promise<void> {
  if (!(await homeTabs.isAnyOpen(tools))) return;
  const now = tools.now();
  await homeTabs.touchAround(tools, user, await choosersAround(tools.db, tools.workspace, user), now.add(SOON));
  await homeTabs.touchOrganisers(tools, user, now.add(LATER));
  if (await homeTabs.markOf(tools, user)) await draw(tools, user, { words, always: false });
}

/** Something waits for organisers of which no act of theirs told: whoever has a tab open sees it soon. */
export async function redrawOrganisers(tools: Tools): Promise<void> {
  await homeTabs.touch(tools, await organisers.everyone(tools), tools.now().add(SOON));
}

/** Several acts in a row are one change to those who look on; organisers see many people, so they wait a little longer. */
const SOON = { seconds: 15 };
const LATER = { minutes: 10 };

/** So long after it was opened a tab is kept up to date; later, opening it draws it anew in any case. */
const KEPT_UP = { hours: 24 * 15 };

/** Slack takes about a hundred views a minute; what has not changed is only looked at. */
const DRAWN_AT_ONCE = 3;
const LOOKED_AT_ONCE = 25;
const PAUSE = { seconds: 2 };

/** Keeps the tabs of those who have opened theirs lately up to date, a few at a time. */
export function homeTabsStream(words: () => Words): Stream {
  return { name: 'home', run: (tools, now) => redrawDue(tools, words(), now) };
}

async function redrawDue(tools: Tools, words: Words, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const before = await standingNow(tools, now);
  if (!before) return undefined;
  const changed = await lastChange(tools);
  const quiet = before.oldest > changed && before.nextDue && isBefore(now, before.nextDue);
  if (quiet) return before.nextDue;
  const users = await homeTabs.due(tools, { now, changed, most: LOOKED_AT_ONCE });
  let drawn = 0;
  for (const [at, user] of users.entries()) {
    if (await draw(tools, user, { words, always: false })) drawn++;
    if (drawn === DRAWN_AT_ONCE && at < users.length - 1) return now.add(PAUSE);
  }
  return users.length === LOOKED_AT_ONCE ? now.add(PAUSE) : (await homeTabs.standing(tools))?.nextDue;
}

/** Without those that have not been opened for long. */
async function standingNow(tools: Tools, now: Temporal.Instant): Promise<homeTabs.Standing | undefined> {
  const since = now.subtract(KEPT_UP);
  const all = await homeTabs.standing(tools);
  if (!all || all.openedAt >= stamp(since)) return all;
  await homeTabs.letGo(tools, since);
  return homeTabs.standing(tools);
}

/** Whether it had changed and was published. */
async function draw(tools: Tools, user: string, { words, always }: { words: Words; always: boolean }): Promise<boolean> {
  const now = tools.now();
  const looking = { ...tools, db: reading(tools.db) };
  const { standing, view } = await homeOf(looking, user, words);
  const mark = tools.vault.mark(JSON.stringify(view));
  const before = await homeTabs.markOf(tools, user);
  const published = always || before?.mark !== mark;
  if (published) await tools.slack.publishHome(user, view);
  await homeTabs.drew(tools, { user, mark, dueAt: await nextChangeFor(looking, standing, now), opened: always }, now);
  return published;
}
