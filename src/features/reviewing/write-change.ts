// An organiser writes down the one thing that will change because of what the group said. Once: leaders read it beside the results.
import type { Temporal } from 'temporal-polyfill';
import { record } from '../../platform/audit.ts';
import { dayOf } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import type { Tools } from '../../platform/tools.ts';
import * as programmes from '../founding/programmes.ts';
import { mayOrganise } from '../founding/rights.ts';
import * as results from './results.ts';
import { CHANGE_LENGTH } from './views.ts';

export interface ChangeWish {
  user: string;
  result: string;
  text: string;
  /** The day by which it will have changed. */
  by: Temporal.PlainDate | undefined;
}

export type Written =
  | { ok: true }
  | { ok: false; because: 'empty' | 'too-long' | 'no-day' | 'past' | 'gone' | 'not-organiser' | 'written-already' };

export async function writeChange(tools: Tools, { user, result: id, text, by }: ChangeWish): Promise<Written> {
  if (text === '') return { ok: false, because: 'empty' };
  if (text.length > CHANGE_LENGTH) return { ok: false, because: 'too-long' };
  if (!by) return { ok: false, because: 'no-day' };
  const result = await results.byId(tools.db, tools.workspace, id);
  const programme = result && (await programmes.find(tools.db, tools.workspace, result.programme));
  if (!programme || result.report !== 'half') return { ok: false, because: 'gone' };
  if (!(await mayOrganise(tools, programme, user))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  if (dayOf(now, programme.timeZone).until(by).days < 0) return { ok: false, because: 'past' };
  return transact(tools.db, async (tx) => {
    if (!(await results.writeChange(tx, id, { text, by: by.toString(), who: user }))) return { ok: false, because: 'written-already' };
    const deed = { programme: programme.id, actor: user, action: 'change-written', subject: id, detail: { date: by.toString() } };
    await record(tools, tx, deed, now);
    return { ok: true };
  });
}
