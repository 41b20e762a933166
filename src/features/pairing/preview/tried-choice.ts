// What was chosen in the form about one pair, read out of it: a change to try, or what is still missing at a field. Pure.
import type { Content } from '../../../platform/content/load.ts';
import { choiceIn, personIn } from '../../../platform/slack/inputs.ts';
import type { Reply, Submitted } from '../../../platform/slack/spoken.ts';
import type { Tried } from './about.ts';
import { FIELD } from './change-view.ts';

/** What was chosen about one pair, or what is still missing. */
export function chosenIn(
  { content }: { content: Content },
  group: readonly string[],
  state: Submitted['state'],
): Tried | Extract<Reply, { then: 'errors' }> {
  const [what, ...places] = (choiceIn(state, FIELD.what) ?? '').split(':');
  const [one, other] = places.map((place) => group[Number(place)]);
  const withUser = personIn(state, FIELD.whom) ?? '';
  if (what === 'keep') return { what, group: [...group] };
  if (what === 'out' && one) return { what: 'leave-out', leader: one };
  if (what === 'partner' && one) return { what, leader: one, withUser };
  if (what === 'swap' && one) return withUser ? { what, leader: one, withUser } : atField(FIELD.whom, content.plain('pairing.change.whom'));
  if (what === 'apart' && one && other && one !== other) return { what: 'forbid', pair: [one, other] };
  return atField(FIELD.what, content.plain('pairing.change.choose'));
}

export function atField(field: string, text: string): Extract<Reply, { then: 'errors' }> {
  return { then: 'errors', errors: { [field]: text } };
}
