// The messages of the pulses: the self-check before the round, what comes back half way, and what organisers hear. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import type { Body } from '../../platform/outbox/enqueue.ts';
import { actions, button, context, divider, input, modal, section, sections } from '../../platform/slack/blocks.ts';
import { datePicker, textBox } from '../../platform/slack/controls.ts';
import type { Pulse } from './plan.ts';
import { type Remarks, type ResultShown, remarkBlocks, resultBlocks } from './result-view.ts';

/** So long may the one thing be that an organiser will change, in characters. */
export const CHANGE_LENGTH = 300;

/** Asks for the opening self-check. */
export function selfCheckMessage(content: Content, pair: string): Body {
  return scheduled(content, 'm.selfcheck', {}, offer(content, 'm.selfcheck', `opening:${pair}`));
}

/** What the group said half way; `changed` where an organiser has written what will change because of it. */
export function youSaidMessage(
  content: Content,
  { result, replied, asked, changed }: { result: string; replied: number; asked: number; changed: boolean },
): Body {
  const id = changed ? 'm.yousaid' : 'reviewing.pulse.yousaid';
  const [read = ''] = content.buttons(id);
  return scheduled(content, id, { x: replied, y: asked }, [
    button({ label: read, action: 'reviewing.read', value: result, accessibilityLabel: `${read}: what the group said half way` }),
  ]);
}

/** What stands in place of an offer that was skipped. */
export function skippedMessage(content: Content, date: string): Body {
  const text = content.say('reviewing.pulse.skipped', { date });
  return { text, blocks: [section(text)] };
}

/** An organiser hears that a pulse has closed. */
export function closedMessage(
  content: Content,
  { pulse, result, replied, asked, said }: { pulse: Pulse; result: string; replied: number; asked: number; said: boolean },
): Body {
  const asks = pulse === 'half' && said;
  const text = asks
    ? content.say('or.result', { x: replied, y: asked })
    : content.say(said ? `reviewing.pulse.closed.${pulse}` : 'reviewing.pulse.closed.none', { x: replied, y: asked });
  const [label = ''] = asks ? content.buttons('or.result') : said ? content.buttons(`reviewing.pulse.closed.${pulse}`) : [];
  const action = asks ? 'reviewing.write-change' : 'reviewing.read';
  return { text, blocks: [section(text), ...(label ? [actions([button({ label, action, value: result })])] : [])] };
}

/** The form for the one thing that will change, with what the group said above it. */
export function changeForm(content: Content, form: { result: string; shown: readonly ResultShown[]; remarks: Remarks }): ModalView {
  return modal({
    callback: 'reviewing.change',
    title: 'One thing to change',
    submit: 'Tell the leaders',
    close: 'Cancel',
    about: JSON.stringify({ result: form.result }),
    blocks: [
      input({
        block: 'change',
        label: 'What will change',
        hint: content.plain('reviewing.pulse.change.who'),
        element: textBox({ action: 'text', lines: 'many', most: CHANGE_LENGTH, focus: true }),
      }),
      input({ block: 'by', label: 'By when', element: datePicker({ action: 'day' }) }),
      divider(),
      ...resultBlocks(content, form.shown),
      ...remarkBlocks(content, form.remarks),
    ],
  });
}

/** A short text in the place of a form. */
export function toldModal(title: string, text: string): ModalView {
  return modal({ callback: 'reviewing.told', title, blocks: sections(text) });
}

/** The two buttons behind the offer of the self-check: `value` says which pulse of which pair. */
function offer(content: Content, id: string, value: string) {
  const [answer = '', skip = ''] = content.buttons(id);
  return [
    button({ label: answer, action: 'reviewing.answer', value, accessibilityLabel: `${answer} the questions before the round` }),
    button({ label: skip, action: 'reviewing.skip', value, accessibilityLabel: `${skip} the questions before the round` }),
  ];
}

function scheduled(content: Content, id: string, blanks: Record<string, number>, buttons: ReturnType<typeof button>[]): Body {
  const blocks: KnownBlock[] = [section(content.say(id, blanks)), actions(buttons), context(content.say('m.footer'))];
  return { text: `${content.plain(id, blanks)}\n\n${content.plain('m.footer')}`, blocks };
}
