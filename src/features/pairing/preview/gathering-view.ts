// What an organiser reads of the gathering at which a round's pairs are to be named: above the pairs, and in the form that approves them. Pure.
import type { KnownBlock } from '@slack/types';
import { dayOf, sayDay, sayTime } from '../../../platform/clock.ts';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, section } from '../../../platform/slack/blocks.ts';
import type { Choice } from '../../../platform/slack/controls.ts';
import type { Gathering } from '../gatherings.ts';
import type { Preview } from '../propose.ts';

export const TAKE_BACK = 'pairing.take-back-approval';
export const AT_GATHERING = 'at-gathering';

type Zoned = { timeZone: string };

/** Day and hour in the programme's zone at which the gathering is over. */
export function overAt({ endsAt }: Pick<Gathering, 'endsAt'>, { timeZone }: Zoned): { date: string; time: string } {
  const time = endsAt.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
  return { date: sayDay(dayOf(endsAt, timeZone)), time: sayTime(time) };
}

/** Whether the round goes out then by itself, waits for approval, or has it; nothing where no gathering holds it. */
export function gatheringLines(content: Content, { gathering, proposal, programme }: Preview): KnownBlock[] {
  if (!gathering) return [];
  const when = overAt(gathering, programme);
  const { approved } = gathering;
  if (approved?.proposal !== proposal.id || !approved)
    return [section(content.say(`pairing.preview.gathering.${programme.rotating}`, when))];
  // Whoever was forgotten meanwhile is named no more.
  const who = /^[UW][A-Z0-9]+$/.test(approved.by) ? { mrkdwn: `<@${approved.by}>` } : content.plain('pairing.preview.gathering.somebody');
  const id = approved.revision === proposal.revision ? 'approved' : 'changed';
  return [
    section(content.say(`pairing.preview.gathering.${id}`, { ...when, who })),
    actions([button({ label: 'Take the approval back', action: TAKE_BACK })]),
  ];
}

/** What comes to pass where the round is told at the gathering, and where it is told at once instead. */
export function gatheringSaid(content: Content, { x, date, time }: { x: number; date: string; time: string }): string[] {
  return [content.say('pairing.approve.gathering', { x, date, time }), content.say('pairing.approve.gathering.else', { date })];
}

/** The third way to tell a round. */
export function atGathering({ date, time }: { date: string; time: string }): Choice {
  return { value: AT_GATHERING, label: 'Tell at the gathering', hint: `When it is over: ${date}, ${time}` };
}
