// Who the bot is in this installation, as its token says, and the row that remembers it.
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { stamp } from '../clock.ts';
import type { Db } from '../tools.ts';
import type { Called } from './called.ts';
import { type ClientSettings, openClient } from './client.ts';

export interface Identity {
  workspace: string;
  workspaceName: string;
  botUser: string;
  /** Marks the bot's own messages in a history; some Slack-like servers do not tell. */
  botId: string | undefined;
}

const REPEATS = 3;

const shape = z.object({ team_id: z.string(), team: z.string().default(''), user_id: z.string(), bot_id: z.string().optional() });

/**
 * Asks Slack whose token this is. A refused token is an error value with Slack's word for it; a Slack that cannot be reached is asked a few
 * times more, `wait` milliseconds apart, before it is one.
 */
export async function identify(settings: ClientSettings, wait: (ms: number) => Promise<unknown>): Promise<Called<Identity>> {
  const ask = openClient(settings, 10_000);
  for (let tries = 0; ; tries += 1) {
    const answer = await ask('auth.test', {}, shape);
    if (answer.ok) return { ok: true, value: identityOf(answer.value) };
    const { fault } = answer;
    if (fault.how === 'refused' || tries === REPEATS) return { ok: false, error: fault.how === 'limited' ? 'ratelimited' : fault.error };
    await wait(fault.how === 'limited' ? fault.seconds * 1000 : 500 * 2 ** tries);
  }
}

function identityOf({ team_id, team, user_id, bot_id }: z.infer<typeof shape>): Identity {
  return { workspace: team_id, workspaceName: team || team_id, botUser: user_id, botId: bot_id };
}

/** Puts the workspace on record, or up to date; a workspace that was disconnected is connected again, and it is noted since when it was not. */
export async function rememberWorkspace(db: Db, identity: Identity, now: Temporal.Instant): Promise<void> {
  const fields = { name: identity.workspaceName, bot_user: identity.botUser, disconnected_at: null };
  await db
    .insertInto('workspace')
    .values({ id: identity.workspace, time_zone: 'UTC', connected_at: stamp(now), back_from: null, ...fields })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ fn, ref }) => ({
        ...fields,
        back_from: fn.coalesce(ref('workspace.disconnected_at'), ref('workspace.back_from')),
      })),
    )
    .execute();
}
