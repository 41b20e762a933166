// Leaders hear first what they said: what a pulse half way came to is not for sponsors before that.
import { instantOf, isBefore } from '../../platform/clock.ts';
import type { Tools } from '../../platform/tools.ts';
import * as results from '../reviewing/results.ts';
import type { Report } from './reports.ts';

/** By then fortnight 8 is over, whatever became of the message. */
const LONGEST = { hours: 24 * 42 };

/** Whether what this report says of a pulse has been told to leaders, or never will be. */
export async function leadersHaveHeard({ db, now }: Pick<Tools, 'db' | 'now'>, { round, moment }: Report): Promise<boolean> {
  if (moment !== 'half') return true;
  const result = await results.find(db, round, 'half');
  if (!result || result.statements.length === 0 || result.sharedAt !== null) return true;
  return !isBefore(now(), instantOf(result.closedAt).add(LONGEST));
}
