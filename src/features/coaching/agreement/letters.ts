// What a pair hears of its agreement, and the button that opens it wherever it stands. Pure.
import type { Content } from '../../../platform/content/load.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, button, section } from '../../../platform/slack/blocks.ts';
import { AGREEMENT } from './words.ts';

/** "Open our agreement", wherever it stands. `value` is a pair's id or a programme's. */
export function openAgreement(content: Content, value: string, place?: string) {
  const [label = ''] = content.buttons('m.agree');
  return button({ label, action: place ? `${AGREEMENT}#${place}` : AGREEMENT, value });
}

/** To the pair, when it has fixed its first meeting. */
export function agreeMessage(content: Content, pair: string): Body {
  const text = content.say('m.agree');
  return { text, blocks: [section(text), actions([openAgreement(content, pair)])] };
}

export function agreedMessage(content: Content, pair: string): Body {
  const text = content.say('m.agreed');
  return { text, blocks: [section(text), actions([openAgreement(content, pair)])] };
}

export function changedMessage(content: Content, { pair, name, trio }: { pair: string; name: string; trio: boolean }): Body {
  const text = content.say(trio ? 'coaching.agreement.changed.trio' : 'coaching.agreement.changed', { name });
  return { text, blocks: [section(text), actions([openAgreement(content, pair)])] };
}
