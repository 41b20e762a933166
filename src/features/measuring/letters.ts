// The message with which an organiser hears of a report. Pure.
import type { Content } from '../../platform/content/load.ts';
import type { Body } from '../../platform/outbox/enqueue.ts';
import { actions, button, section } from '../../platform/slack/blocks.ts';
import type { Moment } from './figures.ts';

export function readyMessage(
  content: Content,
  { report, programme, number, moment }: { report: string; programme: string; number: number; moment: Moment },
): Body {
  const id = `measuring.ready.${moment}` as const;
  const [label = ''] = content.buttons(id);
  const see = button({ label, action: 'measuring.see', value: report, accessibilityLabel: `${label} of round ${number}` });
  return { text: content.plain(id, { number, programme }), blocks: [section(content.say(id, { number, programme })), actions([see])] };
}
