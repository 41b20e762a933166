// Approving: the last look before everyone hears, and what becomes of it. The outcome is shown in the preview under the form.
import { Temporal } from 'temporal-polyfill';
import { dayOf, sayDay } from '../../../platform/clock.ts';
import { choiceIn, recall } from '../../../platform/slack/inputs.ts';
import type { Ears, Submit } from '../../../platform/slack/spoken.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import { approve } from '../approve.ts';
import { confirmBy } from '../calendar.ts';
import { listEdits } from '../said.ts';
import { about, aboutForm, lookOf } from './about.ts';
import { approveModal, FIELD, FORM } from './change-view.ts';
import { approvedForGathering } from './gathering-ears.ts';
import { AT_GATHERING, overAt } from './gathering-view.ts';
import { sayApproved, sayRefusal } from './outcomes.ts';
import { CONTROL } from './preview-controls.ts';
import { see } from './see.ts';
import { remember, viewOf } from './show-preview.ts';
import { below } from './trying-ears.ts';

/** "Approve…" asks once more: who hears what, and how. A round that has changed since it was shown is shown again instead. */
const onPreviewForm: Submit = async (tools, { user, viewId, privateMetadata }) => {
  const { proposal, revision, ...look } = recall(about, privateMetadata);
  const seen = await see(tools, proposal, user);
  if (!seen.ok) return { then: 'update', view: viewOf(tools, { told: sayRefusal(tools.content, seen) }) };
  const { preview } = seen;
  if (preview.proposal.revision !== revision) {
    const outcome = { preview, looking: { ...look, notice: 'other' as const } };
    await remember(tools, { user, view: viewId }, outcome);
    return { then: 'update', view: viewOf(tools, outcome) };
  }
  const { programme, dueOn, today, running, people, gathering } = preview;
  const by = confirmBy(programme, await pauseWeeks.of(tools.db, programme.id), tools.now());
  const { plan, before } = preview.proposal.drawn;
  const approving = {
    leaders: plan.possible ? plan.totals.leaders : 0,
    by: sayDay(dayOf(by, programme.timeZone)),
    ends: running !== undefined,
    ...(gathering && { gathering: overAt(gathering, programme) }),
    ...(Temporal.PlainDate.compare(dueOn, today) > 0 && { early: sayDay(dueOn) }),
    changes: listEdits(tools.content, preview.proposal.edits, people),
    ...(before?.by && before.by !== user && { byOther: `<@${before.by}>` }),
  };
  return { then: 'push', view: approveModal(tools.content, { proposal, revision, ...look, root: viewId }, approving) };
};

const onApproveForm: Submit = async (tools, { user, privateMetadata, state }) => {
  const asked = recall(aboutForm, privateMetadata);
  if (choiceIn(state, FIELD.telling) === AT_GATHERING) return approvedForGathering(tools, user, asked);
  const { proposal, revision, root, ...form } = asked;
  const telling = choiceIn(state, FIELD.telling) === 'announce-now' ? 'announce-now' : 'partners-first';
  const done = await approve(tools, { proposal, revision, telling, by: user });
  const onlooker = { user, view: root };
  if (done.ok) return below(tools, onlooker, { told: sayApproved(tools.content, done.begun), proposal });
  if (!('preview' in done)) return below(tools, onlooker, { told: sayRefusal(tools.content, done), proposal });
  return below(tools, onlooker, { preview: done.preview, looking: { ...lookOf(form), notice: done.because } });
};

export const previewForms: NonNullable<Ears['submits']> = { [CONTROL.form]: onPreviewForm, [FORM.approve]: onApproveForm };
