// Who has paused notifications just now, as far as Slack says so: by their own schedule. A pause that somebody began by hand is told to nobody but
// themselves.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Api } from './api.ts';
import type { Called } from './called.ts';

/** So many people may be asked about at once. */
const AT_ONCE = 50;

const seconds = z.number().catch(0);
const shape = z.object({
  users: z.record(
    z.string(),
    z.object({ dnd_enabled: z.boolean().catch(false), next_dnd_start_ts: seconds, next_dnd_end_ts: seconds }).catch({
      dnd_enabled: false,
      next_dnd_start_ts: 0,
      next_dnd_end_ts: 0,
    }),
  ),
});

/** Until when each of `users` wants no notifications, of those who want none now. */
export async function undisturbed(api: Api, users: readonly string[]): Promise<Called<ReadonlyMap<string, Temporal.Instant>>> {
  const now = api.settings.now().epochMilliseconds / 1000;
  const found = new Map<string, Temporal.Instant>();
  for (let from = 0; from < users.length; from += AT_ONCE) {
    const answer = await api.swiftly('dnd.teamInfo', { users: users.slice(from, from + AT_ONCE).join(',') }, shape);
    if (!answer.ok) return answer;
    for (const [user, { dnd_enabled, next_dnd_start_ts: begins, next_dnd_end_ts: ends }] of Object.entries(answer.value.users))
      if (dnd_enabled && begins <= now && now < ends) found.set(user, Temporal.Instant.fromEpochMilliseconds(ends * 1000));
  }
  return { ok: true, value: found };
}
