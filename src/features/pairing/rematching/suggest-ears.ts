// [Suggest a match]: what the bot would do, in a form, and the press that has it done.

import { z } from 'zod';
import { remembered } from '../../../platform/slack/inputs.ts';
import type { Answer, Ears, Press, Submit } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Because } from '../plan.ts';
import { withoutWishes } from '../preview/told-wishes.ts';
import type { Named } from '../said.ts';
import { SUGGEST } from './letters.ts';
import { agreeTo, type Suggested, suggest } from './suggest.ts';
import { SUGGESTION, type Suggestion, suggestedModal, suggestionModal } from './suggestion-view.ts';

const aboutShape = z.object({ wish: z.string(), mark: z.string() });

/** Slack gives three seconds: where it may take longer, a form that says so comes first. */
const onSuggest: Press = async (tools, { user, value, triggerId }): Promise<Answer | undefined> => {
  const { content } = tools;
  const opened = await tools.slack.openModal(triggerId, suggestedModal(content.say('pairing.repair.suggest.loading')));
  const suggested = await suggest(tools, { id: value, user });
  const view = suggested.ok ? suggestionModal(content, suggestionOf(suggested)) : suggestedModal(refusal(tools, suggested.because));
  const shown = opened.ok ? await tools.slack.updateModal(opened.value.id, view) : opened;
  if (shown.ok) return undefined;
  return { text: suggested.ok ? content.say('pairing.no-form') : refusal(tools, suggested.because) };
};

const onAgree: Submit = async (tools, { user, privateMetadata }) => {
  const about = aboutShape.safeParse(remembered(privateMetadata));
  if (!about.success) return { then: 'update', view: suggestedModal(refusal(tools, 'settled')) };
  const { wish: id, mark } = about.data;
  const done = await agreeTo(tools, { id, user, mark });
  if (done.ok) return { then: 'update', view: suggestedModal(tools.content.say('pairing.repair.suggest.done')) };
  if (done.because === 'changed') return { then: 'update', view: suggestionModal(tools.content, suggestionOf(done.suggested), 'changed') };
  return { then: 'update', view: suggestedModal(refusal(tools, done.because)) };
};

function refusal({ content }: Pick<Tools, 'content'>, because: 'not-organiser' | 'settled'): string {
  return content.say(because === 'settled' ? 'pairing.repair.suggest.settled' : 'pairing.not-organiser');
}

function suggestionOf({ wish, thought }: Extract<Suggested, { ok: true }>): Suggestion {
  const { look, mended } = thought;
  const named = (leaders: readonly string[]): Named[] =>
    leaders.map((leader) => look.gathered.people.get(leader)).filter((each) => each !== undefined);
  const causes: readonly Because[] = mended.refusals.flatMap((each) => each.causes);
  const own = (group: readonly string[]) => group.includes(wish.leader);
  const after = new Set(mended.after.map((group) => [...group].sort().join()));
  const others = mended.before.filter((group) => !own(group) && !after.has([...group].sort().join()));
  return {
    name: named([wish.leader])[0]?.name ?? '',
    wish: wish.id,
    mark: look.mark,
    made: mended.made.map(({ leaders, reasons, compromises }) => ({
      members: named(leaders),
      // Another wish, another pair, and another look: nobody's wishes are told here.
      reasons: withoutWishes(reasons),
      compromises,
    })),
    others: others.map(named),
    causes,
  };
}

export const suggestPresses: NonNullable<Ears['presses']> = { [SUGGEST]: onSuggest };
export const suggestForms: NonNullable<Ears['submits']> = { [SUGGESTION]: onAgree };
