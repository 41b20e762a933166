// The ways into meetings: by a button that names a pair, by a fortnight's question, by a word. Each finds the pair of whoever acts, or says why there
// is none; nothing in a button is trusted.

import type { ModalView } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Answer, Pressed } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { openForm } from '../../founding/forms.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as leaders from '../../joining/leaders.ts';
import * as places from '../places.ts';
import * as prompts from '../prompts.ts';
import { type Remark, toldMessage } from './meeting-view.ts';
import { type OurPair, ourPair } from './our-pair.ts';

/** What a button here carries: a pair, and the fortnight it stood beside. */
export interface Meant {
  pair: string;
  fortnight?: number;
}

/** Reads `pair` or `pair:fortnight`; what else may follow is somebody else's. */
export function meant(value: string): Meant {
  const [pair = '', n = ''] = value.split(':');
  const fortnight = Number(n);
  return { pair, ...(n !== '' && Number.isInteger(fortnight) && fortnight >= 1 && fortnight <= 13 && { fortnight }) };
}

/** Opens what `view` makes of the pressed pair; in the modal where it was pressed, else as a modal of its own. */
export async function withPair(
  tools: Tools,
  pressed: Pressed,
  pair: string,
  view: (ours: OurPair, now: Temporal.Instant) => ModalView | Promise<ModalView>,
): Promise<Answer | undefined> {
  const now = tools.now();
  const ours = await ourPair(tools, { user: pressed.user, pair }, now);
  if (!ours) return told(tools, { id: 'coaching.meeting.not-yours' });
  return show(tools, pressed, await view(ours, now));
}

/** In the modal where the button was pressed; from elsewhere (a message, the Home tab) as a modal of its own. */
export async function show(
  tools: Tools,
  { view, triggerId }: Pick<Pressed, 'view' | 'triggerId'>,
  next: ModalView,
): Promise<Answer | undefined> {
  if (!view?.callbackId.startsWith('coaching.')) return openForm(tools, triggerId, next);
  const shown = await tools.slack.updateModal(view.id, next, view.hash);
  return shown.ok ? undefined : { text: tools.content.say('coaching.no-form') };
}

export function told({ content }: Pick<Tools, 'content'>, remark: Remark): Answer {
  return toldMessage(content, remark);
}

/** The pair of a leader in one programme, for a word that was typed there; the sentence to say where there is none. */
export async function pairIn(tools: Tools, user: string, programme: Programme): Promise<{ ours: OurPair } | { because: string }> {
  const now = tools.now();
  const leader = await leaders.find(tools.db, programme.id, user);
  if (!leader || leader.leftAt !== null) return { because: 'coaching.meeting.not-in' };
  const { match } = await places.ofLeader(tools.db, programme, leader, now);
  const ours = match && (await ourPair(tools, { user, pair: match.pair.id }, now));
  return ours ? { ours } : { because: 'coaching.meeting.no-pair' };
}

/** The pair to which a fortnight's question belongs, if the question is of `user`. */
export async function pairOfPrompt({ db, workspace }: Tools, user: string, id: string): Promise<string | undefined> {
  const prompt = await prompts.byId(db, workspace, id);
  return prompt?.user === user ? prompt.pair : undefined;
}
