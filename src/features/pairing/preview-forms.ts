// The forms on top of the preview: what to change about a pair, whom to leave out, and the last look before everyone hears. What comes out of
// them is shown in the preview under them.
import { Temporal } from 'temporal-polyfill';
import { dayOf, sayDay } from '../../platform/clock.ts';
import { choiceIn, personIn, textIn } from '../../platform/slack/inputs.ts';
import type { Ears, Reply, Submit, Submitted } from '../../platform/slack/spoken.ts';
import { cut } from '../../platform/slack/text.ts';
import type { Tools } from '../../platform/tools.ts';
import * as pauseWeeks from '../founding/pause-weeks.ts';
import { about, aboutForm, parsed } from './about.ts';
import { approve } from './approve.ts';
import { confirmBy } from './calendar.ts';
import { type AboutForm, approveModal, FIELD, FORM, REASON_LETTERS } from './change-view.ts';
import { edit, type Wish } from './edit.ts';
import { causeOf, sayApproved, sayRefusal, viewAfter } from './outcomes.ts';
import { CONTROL, previewModal } from './preview-view.ts';
import { see } from './see.ts';
import { toldModal } from './told-view.ts';

/** "Approve…" asks once more: who hears what, and how. */
const onPreviewForm: Submit = async (tools, { user, viewId, privateMetadata }) => {
  const { proposal, revision, page } = about.parse(parsed(privateMetadata));
  const seen = await see(tools, proposal, user);
  if (!seen.ok) return { then: 'update', view: toldModal(sayRefusal(tools.content, seen)) };
  const { preview } = seen;
  if (preview.proposal.revision !== revision)
    return { then: 'update', view: previewModal(tools.content, preview, { page, notice: 'other' }) };
  const { programme, dueOn, today, running } = preview;
  const now = tools.now();
  const by = confirmBy(programme, await pauseWeeks.of(tools.db, programme.id), now);
  const { plan } = preview.proposal.drawn;
  const approving = {
    leaders: plan.possible ? plan.totals.leaders : 0,
    by: sayDay(dayOf(by, programme.timeZone)),
    ends: running !== undefined,
    ...(Temporal.PlainDate.compare(dueOn, today) > 0 && { early: sayDay(dueOn) }),
  };
  return { then: 'push', view: approveModal(tools.content, { proposal, revision, page, root: viewId }, approving) };
};

const onApproveForm: Submit = async (tools, { user, privateMetadata, state }) => {
  const { proposal, revision, page, root } = aboutForm.parse(parsed(privateMetadata));
  const telling = choiceIn(state, FIELD.telling) === 'announce-now' ? 'announce-now' : 'partners-first';
  const done = await approve(tools, { proposal, revision, telling, by: user });
  if (done.ok) return onRoot(tools, root, toldModal(sayApproved(tools.content, done.begun)));
  if (!('preview' in done)) return onRoot(tools, root, toldModal(sayRefusal(tools.content, done)));
  return onRoot(tools, root, previewModal(tools.content, done.preview, { page, notice: done.because }));
};

const onChangeForm: Submit = async (tools, submitted) => {
  const form = aboutForm.parse(parsed(submitted.privateMetadata));
  const wish = wishOf(tools, form.group ?? [], submitted);
  return 'then' in wish ? wish : change(tools, submitted, form, wish);
};

const onLeaveOutForm: Submit = async (tools, submitted) => {
  const form = aboutForm.parse(parsed(submitted.privateMetadata));
  const user = personIn(submitted.state, FIELD.whom);
  if (!user) return atField(FIELD.whom, tools.content.plain('pairing.change.stranger'));
  return change(tools, submitted, form, { what: 'leave-out', user });
};

/** What was chosen about one pair, or what is still missing. */
function wishOf({ content }: Tools, group: readonly string[], { state }: Submitted): Wish | Extract<Reply, { then: 'errors' }> {
  const [what, ...places] = (choiceIn(state, FIELD.what) ?? '').split(':');
  const [one, other] = places.map((place) => group[Number(place)]);
  if (what === 'keep') return { what, group };
  if (what === 'out' && one) return { what: 'leave-out', leader: one };
  if (what === 'swap' && one) {
    const withUser = personIn(state, FIELD.whom);
    return withUser ? { what, leader: one, withUser } : atField(FIELD.whom, content.plain('pairing.change.whom'));
  }
  if (what === 'apart' && one && other && one !== other) {
    const reason = textIn(state, FIELD.why);
    if (reason === '') return atField(FIELD.why, content.plain('pairing.change.why'));
    return { what: 'forbid', pair: [one, other], reason: cut(reason, REASON_LETTERS) };
  }
  return atField(FIELD.what, content.plain('pairing.change.choose'));
}

async function change(tools: Tools, { user }: Submitted, { proposal, revision, page, root }: AboutForm, wish: Wish): Promise<Reply> {
  const done = await edit(tools, { proposal, revision, by: user, wish });
  if (!done.ok && (done.because === 'stranger' || done.because === 'same-pair'))
    return atField(FIELD.whom, tools.content.plain(`pairing.change.${done.because}`));
  if (!done.ok && done.because === 'impossible') {
    const field = wish.what === 'leave-out' && 'user' in wish ? FIELD.whom : FIELD.what;
    return atField(field, tools.content.plain('pairing.change.impossible', { cause: causeOf(tools.content, done.causes) }));
  }
  return onRoot(tools, root, viewAfter(tools.content, done, page));
}

/** Shows the outcome in the preview; where Slack will not change that, in the place of the form. */
async function onRoot(tools: Tools, root: string, view: Parameters<Tools['slack']['updateModal']>[1]): Promise<Reply> {
  return (await tools.slack.updateModal(root, view)).ok ? { then: 'close' } : { then: 'update', view };
}

function atField(field: string, text: string): Extract<Reply, { then: 'errors' }> {
  return { then: 'errors', errors: { [field]: text } };
}

export const previewForms: NonNullable<Ears['submits']> = {
  [CONTROL.form]: onPreviewForm,
  [FORM.approve]: onApproveForm,
  [FORM.change]: onChangeForm,
  [FORM.leaveOut]: onLeaveOutForm,
};
