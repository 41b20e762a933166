// What stands of teams on somebody's Home tab: the one they host, in a line, or how to start one; and those that they were asked into, for anybody.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import { actions, section } from '../../../platform/slack/blocks.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Leader } from '../../joining/leaders.ts';
import { sayStanding } from './invite-views.ts';
import { hostedOf, seePlaces } from './see.ts';
import { howButton, ownLine, seeButton } from './team-view.ts';
import * as teams from './teams.ts';
import { sayTold } from './words.ts';

type Seeing = Pick<Tools, 'db' | 'workspace' | 'vault' | 'content'>;

/** Of a leader as a host: their team, which stands with the programme in which they started it, or the way to start one. */
export async function teamsPart(tools: Seeing, { leader }: { leader: Leader }, now: Temporal.Instant): Promise<KnownBlock[]> {
  if (leader.leftAt !== null) return [];
  const own = await teams.openOf(tools.db, tools.workspace, leader.user);
  if (!own) return [section(tools.content.say('teams.home.none')), actions([howButton(leader.programme)])];
  if (own.programme !== leader.programme) return [];
  const hosted = await hostedOf(tools, own, now);
  const how = hosted.result ? tools.content.say('teams.own.choose') : sayTold(tools.content, hosted.told);
  const said = `${ownLine(tools.content, hosted)} ${how}`;
  return [section(said), actions([seeButton('See your team')])];
}

/** Of anybody, whether they take part in a programme or not: the teams they were asked into. */
export async function teamsPartOf(tools: Seeing, user: string, now: Temporal.Instant): Promise<KnownBlock[]> {
  const places = await seePlaces(tools, user, now);
  if (places.length === 0) return [];
  const lines = places.slice(0, 3).map(({ invitation, standing }) => sayStanding(tools.content, invitation, standing));
  return [section(lines.join('\n')), actions([seeButton('Coaching in a team')])];
}
