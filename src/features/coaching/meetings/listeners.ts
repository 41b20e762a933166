// What meetings listen to: the word, the buttons that fix, move and cancel a time, the plan and its timer, and the forms in between.

import { byMessage } from '../../../platform/outbox/outbox.ts';
import type { Ears, Press, Pressed } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { openForm } from '../../founding/forms.ts';
import { inProgramme } from '../../founding/which.ts';
import { sendFile } from './calendar-files.ts';
import { MOVE, PLAN } from './card-view.ts';
import { meant, pairIn, pairOfPrompt, show, told, withPair } from './enter.ts';
import { onArranged, onOutside, onPick } from './forms.ts';
import { FILE, PICK, PICK_SHORT } from './letters.ts';
import { CANCEL, meetingTold, NEXT, type Remark, toldMessage } from './meeting-view.ts';
import type { Booked } from './meetings.ts';
import { meetingOf, othersIn, ourPair } from './our-pair.ts';
import { pickAbout, pickOrShow, pickView, presentOf, showMeeting } from './pick.ts';
import { ARRANGED, ARRANGED_FORM, arrangedForm, EARLIER, LATER, NOT_THIS, OUTSIDE_FORM, PICK_FORM } from './pick-view.ts';
import { START_TIMER, STOP_TIMER } from './plan-view.ts';
import { retireCards } from './redraw-cards.ts';
import { planView } from './see-plan.ts';
import { type Aside, setAside } from './set-aside.ts';
import { joined } from './times.ts';
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

const onPage: Press = (tools, pressed) => {
  const about = pickAbout(pressed.view?.privateMetadata ?? '{}');
  const { pair, moving, short } = about;
  return withPair(tools, pressed, pair, (ours, now) => pickView(tools, ours, { moving, short, page: Number(pressed.value) }, now));
};

const onHaveOne: Press = (tools, pressed) => {
  const { pair } = meant(pressed.value);
  return withPair(tools, pressed, pair, (ours) => {
    const seen = Object.fromEntries(ours.meetings.map(({ fortnight, sequence }) => [fortnight, sequence]));
    return arrangedForm(tools.content, JSON.stringify({ pair, page: 1, seen }));
  });
};

const onNotThis: Press = async (tools, pressed) => {
  const { pair, fortnight } = meant(pressed.value);
  const quietly = await readTogether(tools, pressed);
  const wish = { user: pressed.user, pair, to: 'none', quietly, ...(fortnight && { fortnight }) } as const;
  const done = await setAside(tools, wish);
  const remark = said(done, 'coaching.meeting.set.none');
  if (!done.ok && done.because === 'booked')
    return show(tools, pressed, showMeeting(tools, { ours: done.ours, meeting: done.meeting as Booked }, tools.now()));
  if (done.ok && pressed.message) {
    const body = toldMessage(tools.content, quietly ? { id: 'coaching.meeting.none', blanks: { who: done.ours.own.name } } : remark);
    const shown = await tools.slack.updateMessage(pressed.message.channel, pressed.message.ts, body);
    return shown.ok ? undefined : told(tools, remark);
  }
  return answered(tools, pressed, remark);
};

const onCancel: Press = async (tools, pressed) => {
  const { pair, fortnight } = meant(pressed.value);
  const done = await setAside(tools, { user: pressed.user, pair, to: 'cancelled', ...(fortnight && { fortnight }) });
  if (done.ok) await retireCards(tools, done.ours, { ...done.meeting, state: 'booked', sequence: done.meeting.sequence - 1 });
  return answered(tools, pressed, said(done, 'coaching.meeting.set.cancelled'));
};

/** In the modal where it was pressed; elsewhere as a line that only they see. */
async function answered(tools: Tools, pressed: Pressed, remark: Remark) {
  return pressed.view?.callbackId ? show(tools, pressed, meetingTold(tools.content, remark)) : told(tools, remark);
}

function said(done: Aside, id: string) {
  if (!done.ok) return { id: done.because === 'booked' ? 'coaching.meeting.same' : `coaching.meeting.${done.because}` };
  return { id, blanks: { names: joined(othersIn(done.ours).map(({ name }) => name)) } };
}

/** Whether the pressed message stands in the pair's conversation: then all of them see what becomes of it. */
async function readTogether({ db, workspace }: Tools, { message }: Pressed): Promise<boolean> {
  const letter = message && (await byMessage(db, workspace, message.channel, message.ts));
  return letter?.lane.startsWith('group:') ?? false;
}

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
    [ARRANGED]: onHaveOne,
    [NOT_THIS]: onNotThis,
    [CANCEL]: onCancel,
    [FILE]: onFile,
    [PLAN]: onPlan,
    [START_TIMER]: onTimer(startTimer, 'coaching.meeting.timer.started'),
    [STOP_TIMER]: onTimer(stopTimer, 'coaching.meeting.timer.stopped'),
  },
  submits: { [PICK_FORM]: onPick, [OUTSIDE_FORM]: onOutside, [ARRANGED_FORM]: onArranged },
};
