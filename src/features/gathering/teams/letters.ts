// What the people of a team hear besides their fortnights: that it begins later, that there is nobody yet to meet with, that it has ended. Pure.
import type { Content } from '../../../platform/content/load.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, context, section } from '../../../platform/slack/blocks.ts';
import { moreButton, stopButton } from './team-view.ts';

/** To its leader: too few could be paired on that Monday. */
export function notYetMessage(content: Content, { team, date }: { team: string; date: string }): Body {
  const said = content.say('teams.not-yet', { date });
  return { text: said, blocks: [section(said), actions([moreButton(team), stopButton(content, team)])] };
}

/** To those who have joined: another Monday. */
export function laterMessage(content: Content, { name, date }: { name: string; date: string }): Body {
  return said(content, content.say('teams.later', { name, date }));
}

/** To whoever has nobody to meet with. */
export function waitsMessage(content: Content, { name }: { name: string }): Body {
  return said(content, content.say('teams.waits', { name }));
}

/** To those who had joined. */
export function endedMessage(content: Content, { name, begun }: { name: string; begun: boolean }): Body {
  const text = content.say(begun ? 'teams.ended' : 'teams.ended.unbegun', { name });
  return { text, blocks: [section(text)] };
}

/** To its leader, where it was not they who ended it. */
export function hostEndedMessage(content: Content, because: 'few' | 'leader-paused'): Body {
  const text = content.say(`teams.ended.host.${because}`);
  return { text, blocks: [section(text)] };
}

/** With how to leave: it comes unasked. */
function said(content: Content, text: string): Body {
  const stop = content.say('teams.leave-any-time');
  return { text: `${text} ${stop}`, blocks: [section(text), context(stop)] };
}
