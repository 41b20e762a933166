// What was published, for those who may read it: everyone with a place in the round, and the programme's organisers. Remarks are for organisers
// alone.
import type { ModalView } from '@slack/types';
import { Temporal } from 'temporal-polyfill';
import { sayDay } from '../../platform/clock.ts';
import type { Db, Tools } from '../../platform/tools.ts';
import { organisedBy } from '../founding/rights.ts';
import * as leaders from '../joining/leaders.ts';
import { type Remarks, type ResultShown, remarksModal, resultsModal } from './result-view.ts';
import type { Result } from './results.ts';
import * as results from './results.ts';
import { pairIn } from './standing.ts';
import { changeForm } from './views.ts';

export type Shown = { ok: true; view: ModalView } | { ok: false; because: 'gone' | 'not-organiser' | 'written-already' };

/** The results of one pulse, as `user` may read them. */
export async function showResults(tools: Tools, user: string, id: string): Promise<Shown> {
  const result = await results.byId(tools.db, tools.workspace, id);
  if (!result) return { ok: false, because: 'gone' };
  const organiser = await organises(tools, user, result);
  if (!organiser && !(await tookPart(tools, user, result))) return { ok: false, because: 'gone' };
  const remarks = organiser ? await remarksOn(tools, result) : undefined;
  return { ok: true, view: resultsModal(tools.content, await together(tools.db, result), remarks) };
}

/** The form for the one thing that will change, with the results above it. */
export async function showChangeForm(tools: Tools, user: string, id: string): Promise<Shown> {
  const result = await results.byId(tools.db, tools.workspace, id);
  if (result?.report !== 'half') return { ok: false, because: 'gone' };
  if (!(await organises(tools, user, result))) return { ok: false, because: 'not-organiser' };
  if (result.change) return { ok: false, because: 'written-already' };
  const remarks = await remarksOn(tools, result);
  return { ok: true, view: changeForm(tools.content, { result: id, shown: await together(tools.db, result), remarks }) };
}

/** The remarks on one pulse, a page at a time, for an organiser. */
export async function showRemarks(tools: Tools, user: string, { id, page }: { id: string; page: number }): Promise<Shown> {
  const result = await results.byId(tools.db, tools.workspace, id);
  if (!result || !(await organises(tools, user, result))) return { ok: false, because: 'gone' };
  return { ok: true, view: remarksModal(tools.content, await remarksOn(tools, result), page) };
}

async function remarksOn(tools: Tools, result: Result): Promise<Remarks> {
  return { result: result.id, texts: await results.remarksOf(tools, result) };
}

async function organises(tools: Tools, user: string, { programme: id }: Result): Promise<boolean> {
  return (await organisedBy(tools, user, id)) !== undefined;
}

async function tookPart({ db }: Tools, user: string, { programme, round }: Result): Promise<boolean> {
  const leader = await leaders.find(db, programme, user);
  return leader !== undefined && leader.leftAt === null && (await pairIn(db, leader.id, round)) !== undefined;
}

/** The closing pulse is read together with then and now. */
async function together(db: Db, result: Result): Promise<ResultShown[]> {
  const besides = result.report === 'closing' ? await results.find(db, result.round, 'then-and-now') : undefined;
  return [result, ...(besides ? [besides] : [])].map(({ report, replied, asked, statements, change }) => ({
    ...{ report, replied, asked, statements },
    ...(change && { change: { text: change.text, date: sayDay(Temporal.PlainDate.from(change.by)) } }),
  }));
}
