// The list of pairs that are ruled out, on top of the preview: looked through, and lifted one by one. What is lifted shows in the preview below.
import { remembered } from '../../../platform/slack/inputs.ts';
import type { Answer, Ears, Press, Pressed } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as forbiddenPairs from '../forbidden-pairs.ts';
import { type Preview, propose } from '../propose.ts';
import { type AboutForm, aboutForm, lookOf } from './about.ts';
import { lift } from './lift.ts';
import { sayRefusal } from './outcomes.ts';
import { CONTROL } from './preview-controls.ts';
import { inPreview } from './preview-ears.ts';
import { RULED_OUT, type RuledOut, ruledOutModal } from './ruled-out-view.ts';
import { see } from './see.ts';
import { show } from './show-preview.ts';

const onRuledOut = inPreview(async (tools, { user, view, triggerId }, about) => {
  const seen = await see(tools, about.proposal, user);
  if (!seen.ok) return { text: sayRefusal(tools.content, seen) };
  const list = await listOf(tools, seen.preview, { about: { ...about, root: view.id }, page: 0 });
  return (await tools.slack.pushModal(triggerId, list)).ok ? undefined : { text: tools.content.say('pairing.no-form') };
});

type InList = (
  tools: Tools,
  pressed: Pressed & { view: NonNullable<Pressed['view']> },
  on: { about: AboutForm; preview: Preview },
) => Promise<Answer | undefined>;

/** A press in the list, by somebody who may still see the round below it. */
function inList(act: InList): Press {
  return async (tools, pressed) => {
    const read = aboutForm.safeParse(remembered(pressed.view?.privateMetadata));
    if (!pressed.view || !read.success) return { text: tools.content.say('pairing.gone') };
    const seen = await see(tools, read.data.proposal, pressed.user);
    if (!seen.ok) return { text: sayRefusal(tools.content, seen) };
    return act(tools, { ...pressed, view: pressed.view }, { about: read.data, preview: seen.preview });
  };
}

const onPage = inList(async (tools, { value, view }, { about, preview }) =>
  listed(tools, view.id, await listOf(tools, preview, { about, page: Number.parseInt(value, 10) || 0 })),
);

const onLift = inList(async (tools, { user, value, view }, { about, preview }) => {
  const { programme, people } = preview;
  const done = await lift(tools, { programme: programme.id, id: value, by: user });
  if (!done.ok && done.because === 'not-organiser') return { text: tools.content.say('pairing.not-organiser') };
  if (!done.ok)
    return listed(
      tools,
      view.id,
      await listOf(tools, preview, { about, page: 0, notice: tools.content.say('pairing.preview.ruled-out.gone') }),
    );
  const [name = '…', other = '…'] = done.leaders.map((leader) => people.get(leader)?.name);
  const notice = tools.content.say('pairing.preview.lifted', { name, other });
  const proposed = await propose(tools, programme, user);
  if (proposed.ok)
    await show(tools, { user, view: about.root }, { preview: proposed.preview, looking: { ...lookOf(about), notice: { text: notice } } });
  const now = proposed.ok ? proposed.preview : preview;
  return listed(tools, view.id, await listOf(tools, now, { about: { ...about, revision: now.proposal.revision }, page: 0, notice }));
});

async function listed(tools: Tools, view: string, list: ReturnType<typeof ruledOutModal>): Promise<Answer | undefined> {
  return (await tools.slack.updateModal(view, list)).ok ? undefined : { text: tools.content.say('pairing.unseen') };
}

async function listOf(
  tools: Tools,
  { programme, people }: Preview,
  { about, page, notice }: { about: AboutForm; page: number; notice?: string },
): Promise<ReturnType<typeof ruledOutModal>> {
  const pairs = (await forbiddenPairs.standing(tools.db, programme.id)).flatMap(({ leaders, ...rule }): RuledOut[] => {
    const [name, other] = leaders.map((leader) => people.get(leader)?.name);
    // Of somebody who has left the programme, nothing can be lifted that would matter.
    return name !== undefined && other !== undefined ? [{ ...rule, name, other }] : [];
  });
  const form = { ...about, group: undefined, wish: undefined };
  return ruledOutModal(tools.content, form, { pairs, zone: programme.timeZone, page, ...(notice && { notice }) });
}

export const ruledOutPresses: NonNullable<Ears['presses']> = {
  [CONTROL.ruledOut]: onRuledOut,
  [`${RULED_OUT.page}-back`]: onPage,
  [`${RULED_OUT.page}-next`]: onPage,
  [RULED_OUT.lift]: onLift,
};
