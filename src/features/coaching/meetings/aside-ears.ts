// The buttons with which a pair says that it needs no time: they have one, they leave it out, it is cancelled.

import { byMessage } from '../../../platform/outbox/outbox.ts';
import type { Ears, Press, Pressed } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { meant, show, told, withPair } from './enter.ts';
import { asideMessage } from './letters.ts';
import { CANCEL, meetingTold, type Remark, toldMessage } from './meeting-view.ts';
import type { Booked } from './meetings.ts';
import { othersIn } from './our-pair.ts';
import { showMeeting } from './pick.ts';
import { ARRANGED, arrangedForm, NOT_THIS } from './pick-view.ts';
import { retireCards } from './redraw-cards.ts';
import { type Aside, setAside } from './set-aside.ts';
import { joined } from './times.ts';

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
    const { meeting, ours } = done;
    const body = quietly
      ? asideMessage(tools.content, { meeting, to: 'none', who: ours.own.name, readers: [] })
      : toldMessage(tools.content, remark);
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

export const asidePresses: NonNullable<Ears['presses']> = { [ARRANGED]: onHaveOne, [NOT_THIS]: onNotThis, [CANCEL]: onCancel };
