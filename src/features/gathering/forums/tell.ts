// Word to those who have signed up for a forum: in their own hours where that is early enough, else at once. They have asked to come, so it is not
// counted among what reaches them unasked.
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../platform/clock.ts';
import { type Body, enqueue } from '../../../platform/outbox/enqueue.ts';
import { waitingUnder } from '../../../platform/outbox/placed.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as contacts from '../../joining/contacts.ts';
import { politeMoment } from '../../joining/hours.ts';
import * as leaders from '../../joining/leaders.ts';

export interface Word {
  /** The leader's own id. */
  leader: string;
  key: string;
  body: Body;
  /** From when it is too late to be of use. */
  until: Temporal.Instant;
}

export async function tellLeader(tools: Tools, tx: Tx, { leader: id, key, body, until }: Word, now: Temporal.Instant): Promise<void> {
  const leader = await leaders.byId(tx, tools.workspace, id);
  if (!leader || leader.leftAt !== null) return;
  const polite = politeMoment(leader, now);
  await enqueue(
    tools,
    tx,
    {
      ...{ key, kind: 'forum-word', priority: 2, body, address: { to: 'person', user: leader.user } },
      notBefore: isBefore(polite, until) ? polite : now,
      expiresAt: until,
    },
    now,
  );
}

/** Takes back what is on its way about a forum and not right any more: a place in it, its hour, or that it is today. */
export async function takeBackWords(
  { workspace }: Pick<Tools, 'workspace'>,
  tx: Tx,
  { id, invitation }: { id: string; invitation: boolean },
  now: Temporal.Instant,
): Promise<void> {
  const kinds = ['forum-seat', 'forum-moved', 'forum-day', ...(invitation ? ['forum-invite'] : [])];
  for (const kind of kinds) await contacts.takeBack(tx, await waitingUnder(tx, workspace, `${kind}:${id}`), 'overtaken', now);
}
