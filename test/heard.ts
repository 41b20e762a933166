// What reached people that nobody had asked for: who, and when it was sent.
import type { Db } from '../src/platform/tools.ts';

export function heardUnasked(db: Db): Promise<{ slack_user: string; started_at: string | null }[]> {
  return db
    .selectFrom('contact')
    .innerJoin('outbox', 'outbox.id', 'contact.outbox')
    .select(['contact.slack_user', 'outbox.started_at'])
    .where('outbox.state', '=', 'sent')
    .execute();
}
