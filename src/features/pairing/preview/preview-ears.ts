// What the preview listens to while it is looked at: finding somebody, turning pages, drawing again, taking back, throwing away. Rights and
// revision are asked again at every press; what the modal remembers is only believed once it has been found again.
import { remembered } from '../../../platform/slack/inputs.ts';
import type { Answer, Ears, Press, Pressed } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Preview } from '../propose.ts';
import { type About, about, type Look } from './about.ts';
import { discard } from './discard.ts';
import { edit } from './edit.ts';
import { foundBy } from './found-pairs.ts';
import { causeOf, outcomeOf, sayRefusal } from './outcomes.ts';
import { CONTROL } from './preview-controls.ts';
import type { Notice } from './preview-view.ts';
import { see } from './see.ts';
import { type Outcome, show } from './show-preview.ts';
import type { Wish } from './thought.ts';

type InPreview = (tools: Tools, pressed: Pressed & { view: NonNullable<Pressed['view']> }, about: About) => Promise<Answer | undefined>;

/** A press in the preview; one without a readable preview around it is from a client that is not Slack's. */
export function inPreview(act: InPreview): Press {
  return async (tools, pressed) => {
    const read = about.safeParse(remembered(pressed.view?.privateMetadata));
    if (!pressed.view || !read.success) return { text: tools.content.say('pairing.gone') };
    return act(tools, { ...pressed, view: pressed.view }, read.data);
  };
}

/** Another part of the round: nothing is changed, and a round that another organiser has changed meanwhile is shown as it is now. */
function looking(
  at: (value: string, preview: Preview, about: About) => Partial<Look> & { notice?: Notice | undefined; id?: string },
): Press {
  return inPreview(async (tools, { user, value, view }, about) => {
    const seen = await see(tools, about.proposal, user);
    if (!seen.ok) return shown(tools, { user, view: view.id }, { told: sayRefusal(tools.content, seen), proposal: about.proposal });
    const { id, ...look } = at(value, seen.preview, about);
    const told = seen.preview.proposal.revision === about.revision ? undefined : ('changed' as const);
    const notice = id ? { text: tools.content.say(id) } : told;
    return shown(tools, { user, view: view.id }, { preview: seen.preview, looking: { ...look, notice } });
  });
}

const onPage = looking((value, _, { only, at }) => ({ page: Number.parseInt(value, 10) || 0, only, at }));
const onAll = looking(() => ({ page: 0 }));
const onOnly = looking((value) => ({ page: 0, ...((value === 'compromise' || value === 'changed') && { only: value }) }));

const onFind = looking((value, { people }, { page, only }) => {
  const found = [...people.values()].find(({ user }) => user === value);
  return found ? { page: 0, at: [found.id] } : { page, only, id: 'pairing.preview.find.stranger' };
});

const onFindText = looking((value, preview, { page, only }) => {
  if (value.trim() === '') return { page: 0 };
  const { leaders, more } = foundBy(preview, value);
  if (leaders.length === 0) return { page, only, id: 'pairing.preview.find.none' };
  return { page: 0, at: leaders, ...(more && { id: 'pairing.preview.find.more' }) };
});

/** A change that needs no form. */
function onEdit(wish: Wish): Press {
  return inPreview(async (tools, { user, view }, about) => {
    const done = await edit(tools, { proposal: about.proposal, revision: about.revision, by: user, wish });
    if (!done.ok && done.because === 'impossible')
      return { text: tools.content.say('pairing.change.impossible', { cause: causeOf(tools.content, done.causes) }) };
    return shown(tools, { user, view: view.id }, outcomeOf(tools.content, done, about));
  });
}

const onDiscard = inPreview(async (tools, { user, view }, { proposal }) => {
  const done = await discard(tools, { proposal, by: user });
  const told = done.ok ? tools.content.say('pairing.discarded') : sayRefusal(tools.content, done);
  return shown(tools, { user, view: view.id }, { told, proposal });
});

/** Shows it, or says that it could not be shown. */
export async function shown(tools: Tools, onlooker: { user: string; view: string }, outcome: Outcome): Promise<Answer | undefined> {
  return (await show(tools, onlooker, outcome)) ? undefined : { text: tools.content.say('pairing.unseen') };
}

export const previewPresses: NonNullable<Ears['presses']> = {
  [`${CONTROL.page}-back`]: onPage,
  [`${CONTROL.page}-next`]: onPage,
  [CONTROL.find]: onFind,
  [CONTROL.findText]: onFindText,
  [CONTROL.only]: onOnly,
  [CONTROL.all]: onAll,
  [CONTROL.redraw]: onEdit({ what: 'redraw' }),
  [CONTROL.undo]: onEdit({ what: 'undo' }),
  [CONTROL.reset]: onEdit({ what: 'reset' }),
  [CONTROL.discard]: onDiscard,
};
