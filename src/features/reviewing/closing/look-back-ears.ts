// What is heard about looking back: the form, what was written in it, the questions for the last meeting, and the two last things passed over.
import { z } from 'zod';
import { recall, textIn } from '../../../platform/slack/inputs.ts';
import type { Press, Submit } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { openForm } from '../../founding/forms.ts';
import * as pairs from '../../pairing/pairs.ts';
import * as pulseAnswers from '../answers.ts';
import { answersIn, thenAndNow } from '../form-view.ts';
import { openIn } from '../standing.ts';
import { doneModal } from './box-view.ts';
import { keepLookBack, type LookBack, lookBackOf } from './look-back.ts';
import { lookBackForm, lookBackModal, togetherModal } from './look-back-views.ts';
import { type Closing, closingOf } from './place.ts';
import { LENGTHS, LOOKING_BACK } from './plan.ts';
import { refusal, refusalAt } from './refusals.ts';

const MOMENTS = ['then', 'now'] as const;

const onLookBack: Press = async (tools, { user, value, triggerId }) => {
  const found = await closingOf(tools, tools.db, { pair: value, user }, tools.now());
  if (!found.ok) {
    const view = await toRead(tools, user, value);
    return view ? openForm(tools, triggerId, view) : refusal(tools.content, found);
  }
  const { round, leader } = found.closing;
  const answers = await lookBackOf(tools, tools.db, { user, round: round.id, leader: leader.id });
  const taps = await tapsOf(tools, found.closing);
  return openForm(
    tools,
    triggerId,
    lookBackForm(tools.content, { pair: value, answers: answers === 'broken' ? {} : (answers ?? {}), taps }),
  );
};

/** Nothing in it is anybody's: it opens whoever presses, and as for a pair where they are in none. */
const onTogether: Press = async (tools, { user, value, triggerId }) => {
  const found = await closingOf(tools, tools.db, { pair: value, user }, tools.now());
  return openForm(tools, triggerId, togetherModal(tools.content, { trio: found.ok && found.closing.partners.length > 1 }));
};

const about = z.object({ pair: z.string() });

const onKeepLookBack: Submit = async (tools, { user, privateMetadata, state }) => {
  const { pair } = recall(about, privateMetadata);
  const written = LOOKING_BACK.map((id) => [id, textIn(state, id)] as const).filter(([, text]) => text !== '');
  const tapped = MOMENTS.filter((moment) => Object.keys(state).some((block) => block.startsWith(`${moment}.`)));
  const taps = new Map(tapped.map((moment) => [moment, { answers: answersIn(tools.content, state, moment) }]));
  const kept = await keepLookBack(tools, { user, pair, answers: Object.fromEntries(written) as LookBack, taps });
  if (!kept.ok) return refusalAt(tools.content, kept.because === 'too-long' ? kept.question : LOOKING_BACK[0], kept, LENGTHS.lookBack);
  return { then: 'update', view: doneModal('Look back', tools.content.say('reviewing.look-back.kept')) };
};

export const lookBackPresses: Record<string, Press> = {
  'reviewing.look-back': onLookBack,
  'reviewing.together': onTogether,
  'reviewing.close-skip': async ({ content }) => ({ text: content.say('reviewing.closing.skipped') }),
};

export const lookBackSubmits: Record<string, Submit> = { 'reviewing.look-back': onKeepLookBack };

/** What `user` wrote in a round that is over; nothing where they wrote nothing, or the pair is not theirs. */
async function toRead(tools: Tools, user: string, id: string) {
  const pair = await pairs.byId(tools.db, id);
  const own = pair?.members.find((member) => member.user === user && member.leftAt === null);
  const answers = pair && own && (await lookBackOf(tools, tools.db, { user, round: pair.round, leader: own.leader }));
  return answers && lookBackModal(tools.content, answers);
}

/** The self-check, as long as it counts. */
async function tapsOf(tools: Tools, { round, leader }: Closing) {
  const open = await openIn(tools, tools.db, { user: leader.user, round: round.id, pulse: 'closing' }, tools.now());
  if (!open.ok) return [];
  const given = await pulseAnswers.ofLeader(tools, tools.db, { round: round.id, leader: leader.id });
  const [then, now, before] = (['then', 'now', 'opening'] as const).map((moment) => given.get(moment)?.answers);
  return thenAndNow(tools.content, { ...(then && { then }), ...(now && { now }), ...(before && { before }) });
}
