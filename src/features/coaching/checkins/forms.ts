// Fills the forms of commitments for somebody who pressed a button, or says why there is nothing to fill in. A form carries ids only, and from
// where it was opened, so that what follows can be shown there.
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { recall } from '../../../platform/slack/inputs.ts';
import type { Pressed, Answer as Said } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as places from '../places.ts';
import * as commitments from './commitments.ts';
import { commitForm, noticedForm, smallerForm } from './form-view.ts';
import { listModal } from './list-view.ts';
import { MOST_OPEN } from './plan.ts';
import { presentOf } from './present.ts';
import { look, type Scene, type Wanted } from './scene.ts';
import { listOf, one, sharedWithNames } from './see-commitments.ts';
import { readValue } from './values.ts';

/** What a form is about, and where it was opened: under a message, in a check-in's modal, or from the list of commitments. */
const aboutShape = z.object({
  id: z.string(),
  pair: z.string(),
  fortnight: z.number(),
  from: z.enum(['message', 'modal', 'list']),
});

export type About = z.infer<typeof aboutShape>;

export function readAbout(metadata: string): About {
  return recall(aboutShape, metadata);
}

/** The form for a new commitment in the present fortnight; the list instead, where two are open. */
export async function forNew(tools: Tools, user: string, programme: Programme): Promise<ModalView | Said> {
  const now = tools.now();
  const present = await presentOf(tools, user, programme, now);
  if (!present.ok) return { text: tools.content.say(`coaching.checkin.${present.because}`, present.blanks) };
  return forFortnight(tools, present.wanted, 'list');
}

/** The same in the course of a check-in. */
export async function forCheckin(tools: Tools, { user, value, view }: Pressed): Promise<ModalView | Said> {
  const { pair, fortnight } = readValue(value);
  return forFortnight(tools, { user, pair, fortnight }, view ? 'modal' : 'message');
}

async function forFortnight(tools: Tools, wanted: Wanted, from: About['from']): Promise<ModalView | Said> {
  const now = tools.now();
  const looked = await look(tools, tools.db, wanted, now);
  if (!looked.ok) return { text: tools.content.say(`coaching.checkin.${looked.because}`, looked.blanks) };
  const { leader, pair, fortnight } = looked.scene;
  if ((await commitments.openOf(tools.db, leader.id)).length >= MOST_OPEN)
    return listModal(tools.content, { ...(await listOf(tools, wanted.user, now)), full: true });
  return commitForm(tools.content, companyOf(looked.scene), JSON.stringify({ id: tools.newId(), pair: pair.id, fortnight, from }));
}

/** The form with a commitment's words in it, to make them smaller. */
export async function forSmaller(tools: Tools, pressed: Pressed): Promise<ModalView | Said> {
  const { found, about } = await ofOne(tools, pressed);
  if (!found?.words) return { text: tools.content.say('coaching.commitment.gone') };
  const { words, commitment } = found;
  const all = await places.ofPerson(tools.db, tools.workspace, pressed.user, tools.now());
  const match = all.find(({ leader }) => leader.id === commitment.leader)?.match;
  const sharedWith = sharedWithNames(commitment, match);
  return smallerForm(tools.content, { about, words, ...(sharedWith && { sharedWith }) });
}

/** The form for a line about what they noticed. */
export async function forNoticed(tools: Tools, pressed: Pressed): Promise<ModalView | Said> {
  const { found, about } = await ofOne(tools, pressed);
  if (!found) return { text: tools.content.say('coaching.commitment.gone') };
  return noticedForm(tools.content, { about, words: found.words });
}

async function ofOne(tools: Tools, { user, value, view }: Pressed) {
  const { commitment: id, pair, fortnight } = readValue(value);
  const from = fortnight === 0 ? 'list' : view ? 'modal' : 'message';
  return { found: await one(tools, tools.db, { user, id }), about: JSON.stringify({ id, pair, fortnight, from }) };
}

function companyOf({ partners }: Scene) {
  return { partners: partners.map(({ name }) => name) };
}
