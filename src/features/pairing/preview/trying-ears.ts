// The forms on top of the preview: what to change about a pair, whom to leave out, what it would come to, "Do it". What comes out of them is shown
// in the preview under them.
import { personIn, recall, remembered, textIn } from '../../../platform/slack/inputs.ts';
import type { Answer, Ears, Press, Pressed, Reply, Submit } from '../../../platform/slack/spoken.ts';
import { cut } from '../../../platform/slack/text.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type AboutForm, aboutForm } from './about.ts';
import { FIELD, FORM, leaveOutModal } from './change-view.ts';
import { COST, REASON_LETTERS } from './cost-view.ts';
import { edit } from './edit.ts';
import { causeOf, outcomeOf, sayRefusal } from './outcomes.ts';
import { CONTROL } from './preview-controls.ts';
import { inPreview, shown } from './preview-ears.ts';
import { see } from './see.ts';
import { type Outcome, show, viewOf } from './show-preview.ts';
import { atField, chosenIn } from './tried-choice.ts';
import { changeForm, costForm, type Formed, partnersForm, wishOf } from './trying.ts';

const onChange = inPreview(async (tools, { user, value, view, triggerId }, about) =>
  pushed(tools, triggerId, {
    formed: await changeForm(tools, { about: { ...about, root: view.id }, leader: value, user }),
    user,
    root: view.id,
  }),
);

const onLeaveOut = inPreview(async (tools, { user, view, triggerId }, about) => {
  const seen = await see(tools, about.proposal, user);
  const formed: Formed = seen.ok ? { ok: true, view: leaveOutModal(tools.content, { ...about, root: view.id }) } : seen;
  return pushed(tools, triggerId, { formed, user, root: view.id });
});

/** Where no round is possible, a button for each who is in its way. */
const onLeaveOutOne = inPreview(async (tools, { user, value, view, triggerId }, about) => {
  const formed = await costForm(tools, { about: { ...about, root: view.id }, wish: { what: 'leave-out', leader: value }, user });
  return pushed(tools, triggerId, { formed, user, root: view.id });
});

interface Forming {
  formed: Formed;
  user: string;
  root: string;
}

async function pushed(tools: Tools, triggerId: string, { formed, user, root }: Forming): Promise<Answer | undefined> {
  if (!formed.ok) return refusedPress(tools, { formed, user, root });
  return (await tools.slack.pushModal(triggerId, formed.view)).ok ? undefined : { text: tools.content.say('pairing.no-form') };
}

async function refusedPress(tools: Tools, { formed, user, root }: Forming): Promise<Answer | undefined> {
  if (formed.ok) return undefined;
  if (formed.because === 'impossible')
    return { text: tools.content.say('pairing.change.impossible', { cause: causeOf(tools.content, formed.causes) }) };
  if (formed.because !== 'other') return { text: sayRefusal(tools.content, formed) };
  return shown(tools, { user, view: root }, { preview: formed.preview, looking: { notice: 'other' } });
}

/** A press in a form on top of the preview: another form takes its place. */
function inForm(next: (tools: Tools, pressed: Pressed, about: AboutForm) => Promise<Formed>): Press {
  return async (tools, pressed) => {
    const read = aboutForm.safeParse(remembered(pressed.view?.privateMetadata));
    if (!pressed.view || !read.success) return { text: tools.content.say('pairing.gone') };
    const formed = await next(tools, pressed, read.data);
    if (!formed.ok) return refusedPress(tools, { formed, user: pressed.user, root: read.data.root });
    return (await tools.slack.updateModal(pressed.view.id, formed.view)).ok ? undefined : { text: tools.content.say('pairing.unseen') };
  };
}

const onSee = inForm(async (tools, { user, value }, about) => {
  if (about.wish?.what !== 'partner') return { ok: false, because: 'gone' };
  return costForm(tools, { about, wish: { ...about.wish, withUser: value }, user });
});

const onChoose = inForm(async (tools, { user }, about) => changeForm(tools, { about, leader: about.group?.[0] ?? '', user }));

const onChangeForm: Submit = async (tools, { user, privateMetadata, state }) => {
  const about = recall(aboutForm, privateMetadata);
  const wish = chosenIn(tools, about.group ?? [], state);
  if ('then' in wish) return wish;
  if (wish.what === 'partner' && wish.withUser === '')
    return formReply(tools, { formed: await partnersForm(tools, { about, leader: wish.leader, user }), user, root: about.root });
  return formReply(tools, { formed: await costForm(tools, { about, wish, user }), user, root: about.root });
};

const onLeaveOutForm: Submit = async (tools, { user, privateMetadata, state }) => {
  const about = recall(aboutForm, privateMetadata);
  const whom = personIn(state, FIELD.whom);
  const seen = await see(tools, about.proposal, user);
  if (!seen.ok) return formReply(tools, { formed: seen, user, root: about.root });
  const leader = [...seen.preview.people.values()].find((each) => each.user === whom)?.id;
  if (!leader) return atField(FIELD.whom, tools.content.plain('pairing.change.stranger'));
  const formed = await costForm(tools, { about, wish: { what: 'leave-out', leader }, user });
  return formReply(tools, { formed, user, root: about.root }, FIELD.whom);
};

/** The next form in the place of this one; what is wrong at its field; or, where the round has changed meanwhile, the preview below. */
async function formReply(tools: Tools, { formed, user, root }: Forming, field: string = FIELD.what): Promise<Reply> {
  if (formed.ok) return { then: 'update', view: formed.view };
  const { content } = tools;
  switch (formed.because) {
    case 'stranger':
    case 'same-pair':
      return atField(FIELD.whom, content.plain(`pairing.change.${formed.because}`));
    case 'impossible':
      return atField(field, content.plain('pairing.change.impossible', { cause: causeOf(content, formed.causes) }));
    case 'other':
      return below(tools, { user, view: root }, { preview: formed.preview, looking: { notice: 'other' } });
    default:
      return below(tools, { user, view: root }, { told: sayRefusal(content, formed) });
  }
}

const onCostForm: Submit = async (tools, { user, privateMetadata, state }) => {
  const about = recall(aboutForm, privateMetadata);
  const reason = cut(textIn(state, FIELD.why), REASON_LETTERS);
  if (!about.wish) return { then: 'close' };
  if (about.wish.what === 'forbid' && reason === '') return atField(FIELD.why, tools.content.plain('pairing.change.why'));
  const done = await edit(tools, { proposal: about.proposal, revision: about.revision, by: user, wish: wishOf(about.wish, reason) });
  if (done.ok || done.because !== 'impossible') return below(tools, { user, view: about.root }, outcomeOf(tools.content, done, about));
  const told = tools.content.say('pairing.change.impossible', { cause: causeOf(tools.content, done.causes) });
  return { then: 'update', view: viewOf(tools, { told }) };
};

/** Shows the outcome in the preview; where Slack will not change that, in the place of the form. */
export async function below(tools: Tools, onlooker: { user: string; view: string }, outcome: Outcome): Promise<Reply> {
  return (await show(tools, onlooker, outcome)) ? { then: 'close' } : { then: 'update', view: viewOf(tools, outcome) };
}

export const tryingPresses: NonNullable<Ears['presses']> = {
  [CONTROL.change]: onChange,
  [CONTROL.leaveOut]: onLeaveOut,
  [CONTROL.leaveOutOne]: onLeaveOutOne,
  [COST.see]: onSee,
  [COST.choose]: onChoose,
};

export const tryingForms: NonNullable<Ears['submits']> = {
  [FORM.change]: onChangeForm,
  [FORM.leaveOut]: onLeaveOutForm,
  [COST.form]: onCostForm,
};
