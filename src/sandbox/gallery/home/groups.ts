// What Home shows of what groups do together: the gathering with the next meeting, teams with the starter kit.
import type { KnownBlock } from '@slack/types';
import { sayStanding } from '../../../features/gathering/teams/invite-views.ts';
import { howButton, seeButton } from '../../../features/gathering/teams/team-view.ts';
import { gatheringBlocks } from '../../../features/gathering/together/leader-views.ts';
import { PLACE_LENGTH } from '../../../features/gathering/together/plan.ts';
import type { Content } from '../../../platform/content/load.ts';
import { actions, section } from '../../../platform/slack/blocks.ts';
import { instant, name, programme, recordId, times } from '../made-up.ts';
import type { Size } from '../sample.ts';

/** The longest that a day can be in words. */
const DAY = 'Wednesday 29 September 2027';

/** The gathering, for somebody who comes. */
export function gathering(content: Content, size: Size): KnownBlock[] {
  const { name: inProgramme, timeZone } = programme(size);
  const place = size === 'longest' ? 'x'.repeat(PLACE_LENGTH) : 'https://example.org/gathering';
  const startsAt = instant('2027-09-29T13:00:00Z');
  const about = { id: recordId(90), startsAt, place, zone: timeZone, programme: inProgramme };
  return gatheringBlocks(content, { ...about, own: timeZone, said: 'coming' });
}

/** How to begin with one's own team; at the longest, also the teams that somebody was asked into. */
export function team(content: Content, size: Size): KnownBlock[] {
  const own = [section(content.say('teams.home.none')), actions([howButton(recordId(1))])];
  if (size !== 'longest') return own;
  const invitation = { team: recordId(91), name: name(size), date: DAY, words: '', begun: false };
  const asked = times(3, () => sayStanding(content, invitation, { as: 'paired', partners: [name(size, 1), name(size, 2)] }));
  return [...own, section(asked.join('\n')), actions([seeButton('Coaching in a team')])];
}
