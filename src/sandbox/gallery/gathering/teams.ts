// A small version with a leader's own team: the offer, how it works, the form, what those read who are asked, the leader's number, and how it ends.
import { moreForm, type StartForm, startForm } from '../../../features/gathering/teams/form-view.ts';
import {
  type Invitation,
  inviteMessage,
  type Standing,
  standingBlocks,
  standingMessage,
} from '../../../features/gathering/teams/invite-views.ts';
import { endedMessage, hostEndedMessage, laterMessage, notYetMessage, waitsMessage } from '../../../features/gathering/teams/letters.ts';
import { type Hosted, howModal, ownBlocks, type TeamSeen, teamModal, teamTold } from '../../../features/gathering/teams/team-view.ts';
import { toldOf } from '../../../features/gathering/teams/words.ts';
import type { Content } from '../../../platform/content/load.ts';
import { bySize, name, recordId, times, written } from '../made-up.ts';
import { type Drawn, inModal, message, onHome, type Sample, type Size, samplesOf } from '../sample.ts';

const TEAM = recordId(80);

/** The day whose name is the longest of all Mondays. */
function monday(size: Size): string {
  return bySize(size, { usual: 'Monday 1 February 2027', longest: 'Monday 27 September 2027', shortest: 'Monday 3 May 2027' });
}

function invitation(content: Content, size: Size, more: Partial<Invitation> = {}): Invitation {
  const words = bySize(size, { usual: content.plain('ts.invite'), longest: written('longest', 1500), shortest: '' });
  return { team: TEAM, name: name(size), date: monday(size), words, begun: false, ...more };
}

/** One partner as a rule, two in a trio. */
function paired(size: Size): Standing {
  return { as: 'paired', partners: times(size === 'longest' ? 2 : 1, (n) => name(size, n + 2)) };
}

const stands = (standing: (size: Size) => Standing) => (content: Content, size: Size) =>
  message(standingMessage(content, invitation(content, size), standing(size)));

function hosted(size: Size, more: Partial<Hosted> = {}): Hosted {
  const told = bySize(size, { usual: { asked: 8, joined: 5 }, longest: { asked: 20, joined: 20 }, shortest: { asked: 4, joined: 1 } });
  return { team: TEAM, date: monday(size), fortnight: 0, told: toldOf(told), mayAskMore: true, ...more };
}

function form(size: Size): StartForm {
  return { team: TEAM, programme: recordId(1), monday: size === 'longest' ? '2027-09-27' : '2027-02-01' };
}

function own(more: Partial<Hosted>): (content: Content, size: Size) => Drawn {
  return (content, size) => inModal(teamModal(content, { host: hosted(size, more), places: [] }));
}

/** Hosts one team and was asked into others: as many as are shown at once. */
function both(content: Content, size: Size): TeamSeen {
  const count = bySize(size, { usual: 1, longest: 8, shortest: 1 });
  const places = times(count, (n) => ({
    invitation: { ...invitation(content, size), team: recordId(81 + n) },
    standing: size === 'longest' ? ({ as: 'asked' } as const) : paired(size),
  }));
  return { host: hosted(size, { fortnight: 2 }), places };
}

const may = { programme: recordId(1), met: 2 };

export const teamSamples: readonly Sample[] = [
  ...samplesOf('src/features/gathering/teams/team-view.ts', {
    'gathering.team.how': ['How a team works', (content) => inModal(howModal(content, may))],
    'gathering.team.how.before': ['How a team works, with a team running', (content) => inModal(howModal(content))],
    'gathering.team.before': ['One’s own team, before it begins', own({})],
    'gathering.team.weeks': ['One’s own team, in its weeks', own({ fortnight: 2 })],
    'gathering.team.last': ['One’s own team, too late to ask more', own({ fortnight: 4, mayAskMore: false })],
    'gathering.team.over': ['One’s own team, over and not yet counted', own({ fortnight: 5, mayAskMore: false })],
    'gathering.team.own': ['One’s own team, on Home', (content, size) => onHome(ownBlocks(content, hosted(size)))],
    'gathering.team.both': ['Host of one team, asked into others', (content, size) => inModal(teamModal(content, both(content, size)))],
    'gathering.team.may': [
      'A team, before there is one',
      (content) => inModal(teamModal(content, { host: { may: { ...may, met: 4 } }, places: [] })),
    ],
    'gathering.team.away': [
      'A team, for somebody who sits out',
      (content) => inModal(teamModal(content, { host: { away: true }, places: [] })),
    ],
    'gathering.team.nobody': ['A team, for somebody in no programme', (content) => inModal(teamModal(content, { places: [] }))],
    'gathering.team.notice': [
      'Where one stands, with what is in the way',
      (content, size) => inModal(teamModal(content, both(content, size), content.say('teams.refused.elsewhere'))),
    ],
    'gathering.team.told': [
      'The invitation is on its way',
      (content, size) => inModal(teamTold(content.say('teams.started', { date: monday(size) }))),
    ],
  }),
  ...samplesOf('src/features/gathering/teams/form-view.ts', {
    'gathering.team.form': ['Start with my team', (content, size) => inModal(startForm(content, form(size)))],
    'gathering.team.more': ['Ask more people into a team', (content) => inModal(moreForm(content, TEAM))],
  }),
  ...samplesOf('src/features/gathering/teams/invite-views.ts', {
    'gathering.team.invite': ['Asked into a team', (content, size) => message(inviteMessage(content, invitation(content, size)))],
    'gathering.team.invite.begun': [
      'Asked into a team that has begun',
      (content, size) => message(inviteMessage(content, invitation(content, size, { begun: true }))),
    ],
    'gathering.team.joined': ['Has joined a team', stands(() => ({ as: 'joined' }))],
    'gathering.team.paired': ['Has joined, and has a partner', stands(paired)],
    'gathering.team.waiting': ['Has joined, and waits for somebody', stands(() => ({ as: 'waiting' }))],
    'gathering.team.declined': ['Has said "Not now"', stands(() => ({ as: 'declined' }))],
    'gathering.team.left': ['Has left a team', stands(() => ({ as: 'left' }))],
    'gathering.team.standing': [
      'Where one stands in a team, on Home',
      (content, size) => onHome(standingBlocks(content, invitation(content, size), paired(size))),
    ],
    'gathering.team.asked': ['Asked into a team, on Home', stands(() => ({ as: 'asked' }))],
  }),
  ...samplesOf('src/features/gathering/teams/letters.ts', {
    'gathering.team.not-yet': [
      'No pairs could be formed, to the leader',
      (content, size) => message(notYetMessage(content, { team: TEAM, date: monday(size) })),
    ],
    'gathering.team.later': [
      'It begins later',
      (content, size) => message(laterMessage(content, { name: name(size), date: monday(size) })),
    ],
    'gathering.team.waits': ['Nobody to meet with yet', (content, size) => message(waitsMessage(content, { name: name(size) }))],
    'gathering.team.ended': ['The team ends', (content, size) => message(endedMessage(content, { name: name(size), begun: true }))],
    'gathering.team.unbegun': [
      'The team will not begin',
      (content, size) => message(endedMessage(content, { name: name(size), begun: false })),
    ],
    'gathering.team.ended.few': ['The team is given up, to the leader', (content) => message(hostEndedMessage(content, 'few'))],
    'gathering.team.ended.paused': ['The team ends with a long pause', (content) => message(hostEndedMessage(content, 'leader-paused'))],
  }),
];
