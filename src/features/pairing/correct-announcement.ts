// Corrects what the channel was told of a round after matches have changed: the messages are drawn again where they stand, and nobody is notified.
// Where that does not work out, the announcement stays as it was: whom it concerns has heard in private.
import type { RoundTable } from '../../platform/db/tables.ts';
import type { Body } from '../../platform/outbox/enqueue.ts';
import { drawPng } from '../../platform/pictures/png.ts';
import { image } from '../../platform/slack/blocks.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Programme } from '../founding/programmes.ts';
import * as pairs from './pairs.ts';
import * as rounds from './rounds.ts';
import { announcementOf } from './tell.ts';

type Correcting = Pick<Tools, 'db' | 'workspace' | 'content' | 'slack'>;

/** Does nothing while the channel has not heard of the round. */
export async function correctAnnouncement(
  tools: Correcting,
  { programme, round: { id } }: { programme: Programme; round: RoundTable },
): Promise<void> {
  const { db } = tools;
  const round = await rounds.byId(db, id);
  if (!round || round.announced_at === null) return;
  const posted = await postedParts(tools, id);
  const messages = await announcementOf(tools, db, { programme, round, groups: await pairs.ofRound(db, id) });
  for (const [at, body] of messages.entries()) {
    const place = posted.get(at === 0 ? `announcement:${id}` : `announcement:${id}:${at + 1}`);
    if (place)
      await tools.slack.updateMessage(place.channel, place.ts, {
        text: body.text,
        blocks: [...body.blocks, ...(await pictured(tools, body))],
      });
  }
}

/** Where each part stands, by its letter's key. */
async function postedParts({ db, workspace }: Correcting, round: string): Promise<ReadonlyMap<string, { channel: string; ts: string }>> {
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'channel', 'ts'])
    .where('workspace', '=', workspace)
    .where('kind', '=', 'announcement')
    .where('state', '=', 'sent')
    .where('key', 'like', `announcement:${round}%`)
    .execute();
  return new Map(rows.flatMap(({ key, channel, ts }) => (channel && ts ? [[key, { channel, ts }]] : [])));
}

async function pictured({ slack }: Correcting, { picture }: Body): Promise<ReturnType<typeof image>[]> {
  if (!picture) return [];
  const added = await slack.addPicture({ name: picture.name, title: picture.name, alt: picture.alt, bytes: drawPng(picture.svg) });
  return added.ok ? [image({ file: added.value, alt: picture.alt })] : [];
}
