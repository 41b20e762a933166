// What the gathering listens to: the word, the form in which organisers plan it, the two answers in the channel, the calendar file, the slides and the
// guide. Rights are asked again at every press.
import type { Answer, Ears, Hear, Press } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { openForm } from '../../founding/forms.ts';
import type { Programme } from '../../founding/programmes.ts';
import { mayOrganise } from '../../founding/rights.ts';
import { inProgramme, type Said, which } from '../../founding/which.ts';
import * as leaders from '../../joining/leaders.ts';
import { answerGathering, invitedTo } from './answer.ts';
import type { Answering } from './answers.ts';
import { answerOf } from './answers.ts';
import { sendCalendarFile } from './calendar-file.ts';
import { guidePresses } from './guide-ears.ts';
import { seenBy, sees } from './home-part.ts';
import { answeredAnswer, FILE, seenAnswer } from './leader-views.ts';
import { COMING, NOT_COMING } from './letters.ts';
import { occasionOf } from './occasion.ts';
import { formFor, overviewOf } from './overview.ts';
import { planPresses, planSubmits } from './plan-ears.ts';
import { redrawInvitation } from './standing.ts';
import { onUndelivered, undeliveredPresses } from './undelivered.ts';

/** For organisers the form, or what stands; for everyone else what they can look forward to. */
async function gatheringIn(tools: Tools, { user, triggerId }: Said, programme: Programme): Promise<Answer | undefined> {
  const now = tools.now();
  if (!(await mayOrganise(tools, programme, user))) return seenInstead(tools, user, programme);
  const occasion = await occasionOf(tools.db, programme, now);
  if (!occasion) return { text: tools.content.say('together.no-round', { programme: programme.name }) };
  const { gathering } = occasion;
  return openForm(tools, triggerId, gathering ? await overviewOf(tools, { ...occasion, gathering }, now) : formFor(tools, occasion, now));
}

async function seenInstead(tools: Tools, user: string, programme: Programme): Promise<Answer> {
  const leader = await leaders.find(tools.db, programme.id, user);
  if (!leader || leader.leftAt !== null) return { text: tools.content.say('together.leaders-only') };
  const seen = await seenBy(tools, { programme, leader }, tools.now());
  return seen ? seenAnswer(tools.content, seen) : { text: tools.content.say('together.none', { programme: programme.name }) };
}

const organised = inProgramme('together.gathering-in', 'organiser', gatheringIn);
const taken = inProgramme('together.gathering-in', 'leader', gatheringIn);

/** `/coachingpairs gathering` */
export const onGathering: Hear = async (tools, spoken) => {
  const organising = await which(tools, 'organiser', spoken);
  return organising.length > 0 ? organised.hear(tools, spoken) : taken.hear(tools, spoken);
};

function answering(answer: Answering): Press {
  return async (tools, { user, value }) => {
    const done = await answerGathering(tools, { id: value, user, answer });
    if (!done.ok) return told(tools, `together.${done.because}`);
    await redrawInvitation(tools, value);
    return answeredAnswer(tools.content, { ...sees(done.programme, done.leader, done.gathering), said: answer });
  };
}

const onFile: Press = async (tools, { user, value }) => {
  const found = await invitedTo(tools, value, user);
  if (!found.ok) return told(tools, `together.${found.because}`);
  if (found.gathering.calledOffAt !== null) return told(tools, 'together.called-off');
  if ((await answerOf(tools.db, value, found.leader.id)) !== 'coming') return told(tools, 'together.file.not-coming');
  const sent = await sendCalendarFile(tools, found, tools.now());
  return told(tools, sent ? 'together.file.sent' : 'together.file.failed');
};

function told({ content }: Tools, id: string): Answer {
  return { text: content.say(id) };
}

export const ears: Ears = {
  presses: {
    'together.gathering-in': organised.press,
    [COMING]: answering('coming'),
    [NOT_COMING]: answering('not-this-time'),
    [FILE]: onFile,
    ...planPresses,
    ...guidePresses,
    ...undeliveredPresses,
  },
  submits: planSubmits,
  events: { undelivered: onUndelivered },
};
