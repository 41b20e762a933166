// What leaders are shown when they join, look at where they stand, sit out and come back. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import { sayDay } from '../../platform/clock.ts';
import type { Content } from '../../platform/content/load.ts';
import { actions, button, input, modal, section, sections } from '../../platform/slack/blocks.ts';
import { datePicker } from '../../platform/slack/controls.ts';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { Programme } from '../founding/programmes.ts';
import { sayList } from '../founding/words.ts';
import type { Pausing } from './pause.ts';

/** The field of the form that asks for a day. */
export const UNTIL = 'until';

type Possible = Extract<Pausing, { ok: true }>;

/** A short text as a modal. */
export function toldModal(title: string, ...texts: readonly string[]): ModalView {
  return modal({ callback: 'joining.told', title, blocks: texts.flatMap((text) => sections(text)) });
}

/** What comes next for someone who has just joined, come back or changed their profile. */
export function joinedModal(
  content: Content,
  programme: Programme,
  { how, nextOn }: { how: 'joined' | 'back' | 'changed' | 'in-time'; nextOn: Temporal.PlainDate },
): ModalView {
  const blanks = { programme: programme.name, date: sayDay(nextOn) };
  const title = how === 'changed' ? 'Saved' : 'You are in';
  const next = content.say(how === 'in-time' ? 'joining.done.next.in-time' : 'joining.done.next');
  return toldModal(title, content.say(`joining.done.${how}`, blanks), next);
}

/** Says a pause back before it takes effect. */
export function pauseQuestion(content: Content, programme: Programme, until: Temporal.PlainDate, plan: Possible): Answer {
  const text = pauseWords(content, until, plan);
  const value = `${programme.id} ${until}`;
  return {
    text,
    blocks: [
      section(text),
      actions([
        button({
          label: 'Pause',
          action: 'joining.pause-now',
          value,
          style: 'primary',
          accessibilityLabel: `Pause until ${sayDay(until)}`,
        }),
        button({ label: 'Choose another day', action: 'joining.pause-ask', value: programme.id }),
        button({ label: 'Not now', action: 'joining.pause-not', value: programme.id }),
      ]),
    ],
  };
}

/** The same, in the place of the form that asked for the day. */
export function pauseQuestionModal(content: Content, programme: Programme, until: Temporal.PlainDate, plan: Possible): ModalView {
  const about = JSON.stringify({ programme: programme.id, until: until.toString() });
  const blocks = sections(pauseWords(content, until, plan));
  return modal({ callback: 'joining.pause-now', title: 'Pause', submit: 'Pause', close: 'Not now', about, blocks });
}

/** Asks until when. */
export function pauseModal(content: Content, programme: Programme, suggested: Temporal.PlainDate): ModalView {
  const element = datePicker({ action: 'joining.until', chosen: suggested.toString() });
  const blocks: KnownBlock[] = [
    section(content.say('joining.pause.how')),
    input({ block: UNTIL, label: 'I am back on', hint: content.plain('joining.pause.hint'), element }),
  ];
  return modal({ callback: 'joining.pause', title: 'Pause', submit: 'Next', about: programme.id, blocks });
}

/** A pause has begun. */
export function pausedAnswer(content: Content, programme: Programme, until: Temporal.PlainDate, plan: Possible): Answer {
  const names = partners(plan);
  const blanks = { date: sayDay(until), partner: sayList(names) };
  const text =
    names.length === 0
      ? content.say('joining.paused.alone', blanks)
      : content.say(names.length === 1 ? 'm.pause' : 'joining.paused.trio', blanks);
  const [sooner = ''] = content.buttons('m.pause');
  return { text, blocks: [section(text), actions([button({ label: sooner, action: 'coaching.come-back', value: programme.id })])] };
}

function pauseWords(content: Content, until: Temporal.PlainDate, plan: Possible): string {
  const names = partners(plan);
  return [
    content.say('joining.pause.confirm', { date: sayDay(until) }),
    ...(names.length > 0 ? [content.say('joining.pause.confirm.partner', { partner: sayList(names) })] : []),
    ...(plan.overRound ? [content.say('joining.pause.confirm.round', { date: sayDay(plan.overRound) })] : []),
  ].join(' ');
}

function partners({ partnership }: Possible): string[] {
  return (partnership?.others ?? []).map(({ name }) => name);
}
