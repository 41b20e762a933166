// What a leader reads whose pair has not met for two fortnights. Pure.
import type { Content } from '../../../platform/content/load.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, button, context, section } from '../../../platform/slack/blocks.ts';
import { cut } from '../../../platform/slack/text.ts';
import { writeValue } from './values.ts';

/** What a button's label holds. */
const LABEL = 75;

export interface StallWords {
  pair: string;
  fortnight: number;
  programme: string;
  /** The organiser's name, where it is known. */
  organiser?: string;
}

export function stallMessage(content: Content, { pair, fortnight, programme, organiser }: StallWords): Body {
  const [find = '', shorter = '', help = ''] = labels(content, organiser ?? 'an organiser');
  const value = writeValue({ pair, fortnight });
  const text = content.say('m.stall');
  const foot = content.say('m.footer');
  return {
    text: `${text}\n\n${foot}`,
    blocks: [
      section(text),
      actions([
        button({ label: find, action: 'coaching.meet', value, style: 'primary' }),
        button({ label: shorter, action: 'coaching.meet-short', value }),
        button({ label: help, action: 'home.help-me', value: programme }),
      ]),
      context(foot),
    ],
  };
}

/** A long name gives way, so that what the button does is read to its end. */
function labels(content: Content, organiser: string): string[] {
  const [, , bare = ''] = content.buttons('m.stall', { organiser: '' });
  return content.buttons('m.stall', { organiser: cut(organiser, LABEL - bare.length) });
}
