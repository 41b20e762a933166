// How long a workspace keeps what was said in it. In Slack its owners choose; what is older is gone for everyone, and no app is told.
import { microsOf } from './ids.ts';
import type { World } from './world.ts';

/** Takes away all messages and files from before `ms` (milliseconds since 1970). */
export function forgetBefore(world: World, ms: number): void {
  for (const conversation of world.conversations.values()) {
    const kept = conversation.messages.findIndex(({ ts }) => microsOf(ts) >= ms * 1000);
    conversation.messages.splice(0, kept < 0 ? conversation.messages.length : kept);
  }
  for (const { id, created } of world.files.values()) if (created * 1000 < ms) world.files.delete(id);
}
