// "Carry on, pause or stop?" Pure.
import type { Content } from '../../platform/content/load.ts';
import type { Body } from '../../platform/outbox/enqueue.ts';
import { actions, button, context, section } from '../../platform/slack/blocks.ts';
import type { Programme } from '../founding/programmes.ts';

/** Each button does what it says: pausing asks for a day, stopping asks once more. */
export function quietMessage(content: Content, programme: Pick<Programme, 'id' | 'name'>): Body {
  const [carryOn = '', pause = '', stop = ''] = content.buttons('m.quiet');
  const of = (label: string) => `${label}: ${programme.name}`;
  return {
    text: `${content.plain('m.quiet')}\n\n${content.plain('m.footer')}`,
    blocks: [
      section(content.say('m.quiet')),
      actions([
        button({ label: carryOn, action: 'coaching.carry-on', value: programme.id, accessibilityLabel: of(carryOn) }),
        button({ label: pause, action: 'joining.pause-ask', value: programme.id, accessibilityLabel: of(pause) }),
        button({ label: stop, action: 'leaving.leave-in', value: programme.id, accessibilityLabel: of(stop) }),
      ]),
      context(content.say('m.footer')),
    ],
  };
}
