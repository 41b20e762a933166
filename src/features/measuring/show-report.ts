// A report for those who may read it: the organisers of its programme, asked again every time. Leaders read what the group said where it was published,
// and never an aim.
import type { ModalView } from '@slack/types';
import { dayOf, instantOf, sayDay } from '../../platform/clock.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Programme } from '../founding/programmes.ts';
import { organisedBy } from '../founding/rights.ts';
import { reportModal } from './report-view.ts';
import type { Report } from './reports.ts';
import * as reports from './reports.ts';
import type { Readers } from './row.ts';
import type { Shown } from './said.ts';

export interface Readable {
  programme: Programme;
  report: Report;
  shown: Shown;
}

/** The report `id`, if `user` may read it. */
export async function readable(tools: Tools, user: string, id: string): Promise<Readable | undefined> {
  const report = await reports.byId(tools.db, tools.workspace, id);
  const programme = report && (await organisedBy(tools, user, report.programme));
  return programme && { programme, report, shown: shownOf(programme, report) };
}

/** The form with it, and with the others of its programme to choose from. */
export async function formOf(tools: Tools, { programme, report, shown }: Readable, to: Readers): Promise<ModalView> {
  const choices = await reports.ofProgramme(tools.db, programme.id);
  return reportModal(tools.content, { ...shown, id: report.id, to, choices });
}

/** The latest of a programme. */
export async function latest(tools: Tools, programme: Programme): Promise<Readable | undefined> {
  const [report] = await reports.ofProgramme(tools.db, programme.id);
  return report && { programme, report, shown: shownOf(programme, report) };
}

function shownOf({ name, timeZone }: Programme, { number, moment, figures, publishedAt }: Report): Shown {
  return { programme: name, number, moment, figures, date: sayDay(dayOf(instantOf(publishedAt), timeZone)) };
}
