// What is heard about commitments: the words `commit` and `commitments`, and the buttons beside one. In a check-in the next question takes the place
// of the buttons; in the list, the list is drawn anew. What happens in the forms stands in form-ears.ts.
import type { ModalView } from '@slack/types';
import type { Ears, Hear, Press, Pressed, Answer as Said } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { openForm } from '../../founding/forms.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { inProgramme } from '../../founding/which.ts';
import { redrawCards } from '../meetings/redraw-cards.ts';
import * as forms from './forms.ts';
import { listModal } from './list-view.ts';
import type { Answer } from './plan.ts';
import { look } from './scene.ts';
import { listOf } from './see-commitments.ts';
import type { Settled } from './settle.ts';
import * as settle from './settle.ts';
import { keepToMyself, type Shared, shareCommitment } from './share.ts';
import { showStep } from './show.ts';
import { readValue } from './values.ts';

const commitWord = inProgramme('coaching.commit-in', 'leader', async (tools, { user, triggerId }, programme) => {
  const form = await forms.forNew(tools, user, programme);
  return 'text' in form ? form : openForm(tools, triggerId, form);
});

/** `/coachingpairs commit` */
export const onCommit = commitWord.hear;

/** `/coachingpairs commitments` */
export const onCommitments: Hear = async (tools, { user, triggerId }) => openForm(tools, triggerId, await listFor(tools, user));

const onList: Press = async (tools, pressed) => showForm(tools, pressed, await listFor(tools, pressed.user));

/** "A new commitment", in the list or on the Home tab. */
const onNew: Press = async (tools, pressed) => {
  const programme: Programme | undefined = await programmes.find(tools.db, tools.workspace, pressed.value);
  if (!programme) return { text: tools.content.say('founding.gone') };
  const form = await forms.forNew(tools, pressed.user, programme);
  return 'text' in form ? form : showForm(tools, pressed, form);
};

/** "Write it", in a check-in. */
const onWrite: Press = async (tools, pressed) => formOr(tools, pressed, await forms.forCheckin(tools, pressed));
const onSmaller: Press = async (tools, pressed) => formOr(tools, pressed, await forms.forSmaller(tools, pressed));
const onNoticed: Press = async (tools, pressed) => formOr(tools, pressed, await forms.forNoticed(tools, pressed));

/** "Done", "Partly", "Not yet", "Let it go". In the list, what was kept is followed by the line about what they noticed. */
function onHow(given: Answer): Press {
  return async (tools, pressed) => {
    const { commitment: id, fortnight } = readValue(pressed.value);
    const done = await settle.tellHow(tools, { user: pressed.user, id }, { given, fortnight: fortnight || undefined });
    const asked = done.ok && fortnight === 0 && (given === 'done' || given === 'partly');
    // A card that went out says how it was then; only what was let go is taken off it.
    const told = done.ok && given !== 'let-go' ? ({ ok: true } as const) : done;
    return asked ? onNoticed(tools, pressed) : shown(tools, pressed, told);
  };
}

const onKeep: Press = async (tools, pressed) =>
  shown(tools, pressed, await settle.carryOn(tools, { user: pressed.user, id: readValue(pressed.value).commitment }, 'keep'));

const onSkip: Press = async (tools, pressed) =>
  shown(tools, pressed, await settle.notice(tools, { user: pressed.user, id: readValue(pressed.value).commitment }, ''));

const onReopen: Press = async (tools, pressed) =>
  shown(tools, pressed, await settle.openAgain(tools, { user: pressed.user, id: readValue(pressed.value).commitment }));

const onShare: Press = async (tools, pressed) =>
  shown(tools, pressed, await shareCommitment(tools, { user: pressed.user, id: pressed.value }));
const onUnshare: Press = async (tools, pressed) =>
  shown(tools, pressed, await keepToMyself(tools, { user: pressed.user, id: pressed.value }));

export const commitmentPresses: NonNullable<Ears['presses']> = {
  'coaching.commit-in': commitWord.press,
  'coaching.commit-new': onNew,
  'coaching.commit': onWrite,
  'coaching.commitments': onList,
  'coaching.commitment-done': onHow('done'),
  'coaching.commitment-partly': onHow('partly'),
  'coaching.commitment-not-yet': onHow('not-yet'),
  'coaching.commitment-let-go': onHow('let-go'),
  'coaching.commitment-keep': onKeep,
  'coaching.commitment-smaller': onSmaller,
  'coaching.commitment-noticed': onNoticed,
  'coaching.commitment-skip': onSkip,
  'coaching.commitment-reopen': onReopen,
  'coaching.commitment-share': onShare,
  'coaching.commitment-unshare': onUnshare,
};

/** What follows: in a check-in its next question, in the list the list. */
async function shown(tools: Tools, pressed: Pressed, done: Settled | Shared): Promise<Said | undefined> {
  if (!done.ok) return { text: tools.content.say(`coaching.commitment.${done.because}`) };
  const { pair, fortnight } = readValue(pressed.value);
  if (done.concerned) await redrawCards(tools, { user: pressed.user, pair: done.concerned }, tools.now());
  if (fortnight === 0) return pressed.view?.callbackId.startsWith('coaching.') ? onList(tools, pressed) : undefined;
  const looked = await look(tools, tools.db, { user: pressed.user, pair, fortnight }, tools.now());
  if (!looked.ok) return { text: tools.content.say(`coaching.checkin.${looked.because}`, looked.blanks) };
  return showStep(tools, pressed, looked.scene);
}

async function formOr(tools: Tools, pressed: Pressed, form: ModalView | Said): Promise<Said | undefined> {
  return 'text' in form ? form : showForm(tools, pressed, form);
}

/** In the modal where the button was pressed; from elsewhere (a message, the Home tab) as a modal of its own. */
async function showForm(tools: Tools, { view, triggerId }: Pressed, form: ModalView): Promise<Said | undefined> {
  if (!view?.callbackId.startsWith('coaching.')) return openForm(tools, triggerId, form);
  const updated = await tools.slack.updateModal(view.id, form, view.hash);
  return updated.ok ? undefined : { text: tools.content.say('coaching.no-form') };
}

async function listFor(tools: Tools, user: string): Promise<ModalView> {
  return listModal(tools.content, await listOf(tools, user, tools.now()));
}
