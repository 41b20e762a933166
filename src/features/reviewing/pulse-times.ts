// When pulses open and close by themselves: what a Home tab shows changes then.
import type { Temporal } from 'temporal-polyfill';
import { at } from '../../platform/clock.ts';
import type { Db } from '../../platform/tools.ts';
import type { Programme } from '../founding/programmes.ts';
import { unsettled } from './standing.ts';

/** Every day on which a pulse of this programme opens or closes, as it begins where the programme is. */
export async function pulseTimes(db: Db, programme: Programme): Promise<Temporal.Instant[]> {
  const days = (await unsettled(db, programme)).flatMap(({ days: { opens, closes } }) => (opens ? [opens, closes] : [closes]));
  return days.map((day) => at(day, '00:00', programme.timeZone));
}
