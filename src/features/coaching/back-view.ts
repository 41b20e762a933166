// "Welcome back": where somebody and their partner pick up. Pure.
import type { Content } from '../../platform/content/load.ts';
import type { Body } from '../../platform/outbox/enqueue.ts';
import { actions, button, context, section } from '../../platform/slack/blocks.ts';
import { sayList } from '../founding/words.ts';
import { themeOf } from './fortnights.ts';

export interface Return {
  pair: string;
  fortnight: number;
  partners: readonly string[];
  /** Whether it comes by itself: then it says how to stop it. */
  scheduled: boolean;
}

export function backMessage(content: Content, { pair, fortnight, partners, scheduled }: Return): Body {
  const { name: element, title } = themeOf(content, fortnight);
  const blanks = { partner: sayList(partners), element, title };
  const [book = ''] = content.buttons('m.back');
  const footer = scheduled ? [content.plain('m.footer')] : [];
  return {
    text: [content.plain('m.back', blanks), ...footer].join('\n\n'),
    blocks: [
      section(content.say('m.back', blanks)),
      actions([button({ label: book, action: 'coaching.meet', value: `${pair}:${fortnight}` })]),
      ...(scheduled ? [context(content.say('m.footer'))] : []),
    ],
  };
}
