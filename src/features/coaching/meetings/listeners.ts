// What meetings listen to: the word, the buttons that fix and move a time, the plan and its timer, and the forms in between.
import type { Ears, Press } from '../../../platform/slack/spoken.ts';
import { openForm } from '../../founding/forms.ts';
import { inProgramme } from '../../founding/which.ts';
import { asidePresses } from './aside-ears.ts';
import { sendFile } from './calendar-files.ts';
import { MOVE, PLAN } from './card-view.ts';
import { meant, pairIn, pairOfPrompt, show, told, withPair } from './enter.ts';
import { onArranged, onOutside, onPick } from './forms.ts';
import { FILE, PICK, PICK_SHORT } from './letters.ts';
import { NEXT } from './meeting-view.ts';
import { meetingOf, ourPair } from './our-pair.ts';
import { pickAbout, pickOrShow, pickView, presentOf } from './pick.ts';
import { ARRANGED_FORM, EARLIER, LATER, OUTSIDE_FORM, PICK_FORM } from './pick-view.ts';
import { START_TIMER, STOP_TIMER } from './plan-view.ts';
import { planView } from './see-plan.ts';
import { startTimer, stopTimer } from './turn-timer.ts';

const meet = inProgramme('coaching.meet-in', 'leader', async (tools, { user, triggerId }, programme) => {
  const found = await pairIn(tools, user, programme);
  if ('because' in found) return told(tools, { id: found.because });
  return openForm(tools, triggerId, pickOrShow(tools, found.ours, false, tools.now()));
});

/** `/coachingpairs meet` */
export const onMeet = meet.hear;

const onPickTime: Press = (tools, pressed) =>
  withPair(tools, pressed, meant(pressed.value).pair, (ours, now) => pickOrShow(tools, ours, false, now));
const onPickShort: Press = (tools, pressed) =>
  withPair(tools, pressed, meant(pressed.value).pair, (ours, now) => pickOrShow(tools, ours, true, now));
const onPickNext: Press = (tools, pressed) =>
  withPair(tools, pressed, meant(pressed.value).pair, (ours, now) => pickView(tools, ours, { page: 1 }, now));

const onBookMeeting: Press = async (tools, pressed) => {
  const pair = await pairOfPrompt(tools, pressed.user, pressed.value);
  if (!pair) return told(tools, { id: 'coaching.meeting.not-yours' });
  return withPair(tools, pressed, pair, (ours, now) => pickOrShow(tools, ours, false, now));
};

const onMove: Press = (tools, pressed) => {
  const { pair, fortnight } = meant(pressed.value);
  return withPair(tools, pressed, pair, (ours, now) => pickView(tools, ours, { moving: fortnight ?? presentOf(ours), page: 1 }, now));
};

const onPage: Press = async (tools, pressed) => {
  // Pages are turned in the form and nowhere else.
  if (pressed.view?.callbackId !== PICK_FORM) return told(tools, { id: 'coaching.meeting.not-yours' });
  const { pair, moving, short } = pickAbout(pressed.view.privateMetadata);
  return withPair(tools, pressed, pair, (ours, now) => pickView(tools, ours, { moving, short, page: Number(pressed.value) }, now));
};

const onFile: Press = async (tools, { user, value }) => {
  const { pair, fortnight } = meant(value);
  const ours = await ourPair(tools, { user, pair }, tools.now());
  const meeting = ours && meetingOf(ours, fortnight ?? presentOf(ours) ?? 1);
  if (!ours) return told(tools, { id: 'coaching.meeting.not-yours' });
  if (!meeting?.startsAt) return told(tools, { id: 'coaching.meeting.file.none' });
  const sent = await sendFile(tools, { meeting, member: ours.own }, tools.now());
  return told(tools, { id: sent ? 'coaching.meeting.file.sent' : 'coaching.meeting.file.failed' });
};

const onPlan: Press = (tools, pressed) => {
  const { pair, fortnight } = meant(pressed.value);
  return withPair(tools, pressed, pair, (ours, now) => planView(tools, { ours, fortnight: fortnight ?? presentOf(ours) ?? 1 }, now));
};

function onTimer(act: typeof startTimer, remark: string): Press {
  return async (tools, pressed) => {
    const { pair, fortnight = 1 } = meant(pressed.value);
    const done = await act(tools, { user: pressed.user, pair, fortnight });
    if (!done.ok) return told(tools, { id: `coaching.meeting.${done.because}` });
    return show(tools, pressed, await planView(tools, { ours: done.ours, fortnight, remark }, tools.now()));
  };
}

export const ears: Ears = {
  presses: {
    'coaching.meet-in': meet.press,
    [PICK]: onPickTime,
    [PICK_SHORT]: onPickShort,
    [NEXT]: onPickNext,
    'coaching.book-meeting': onBookMeeting,
    [MOVE]: onMove,
    [EARLIER]: onPage,
    [LATER]: onPage,
    ...asidePresses,
    [FILE]: onFile,
    [PLAN]: onPlan,
    [START_TIMER]: onTimer(startTimer, 'coaching.meeting.timer.started'),
    [STOP_TIMER]: onTimer(stopTimer, 'coaching.meeting.timer.stopped'),
  },
  submits: { [PICK_FORM]: onPick, [OUTSIDE_FORM]: onOutside, [ARRANGED_FORM]: onArranged },
};
