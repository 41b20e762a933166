// The days on which leaders choose each other, said to an organiser who has moved a round: they move with it.
import { sayDay } from '../../../platform/clock.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as programmes from '../../founding/programmes.ts';
import { seasonNow } from './season.ts';

/** A sentence; nothing where leaders do not choose. */
export async function choosingMoved({ db, workspace, content, now }: Tools, id: string): Promise<string[]> {
  const programme = await programmes.find(db, workspace, id);
  if (programme?.choosing !== 'leaders') return [];
  const { opensOn, lastDay } = await seasonNow(db, programme, now());
  return [content.say('pairing.choosing.moved', { opens: sayDay(opensOn), last: sayDay(lastDay) })];
}
