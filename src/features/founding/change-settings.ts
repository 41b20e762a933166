// An organiser changes a programme. What moves a date is first said back in words, and takes effect when it is sent again unchanged.
import { record } from '../../platform/audit.ts';
import { dayOf } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import type { Tools } from '../../platform/tools.ts';
import { type Changes, changesBetween, wishOf, withWish } from './changes.ts';
import { chosenPairs } from './choices.ts';
import * as pauseWeeks from './pause-weeks.ts';
import * as programmes from './programmes.ts';
import { mayOrganise } from './rights.ts';
import type { SettingsWish } from './settings-form.ts';

export interface SettingsChange {
  programme: string;
  by: string;
  wish: SettingsWish;
  /** The mark of what was said back and is now sent again. */
  confirmed?: string | undefined;
}

export type SettingsChanged =
  | { ok: true; changes: Changes }
  | { ok: false; because: 'not-organiser' | 'unchanged' }
  /** `joined`: how many leaders see on their Home what moves. */
  | { ok: false; because: 'confirm'; changes: Changes; joined: number; mark: string };

/** Saves what differs. The mark covers what stood and what is wished, so that a change by someone else in between is seen before it is undone. */
export async function changeSettings(tools: Tools, { programme: id, by, wish, confirmed }: SettingsChange): Promise<SettingsChanged> {
  if (!(await mayOrganise(tools, { id }, by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<SettingsChanged> => {
    const programme = await programmes.find(tx, tools.workspace, id);
    if (!programme) return { ok: false, because: 'not-organiser' };
    const last = await programmes.lastRound(tx, id);
    const before = wishOf(programme, last, dayOf(now, programme.timeZone), await pauseWeeks.of(tx, id));
    const changes = changesBetween(before, wish, await chosenPairs(tx, id));
    if (changes.fields.length === 0) return { ok: false, because: 'unchanged' };
    const mark = tools.vault.mark(JSON.stringify([id, before, wish]));
    if (changes.moves && confirmed !== mark)
      return { ok: false, because: 'confirm', changes, joined: await programmes.countIn(tx, id), mark };
    await programmes.change(tx, withWish(programme, last, wish));
    if (changes.fields.includes('rests')) await pauseWeeks.replace(tools, tx, { programme: id, weeks: wish.rests, by }, now);
    await remember(before);
    return { ok: true, changes };

    async function remember({ nextOn }: SettingsWish): Promise<void> {
      const others = changes.fields.filter((field) => field !== 'nextOn');
      if (others.length > 0)
        await record(tools, tx, { programme: id, actor: by, action: 'settings-changed', detail: { fields: others.join(' ') } }, now);
      if (changes.fields.includes('nextOn')) {
        const detail = { from: nextOn.toString(), to: wish.nextOn.toString() };
        await record(tools, tx, { programme: id, actor: by, action: 'round-moved', detail }, now);
      }
    }
  });
}
