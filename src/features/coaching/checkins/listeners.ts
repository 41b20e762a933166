// What is heard about check-ins: the word `checkin`, and the buttons of "Did you meet?". What is heard about commitments stands in
// commitment-ears.ts.
import type { Answer, Ears, Press, Pressed } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { openForm } from '../../founding/forms.ts';
import { inProgramme } from '../../founding/which.ts';
import { checkIn, declineOffer, finishCheckin } from './check-in.ts';
import { commitmentPresses } from './commitment-ears.ts';
import { commitmentSubmits } from './form-ears.ts';
import type { Met } from './plan.ts';
import { presentOf } from './present.ts';
import { type Looked, look } from './scene.ts';
import { showHere, showStep, wordsOf } from './show.ts';
import { stepModal } from './step-view.ts';
import { readValue } from './values.ts';

const checkin = inProgramme('coaching.checkin-in', 'leader', async (tools, { user, triggerId }, programme) => {
  const now = tools.now();
  const present = await presentOf(tools, user, programme, now);
  if (!present.ok) return { text: tools.content.say(`coaching.checkin.${present.because}`, present.blanks) };
  const looked = await look(tools, tools.db, present.lateFor ?? present.wanted, now);
  if (!looked.ok) return refused(tools, looked);
  return openForm(tools, triggerId, stepModal(tools.content, await wordsOf(tools, tools.db, looked.scene)));
});

export { onCommit, onCommitments } from './commitment-ears.ts';

/** `/coachingpairs checkin` */
export const onCheckin = checkin.hear;

/** "We met", "Not yet", "Skip this time". */
function onMet(met: Met): Press {
  return async (tools, pressed) => shown(tools, pressed, await checkIn(tools, { user: pressed.user, ...readValue(pressed.value) }, met));
}

const onLeave: Press = async (tools, pressed) =>
  shown(tools, pressed, await finishCheckin(tools, { user: pressed.user, ...readValue(pressed.value) }));

const onNoTeam: Press = async (tools, pressed) =>
  shown(tools, pressed, await declineOffer(tools, { user: pressed.user, ...readValue(pressed.value) }));

/** Asks again, here only: what was answered stands until something else is. */
const onChange: Press = async (tools, pressed) => {
  const looked = await look(tools, tools.db, { user: pressed.user, ...readValue(pressed.value) }, tools.now());
  if (!looked.ok) return refused(tools, looked);
  return showHere(tools, pressed, await wordsOf(tools, tools.db, looked.scene, { is: 'ask' }));
};

export const ears: Ears = {
  presses: {
    'coaching.checkin-in': checkin.press,
    'coaching.checkin-met': onMet('met'),
    'coaching.checkin-not-yet': onMet('not-yet'),
    'coaching.checkin-skip': onMet('skip'),
    'coaching.checkin-leave': onLeave,
    'coaching.checkin-change': onChange,
    'coaching.checkin-no-team': onNoTeam,
    ...commitmentPresses,
  },
  submits: commitmentSubmits,
};

async function shown(tools: Tools, pressed: Pressed, looked: Looked): Promise<Answer | undefined> {
  return looked.ok ? showStep(tools, pressed, looked.scene) : refused(tools, looked);
}

function refused({ content }: Tools, { because, blanks }: Extract<Looked, { ok: false }>): Answer {
  return { text: content.say(`coaching.checkin.${because}`, blanks) };
}
