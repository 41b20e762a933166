// A programme begins in a channel: whoever founds it becomes its organiser.
import { record } from '../../platform/audit.ts';
import { stamp } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import type { Tools } from '../../platform/tools.ts';
import * as organisers from './organisers.ts';
import * as pauseWeeks from './pause-weeks.ts';
import * as programmes from './programmes.ts';
import { mayFound } from './rights.ts';
import type { SettingsWish } from './settings-form.ts';

export interface Founding {
  channel: string;
  by: string;
  wish: SettingsWish;
}

export type Founded = { ok: true; programme: programmes.Programme } | { ok: false; because: 'not-allowed' | 'taken' };

/** Saves the programme, its pause weeks and its first organiser. Two organisers at once: the second hears that the channel is taken. */
export async function found(tools: Tools, { channel, by, wish }: Founding): Promise<Founded> {
  if (!(await mayFound(tools, by))) return { ok: false, because: 'not-allowed' };
  const now = tools.now();
  const { nextOn, rests, ...settings } = wish;
  const programme: programmes.Programme = {
    ...settings,
    anchorOn: nextOn,
    anchorNumber: 1,
    id: tools.newId(),
    workspace: tools.workspace,
    channel,
    foundedBy: by,
    foundedAt: stamp(now),
    channelLostAt: null,
  };
  return transact(tools.db, async (tx): Promise<Founded> => {
    if (!(await programmes.add(tx, programme))) return { ok: false, because: 'taken' };
    await organisers.appoint(tools, tx, { programme: programme.id, user: by, by }, now);
    await pauseWeeks.replace(tools, tx, { programme: programme.id, weeks: rests, by }, now);
    await record(tools, tx, { programme: programme.id, actor: by, action: 'founded', detail: { first: nextOn.toString() } }, now);
    return { ok: true, programme };
  });
}
