// Reminders of an invitation: one for each person, and none once it has an answer.
import type { Temporal } from 'temporal-polyfill';
import { byKey } from '../../../platform/outbox/outbox.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as contacts from '../contacts.ts';

export interface Asked {
  programme: string;
  /** Slack id. */
  user: string;
}

export function reminderKey({ programme, user }: Asked): string {
  return `invite-reminder:${programme}:${user}`;
}

/** Takes back the reminder of somebody who has answered, if it has not gone out. */
export async function withdraw({ workspace }: Pick<Tools, 'workspace'>, tx: Tx, asked: Asked, now: Temporal.Instant): Promise<void> {
  const letter = await byKey(tx, workspace, reminderKey(asked));
  if (letter) await contacts.takeBack(tx, [letter.id], 'answered', now);
}
