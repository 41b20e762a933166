// What a repaired pair gives up. A round as a whole gives up nothing that any plan could keep; a repair only nothing that a repair could keep which
// changes as little: so it is told in other words. Pure.
import type { Because } from '../plan.ts';
import { because } from './reasons.ts';

/** The same compromise as a repair tells it; `isSure` where it is proved that no repair which changes as few pairs does without. */
export function repaired(told: Because, isSure: boolean): Because {
  const what = whatOf(told.id);
  if (what === undefined) return told;
  return because(isSure ? `pairing.repaired.${what}.sure` : `pairing.repaired.${what}`, told.blanks);
}

/** What of the aims it is; of three it is told only that some of them give it up. */
function whatOf(id: string): string | undefined {
  const [, , aim, ...how] = id.split('.');
  if (aim === 'function') return 'function';
  if (aim === 'repeat') return how.includes('last') ? 'repeat.last' : how.includes('ago') ? 'repeat.ago' : 'repeat.three';
  if (aim !== 'hours') return undefined;
  return how.includes('three') ? 'hours.three' : how.includes('none') ? 'hours.none' : 'hours.one';
}
