// Draws the Home tab of people anew. Home may always be drawn again, so that a failure costs nothing: the next look at it asks again,
// and the call itself tells the operator.
import type { HomeView } from '@slack/types';
import type { Tools } from '../../platform/tools.ts';
import { see } from './see.ts';
import { homeTab } from './views.ts';

/** What `user` sees on their Home tab now. `words` are those of the table of commands. */
export async function homeOf(tools: Tools, user: string, words: ReadonlySet<string>): Promise<HomeView> {
  return homeTab(tools.content, await see(tools, user, tools.now()), words);
}

/** Publishes the Home tabs of `users`, one after the other. */
export async function redrawHome(tools: Tools, users: readonly string[], words: ReadonlySet<string>): Promise<void> {
  for (const user of users) {
    await tools.slack.publishHome(user, await homeOf(tools, user, words));
  }
}
