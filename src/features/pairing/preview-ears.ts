// What the preview listens to while it is looked at: turning pages, changing, throwing away. Rights and revision are asked again at every
// press; what the modal remembers is only believed once it has been found again.
import type { ModalView } from '@slack/types';
import type { Answer, Ears, Press, Pressed } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import { about, parsed } from './about.ts';
import { changeModal, leaveOutModal } from './change-view.ts';
import { discard } from './discard.ts';
import { edit, type Wish } from './edit.ts';
import { causeOf, sayRefusal, viewAfter } from './outcomes.ts';
import { type About, CONTROL, previewModal } from './preview-view.ts';
import { see } from './see.ts';
import { toldModal } from './told-view.ts';

type WithAbout = (tools: Tools, pressed: Pressed & { view: NonNullable<Pressed['view']> }, about: About) => Promise<Answer | undefined>;

/** A press in the preview; one without a readable preview around it is from a client that is not Slack's. */
function inPreview(act: WithAbout): Press {
  return async (tools, pressed) => {
    const read = about.safeParse(parsed(pressed.view?.privateMetadata));
    if (!pressed.view || !read.success) return { text: tools.content.say('pairing.gone') };
    return act(tools, { ...pressed, view: pressed.view }, read.data);
  };
}

const onPage = inPreview(async (tools, { user, value, view }, { proposal }) => {
  const seen = await see(tools, proposal, user);
  const page = Number.parseInt(value, 10) || 0;
  return show(tools, view.id, seen.ok ? previewModal(tools.content, seen.preview, { page }) : toldModal(sayRefusal(tools.content, seen)));
});

/** A change that needs no form. */
function onEdit(wish: Wish): Press {
  return inPreview(async (tools, { user, view }, { proposal, revision, page }) => {
    const done = await edit(tools, { proposal, revision, by: user, wish });
    if (!done.ok && done.because === 'impossible')
      return { text: tools.content.say('pairing.change.impossible', { cause: causeOf(tools.content, done.causes) }) };
    return show(tools, view.id, viewAfter(tools.content, done, page));
  });
}

const onChange = inPreview(async (tools, { user, value, view, triggerId }, { proposal, page }) => {
  const seen = await see(tools, proposal, user);
  if (!seen.ok) return { text: sayRefusal(tools.content, seen) };
  const { plan } = seen.preview.proposal.drawn;
  const pair = plan.possible ? plan.pairs.find(({ leaders }) => leaders.includes(value)) : undefined;
  const members = pair?.leaders.map((leader) => seen.preview.people.get(leader)).filter((person) => person !== undefined) ?? [];
  if (!pair) return { text: tools.content.say('pairing.gone') };
  const form = { proposal, revision: seen.preview.proposal.revision, page, root: view.id, group: [...pair.leaders] };
  return push(tools, triggerId, changeModal(tools.content, form, members));
});

const onLeaveOut = inPreview(async (tools, { user, view, triggerId }, { proposal, revision, page }) => {
  const seen = await see(tools, proposal, user);
  if (!seen.ok) return { text: sayRefusal(tools.content, seen) };
  return push(tools, triggerId, leaveOutModal(tools.content, { proposal, revision, page, root: view.id }));
});

const onDiscard = inPreview(async (tools, { user, view }, { proposal }) => {
  const done = await discard(tools, { proposal, by: user });
  const text = done.ok ? tools.content.say('pairing.discarded') : sayRefusal(tools.content, done);
  return show(tools, view.id, toldModal(text));
});

/** Shows the round, or says that it could not be shown. */
async function show(tools: Tools, view: string, next: ModalView): Promise<Answer | undefined> {
  return (await tools.slack.updateModal(view, next)).ok ? undefined : { text: tools.content.say('pairing.unseen') };
}

async function push(tools: Tools, triggerId: string, form: ModalView): Promise<Answer | undefined> {
  return (await tools.slack.pushModal(triggerId, form)).ok ? undefined : { text: tools.content.say('pairing.no-form') };
}

export const previewPresses: NonNullable<Ears['presses']> = {
  [`${CONTROL.page}-back`]: onPage,
  [`${CONTROL.page}-next`]: onPage,
  [CONTROL.change]: onChange,
  [CONTROL.leaveOut]: onLeaveOut,
  [CONTROL.redraw]: onEdit({ what: 'redraw' }),
  [CONTROL.undo]: onEdit({ what: 'undo' }),
  [CONTROL.reset]: onEdit({ what: 'reset' }),
  [CONTROL.discard]: onDiscard,
};
