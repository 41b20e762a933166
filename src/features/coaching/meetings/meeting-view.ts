// A meeting as one of its people looks at it: when it is, and what can be done with it. Also the short words that take its place. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import { instantOf } from '../../../platform/clock.ts';
import type { Blanks, Content } from '../../../platform/content/load.ts';
import { actions, button, confirm, divider, modal, section } from '../../../platform/slack/blocks.ts';
import { moveButton, planButton } from './card-view.ts';
import { calendarButtons } from './letters.ts';
import type { Booked } from './meetings.ts';
import { joined, othersTimes, type Reader, whenIn } from './times.ts';

export const CANCEL = 'coaching.cancel-meeting';
export const NEXT = 'coaching.pick-next';

/** A word about what has just happened: an id of `content/` with what fills it. */
export interface Remark {
  id: string;
  blanks?: Blanks;
}

export interface MeetingShown {
  meeting: Booked;
  zone: string;
  others: readonly Reader[];
  /** Everyone, for calendars. */
  members: readonly Reader[];
  /** Whether a time for the fortnight after may be fixed too. */
  next: boolean;
  remark?: Remark;
}

export function meetingModal(content: Content, shown: MeetingShown): ModalView {
  const { meeting, remark } = shown;
  const value = `${meeting.pair}:${meeting.fortnight}`;
  const [plan = '', move = ''] = content.buttons('coaching.meeting.booked');
  const buttons = [
    planButton(plan, value),
    moveButton(move, value),
    button({ label: 'Cancel it', action: CANCEL, value, style: 'danger', confirm: sure(content) }),
    ...(shown.next ? [button({ label: 'Fix the next one too', action: NEXT, value: meeting.pair })] : []),
  ];
  return modal({
    callback: 'coaching.meeting',
    title: 'Our meeting',
    blocks: [
      ...(remark ? [section(content.say(remark.id, remark.blanks)), divider()] : []),
      section(whenSaid(content, 'coaching.meeting.shown', shown)),
      actions(buttons),
      actions(calendarButtons(content, meeting, shown.members)),
    ],
  });
}

/** When a meeting is, for one reader, with the times of the others where their clocks differ. */
export function whenSaid(
  content: Content,
  id: 'coaching.meeting.shown' | 'coaching.meeting.home.booked',
  { meeting, zone, others }: Pick<MeetingShown, 'meeting' | 'zone' | 'others'>,
): string {
  const at = instantOf(meeting.startsAt);
  const times = othersTimes(zone, others, at);
  return content.say(id, {
    ...whenIn(zone, at),
    names: joined(others.map(({ name }) => name)),
    x: meeting.minutes,
    others: times && content.plain('coaching.meeting.outside.theirs', { times }),
  });
}

/** A short text in the place of a form. */
export function meetingTold(content: Content, { id, blanks }: Remark): ModalView {
  return modal({ callback: 'coaching.meeting', title: 'Our meeting', blocks: [section(content.say(id, blanks))] });
}

/** The same, in the place of a message. */
export function toldMessage(content: Content, { id, blanks }: Remark): { text: string; blocks: KnownBlock[] } {
  return { text: content.plain(id, blanks), blocks: [section(content.say(id, blanks))] };
}

function sure(content: Content) {
  const text = content.plain('coaching.meeting.cancel.sure');
  return confirm({ title: 'Cancel this meeting?', text, yes: 'Cancel it', no: 'Keep it', danger: true });
}
