// The two taps after an hour, one after the other, and what the group hears of them. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../../platform/content/load.ts';
import { choices, itemsAt, type PulseItem } from '../../../../platform/content/pulse.ts';
import type { Body } from '../../../../platform/outbox/enqueue.ts';
import { actions, button, context, modal, section } from '../../../../platform/slack/blocks.ts';
import { sayingWords } from '../../../reviewing/result-view.ts';
import { isPart, type Saying } from '../../../reviewing/thresholds.ts';

export const TAP = 'forums.tap';

/** The two questions, in order. */
export const questions: readonly PulseItem[] = itemsAt('forum');

/** One question with a button for each choice. `next`: one has just been answered. */
export function tapModal(content: Content, { forum, item, next }: { forum: string; item: PulseItem; next: boolean }): ModalView {
  const label = content.plain(item.id);
  const buttons = choices(content, item.scale).map((choice, at) =>
    button({ label: choice, action: `${TAP}#${at}`, value: `${forum}:${item.id}:${at}`, accessibilityLabel: `${choice}: ${label}` }),
  );
  return modal({
    callback: 'forums.taps',
    title: 'Two taps',
    blocks: [
      ...(next ? [context(content.say('forums.hour.feedback.next'))] : []),
      section(content.say(item.id)),
      actions(buttons),
      context(content.say('forums.hour.feedback')),
    ],
  });
}

/** In the place of the questions. */
export function tapsTold(content: Content, id: string): ModalView {
  return modal({ callback: 'forums.taps', title: 'Two taps', blocks: [section(content.say(id))] });
}

export interface ResultSaid {
  replied: number;
  asked: number;
  /** What may be said of each question; nothing where too few replied. */
  sayings: readonly { item: string; saying: Saying }[];
}

/** What the group hears: how many replied, always; the rest only where there are enough. */
export function resultMessage(content: Content, { replied, asked, sayings }: ResultSaid): Body {
  const line = content.say('sp.reply', { x: replied, y: asked });
  const part = sayings.length > 0 && isPart(replied, asked) ? [content.say('sp.part')] : [];
  const said = sayings.map(({ item, saying }) =>
    content.say('forums.hour.result.item', { item: content.plain(item), saying: sayingWords(content, saying) }),
  );
  const lines = said.length > 0 ? said : [content.say('sp.none')];
  const head = content.say('forums.hour.result');
  const reply = [line, ...part].join(' ');
  const blocks: KnownBlock[] = [section(`${head}\n${reply}`), section(lines.join('\n'))];
  return { text: [head, reply, ...lines].join('\n'), blocks };
}
