// The table `preview_open`: who has the preview of a round before them, in which revision, and which part of it. Kept as long as Slack may still
// have the form open, so that it can be drawn anew when another organiser changes the round.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, stamp } from '../../../platform/clock.ts';
import { ready } from '../../../platform/db/ready.ts';
import type { Db, Tools } from '../../../platform/tools.ts';

type Here = Pick<Tools, 'db' | 'workspace'>;

export interface OpenPreview {
  proposal: string;
  user: string;
  view: string;
  revision: number;
  /** As text, see `look` in `about.ts`. */
  look: string;
}

/** Whoever has not touched the form for so long has most likely closed it: Slack does not tell. */
const KEPT_HOURS = 1;

/** `user` sees this revision now, in this view. */
export async function showed({ db, workspace }: Here, { proposal, user, ...seen }: OpenPreview, now: Temporal.Instant): Promise<void> {
  await letGo({ db, workspace }, now);
  const fields = { view_id: seen.view, revision: seen.revision, look: seen.look, shown_at: stamp(now) };
  await db
    .insertInto('preview_open')
    .values({ proposal, workspace, slack_user: user, ...fields })
    .onConflict((conflict) => conflict.columns(['proposal', 'slack_user']).doUpdateSet(fields))
    .execute();
}

/** Those who see an earlier revision than the one that stands, or a round that has been decided about. */
export async function behind({ db, workspace }: Here, now: Temporal.Instant): Promise<OpenPreview[]> {
  const rows = await openAndBehind(db, { workspace, since: stamp(now.subtract({ hours: KEPT_HOURS })) });
  return rows.map(({ slack_user: user, view_id: view, ...row }) => ({ ...row, user, view }));
}

const openAndBehind = ready((db, { workspace, since }: { workspace: string; since: string }) =>
  db
    .selectFrom('preview_open')
    .innerJoin('proposal', 'proposal.id', 'preview_open.proposal')
    .select(['preview_open.proposal', 'slack_user', 'view_id', 'preview_open.revision', 'look'])
    .where('preview_open.workspace', '=', workspace)
    .where('shown_at', '>=', since)
    .where(({ eb, or, ref }) =>
      or([eb('proposal.decided_at', 'is not', null), eb('preview_open.revision', '<', ref('proposal.revision'))]),
    ),
);

/** They see it no more. */
export async function closed(db: Db, { proposal, user }: Pick<OpenPreview, 'proposal' | 'user'>): Promise<void> {
  await db.deleteFrom('preview_open').where('proposal', '=', proposal).where('slack_user', '=', user).execute();
}

/** Forgets everyone who has most likely closed it. */
export async function letGo({ db, workspace }: Here, now: Temporal.Instant): Promise<void> {
  const before = now.subtract({ hours: KEPT_HOURS });
  await db.deleteFrom('preview_open').where('workspace', '=', workspace).where('shown_at', '<', stamp(before)).execute();
}

/** When the next of those who have it open is to be forgotten. */
export async function nextGoing({ db, workspace }: Here): Promise<Temporal.Instant | undefined> {
  const rows = db.selectFrom('preview_open').where('workspace', '=', workspace);
  const { first } = await rows.select(({ fn }) => fn.min<string | null>('shown_at').as('first')).executeTakeFirstOrThrow();
  return first === null ? undefined : instantOf(first).add({ hours: KEPT_HOURS, milliseconds: 1 });
}
