// The three taps with which the eight weeks end, as each member finds them: what is still to tap, and what has been. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../../../platform/content/load.ts';
import { choices, itemsAt } from '../../../../platform/content/pulse.ts';
import type { Body } from '../../../../platform/outbox/enqueue.ts';
import { actions, button, context, section } from '../../../../platform/slack/blocks.ts';

export const TAP = 'teams.tap';

export interface TapsShown {
  team: string;
  /** The name of the leader who hosts the team. */
  host: string;
  /** The last day on which they count, in words. */
  until: string;
  /** Items that this member has answered, by id. */
  answered: readonly string[];
}

/** One message, drawn anew after each tap. */
export function tapsMessage(content: Content, { team, host, until, answered }: TapsShown): Body {
  const items = itemsAt('team');
  const open = items.filter(({ id }) => !answered.includes(id));
  const lead = open.length === 0 ? content.say('teams.weeks.taps.thanks') : content.say('teams.weeks.taps', { until });
  const who = content.say('teams.weeks.taps.who', { host });
  const blocks = open.flatMap(({ id, scale }): KnownBlock[] => [
    section(content.say(id)),
    actions(
      choices(content, scale).map((label, choice) =>
        button({
          label,
          action: `${TAP}#${id}-${choice}`,
          value: `${team} ${id} ${choice}`,
          accessibilityLabel: `${label}: ${content.plain(id)}`,
        }),
      ),
    ),
  ]);
  const said = open.map(({ id }) => content.say(id));
  return { text: [lead, ...said, who].join('\n\n'), blocks: [section(lead), ...blocks, context(who)] };
}
