// The plain words with which something comes to an end for those in a team, or begins again. Pure.
import type { Content } from '../../../../platform/content/load.ts';
import type { Body } from '../../../../platform/outbox/enqueue.ts';
import { actions, button, section } from '../../../../platform/slack/blocks.ts';

/** One sentence or two, without a control. */
export function plainWord(content: Content, id: 'teams.weeks.alone' | 'teams.weeks.over'): Body {
  const text = content.say(id);
  return { text, blocks: [section(text)] };
}

export interface AgainShown {
  team: string;
  host: string;
  way: 'carry-on' | 'change';
  date: string;
}

/** Asks a member once more; the buttons are those of an invitation. */
export function againMessage(content: Content, { team, host, way, date }: AgainShown, controls: { join: string; decline: string }): Body {
  const id = way === 'carry-on' ? 'teams.weeks.again.carry-on' : 'teams.weeks.again.change';
  const text = content.say(id, { host, date });
  const [join = '', decline = ''] = content.buttons(id);
  const buttons = [
    button({ label: join, action: controls.join, value: team, style: 'primary' }),
    button({ label: decline, action: controls.decline, value: team }),
  ];
  return { text, blocks: [section(text), actions(buttons)] };
}
