// The pulse and the self-check as data. The words and the names of the choices are an editor's; which scale an item has, when it is asked and
// whether it is sensitive stand here, because thresholds hang on them and no edited copy may lower those.
import type { Content } from './load.ts';

export type Scale = 'agree' | 'often' | 'count' | 'more' | 'worth' | 'given' | 'pace';

/** When an item is asked. `thenAndNow`: in the closing look back, twice, with `cap.then` before it. */
export type Moment = 'opening' | 'half' | 'closing' | 'thenAndNow' | 'forum' | 'team';

export interface PulseItem {
  id: string;
  scale: Scale;
  sensitive: boolean;
  moments: readonly Moment[];
}

const item = (id: string, scale: Scale, ...moments: Moment[]): PulseItem => ({ id, scale, sensitive: false, moments });
const sensitive = (id: string, scale: Scale, ...moments: Moment[]): PulseItem => ({ id, scale, sensitive: true, moments });

/** All items, in the order in which they are asked. */
export const pulseItems: readonly PulseItem[] = [
  item('cap.1', 'agree', 'opening', 'thenAndNow'),
  item('cap.2', 'agree', 'opening', 'thenAndNow'),
  item('cap.3', 'agree', 'opening', 'thenAndNow'),
  item('cap.4', 'agree', 'opening', 'thenAndNow'),
  item('cap.5', 'agree', 'opening', 'thenAndNow'),
  item('ch.1', 'often', 'opening', 'closing'),
  item('ch.2', 'often', 'opening', 'closing'),
  item('ch.3', 'often', 'opening', 'closing'),
  item('br.1', 'count', 'opening', 'closing'),
  sensitive('br.2', 'agree', 'opening', 'closing'),
  item('ro.1', 'agree', 'half'),
  item('ro.2', 'agree', 'half'),
  sensitive('tr.1', 'agree', 'half', 'closing'),
  sensitive('tr.2', 'agree', 'half'),
  sensitive('tr.3', 'agree', 'half'),
  item('re.1', 'agree', 'half', 'closing'),
  item('re.2', 'more', 'half', 'closing'),
  item('re.3', 'given', 'closing'),
  item('re.4', 'agree', 'closing'),
  item('bu.1', 'pace', 'half', 'closing'),
  item('fo.1', 'worth', 'forum', 'team'),
  item('fo.2', 'more', 'forum', 'team'),
  item('ts.1', 'agree', 'team'),
];

/** The items asked at one moment, in order. */
export function itemsAt(moment: Moment): PulseItem[] {
  return pulseItems.filter((each) => each.moments.includes(moment));
}

/** The names of a scale's choices, in order. An answer is stored by its place here. Several may be chosen from `given`. */
export function choices(content: Content, scale: Scale): string[] {
  return content.plain(`scale.${scale}`).split('\n');
}
