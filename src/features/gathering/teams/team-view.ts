// "A small version with my team": what somebody sees of it who hosts a team, who could start one, who was asked into one, or all of that at once. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, confirm, context, divider, modal, section } from '../../../platform/slack/blocks.ts';
import { MET_OFTEN } from '../../coaching/checkins/plan.ts';
import { type Invitation, type Standing, standingBlocks } from './invite-views.ts';
import type { Result } from './weeks/conclude.ts';
import { resultMessage } from './weeks/host-views.ts';
import { type TapsShown, tapsMessage } from './weeks/taps-views.ts';
import { sayTold, type Told } from './words.ts';

export const TEAM = 'teams.team';
export const SEE = 'teams.see';
export const HOW = 'teams.how';
export const START = 'teams.start';
export const MORE = 'teams.more';
export const STOP = 'teams.stop';

/** What somebody sees who opens it. */
export interface TeamSeen {
  /** What there is of theirs as a leader; missing for whoever takes part in no programme. */
  host?: Hosted | { may: Start } | { away: true };
  /** Teams they were asked into. */
  places: readonly { invitation: Invitation; standing: Standing; taps?: TapsShown }[];
}

/** Their own team. */
export interface Hosted {
  team: string;
  date: string;
  /** 0 before the first of its four fortnights, 5 after the last. */
  fortnight: number;
  told: Told;
  mayAskMore: boolean;
  /** What the three taps came to, once they are counted: now it is for the leader to say how it goes on. */
  result?: Result;
}

/** In which programme they would start one, and how often they have met with their own partner in this round. */
export interface Start {
  programme: string;
  met: number;
}

/** At most so many invitations are shown at once. */
const MOST_PLACES = 6;

/** `notice` says what has just happened. */
export function teamModal(content: Content, seen: TeamSeen, notice?: string): ModalView {
  const places = seen.places.slice(0, MOST_PLACES).map((each) => placeBlocks(content, each));
  const host = hostParts(content, seen);
  const parts = seen.host && 'may' in seen.host ? [...places, ...host] : [...host, ...places];
  const blocks = parts.flatMap((part, at) => (at === 0 ? part : [divider(), ...part]));
  return modal({
    callback: TEAM,
    title: 'Coaching in a team',
    blocks: [...(notice ? [section(notice), divider()] : []), ...blocks],
  });
}

/** With the three taps at the end, while they count. */
function placeBlocks(content: Content, { invitation, standing, taps }: TeamSeen['places'][number]): KnownBlock[] {
  return [...standingBlocks(content, invitation, standing), ...(taps ? tapsMessage(content, taps).blocks : [])];
}

/** Their own team stands above those they were asked into; how they could start one stands below. */
function hostParts(content: Content, { host, places }: TeamSeen): KnownBlock[][] {
  if (!host) return places.length > 0 ? [] : [[section(content.say('teams.nobody'))]];
  if ('away' in host) return places.length > 0 ? [] : [[section(content.say('teams.refused.away'))]];
  return ['may' in host ? howBlocks(content, host.may) : ownBlocks(content, host)];
}

/** Their own team, in numbers. */
export function ownBlocks(content: Content, { team, date, fortnight, told, mayAskMore, result }: Hosted): KnownBlock[] {
  if (result) return [...resultMessage(content, { team, result }).blocks];
  return [
    section(ownLine(content, { date, fortnight })),
    section(`${sayTold(content, told)} ${content.say('teams.joined.when')}`),
    context(content.say('teams.how.sees')),
    actions([...(mayAskMore ? [moreButton(team)] : []), stopButton(content, team), howButton('')]),
  ];
}

export function ownLine(content: Content, { date, fortnight }: Pick<Hosted, 'date' | 'fortnight'>): string {
  if (fortnight === 0) return content.say('teams.own.before', { date });
  return fortnight > 4 ? content.say('teams.own.over') : content.say('teams.own.weeks', { from: 2 * fortnight - 1, to: 2 * fortnight });
}

/** How it works, and the button with which it begins where they may. */
export function howModal(content: Content, may?: Start): ModalView {
  return modal({ callback: 'teams.how-it-works', title: 'Coaching in a team', blocks: howBlocks(content, may) });
}

/** What to do comes first; the words to say aloud can be read in peace. */
function howBlocks(content: Content, may: Start | undefined): KnownBlock[] {
  const said = (heading: string, words: string) => section(`${content.say(heading)}\n${words}`);
  return [
    section(content.say('teams.how')),
    section(content.say('teams.how.weeks')),
    context(content.say('teams.how.sees')),
    ...(may && may.met < MET_OFTEN ? [section(content.say('teams.how.not-yet'))] : []),
    ...(may ? [actions([startButton(may.programme)])] : []),
    divider(),
    said('teams.how.open', content.say('ts.open')),
    said('teams.how.show', content.say('ts.show', { peer: content.say('teams.how.peer') })),
    said('teams.how.ten', content.say('ts.ten')),
  ];
}

function startButton(programme: string) {
  return button({ label: 'Start with my team', action: START, value: programme, style: 'primary' });
}

export function howButton(programme: string) {
  return button({ label: 'See how it works', action: HOW, value: programme });
}

/** Opens all of it, from wherever it stands. */
export function seeButton(label: string) {
  return button({ label, action: SEE, value: 'teams' });
}

export function moreButton(team: string) {
  return button({ label: 'Ask more people', action: MORE, value: team });
}

/** One tap and a confirmation. */
export function stopButton(content: Content, team: string) {
  const sure = confirm({ title: 'Stop the eight weeks', text: content.plain('teams.stop.sure'), yes: 'Stop', no: 'Go on', danger: true });
  return button({ label: 'Stop', action: STOP, value: team, confirm: sure, accessibilityLabel: 'Stop the eight weeks' });
}

/** A sentence where something else stood. */
export function teamTold(text: string): ModalView {
  return modal({ callback: 'teams.told', title: 'Coaching in a team', blocks: [section(text)] });
}
