// Who may do what: every button, form and command there is, by everyone there can be. Made from the rooms' own tables, so that whatever is added
// to them has to be given a row here.
import { describe, expect, jest, test } from '@jest/globals';
import { commands, rotateCommands } from '../../src/commands.ts';
import { loadContent } from '../../src/platform/content/load.ts';
import { rooms } from '../../src/rooms.ts';
import { cast } from '../cast.ts';
import {
  COMMITMENT,
  external,
  type Got,
  guest,
  neighbour,
  presses,
  putBack,
  type Rows,
  rowsOf,
  SECRET,
  submits,
  types,
} from './forging.ts';
import { openScene, REMARK, type OpenScene as Scene } from './standing-open.ts';

/** A thousand acts take some seconds, and more where the machine has much else to do. */
jest.setTimeout(180_000);

const ROLES = {
  external: external.id,
  guest: guest.id,
  stranger: cast.edo.id,
  former: cast.chidi.id,
  deactivated: cast.dolores.id,
  author: cast.amina.id,
  partner: cast.bo.id,
  neighbour: neighbour.id,
  elsewhere: cast.freya.id,
  organiser: cast.hana.id,
} as const;
type Role = keyof typeof ROLES;

const WHO = {
  anyone: ['guest', 'stranger', 'former', 'deactivated', 'author', 'partner', 'neighbour', 'elsewhere', 'organiser'],
  member: ['stranger', 'former', 'author', 'partner', 'neighbour', 'elsewhere', 'organiser'],
  leader: ['author', 'partner', 'neighbour'],
  pair: ['author', 'partner'],
  author: ['author'],
  former: ['former', 'deactivated'],
  own: ['former'],
  asked: ['partner'],
  founder: ['elsewhere', 'organiser'],
  organiser: ['organiser'],
  nobody: [],
  /** Into Amina's team. */
  invited: ['stranger', 'partner', 'elsewhere'],
  concerned: ['author', 'partner', 'neighbour', 'organiser'],
  host: ['author', 'organiser'],
  /** Together in a pair of the neighbour's team. */
  teamPair: ['author', 'organiser'],
  neighbour: ['neighbour'],
} as const satisfies Record<string, readonly Role[]>;

interface Row {
  who: keyof typeof WHO;
  /** What is somebody else's is simply not there: nothing is said of who may. */
  quiet?: boolean;
  value?: (on: Scene) => string;
  about?: (on: Scene) => string;
  callback?: string;
  state?: Record<string, Record<string, unknown>>;
}

const programme = (on: Scene) => on.programme;
const preview = (on: Scene) => JSON.stringify({ proposal: on.proposal, revision: on.revision, page: 0 });
const onPreview = (on: Scene) => JSON.stringify({ proposal: on.proposal, revision: on.revision, page: 0, root: 'V0', group: [on.leader] });
const organised = { who: 'organiser', value: programme } as const;
const inRoster = { who: 'organiser', about: programme } as const;
const inPreview = { who: 'organiser', about: preview } as const;
const inOwnForm = { who: 'organiser', value: () => '0', about: onPreview } as const;
const onTried = (on: Scene) =>
  JSON.stringify({ ...JSON.parse(onPreview(on)), wish: { what: 'partner', leader: on.leader, withUser: cast.bo.id } });
const inNotes = { who: 'author', value: (on: Scene) => on.note, callback: 'coaching.notes', about: () => '{"page":1}' } as const;
const led = { who: 'leader', value: programme } as const;
const ours = { who: 'pair', value: (on: Scene) => on.pair } as const;
const ourVersion = { who: 'pair', value: (on: Scene) => `${on.pair}:1` } as const;
const meeting = { who: 'pair', value: (on: Scene) => `${on.pair}:1` } as const;
const pick = (on: Scene) => JSON.stringify({ pair: on.pair, page: 1, seen: {} });
const inPick = { who: 'pair', value: () => '1', callback: 'coaching.pick', about: pick } as const;
const open = { who: 'anyone' } as const;
const inAudit = { who: 'organiser', value: () => '0', callback: 'founding.audit-all', about: (on: Scene) => on.programme } as const;
const inToDo = {
  who: 'organiser',
  value: () => '1',
  callback: 'home.to-do',
  about: (on: Scene) => JSON.stringify({ programme: on.programme, page: 0 }),
} as const;
const ourCheckin = { who: 'pair', value: (on: Scene) => `${on.pair}:1` } as const;
const ourPartner = { who: 'pair', value: (on: Scene) => `${on.pair} ${on.leader}` } as const;
const herRound = { who: 'author', value: (on: Scene) => `${on.round} ${on.leader}` } as const;
const asked = { who: 'pair', value: (on: Scene) => `${on.wish} ${on.pair}` } as const;
/** The pair says no more than which round it is: everyone answers in their own name. */
const opening = { who: 'leader', value: (on: Scene) => `opening:${on.pair}` } as const;
const inTeamPair = { who: 'teamPair', value: (on: Scene) => on.weeks.pair } as const;
const inReport = { who: 'organiser', value: (on: Scene) => `${on.report} sponsors` } as const;
const inResult = { who: 'organiser', value: (on: Scene) => on.result } as const;
/** Of what is not there, or is somebody else's, the same is said to everyone. */
const theirWords = { who: 'author', quiet: true, value: () => 'a:1' } as const;
const herCommitment = { who: 'author', value: (on: Scene) => on.commitment, callback: 'coaching.commitments' } as const;

const herForum = { who: 'author', value: (on: Scene) => on.forum } as const;
/** The forum, a line of it, and when that ends. */
const herHour = { who: 'author', value: (on: Scene) => `${on.forum}:1:0` } as const;
const inForums = { who: 'concerned', value: () => '0', callback: 'forums.list', about: programme } as const;

const herTeam = { who: 'author', value: (on: Scene) => on.team } as const;

const PRESSES: Record<string, Row> = {
  'founding.found-new': { who: 'founder', value: () => 'C0FREE' },
  'founding.move': { who: 'organiser', value: (on) => `${on.programme} C0FREE` },
  'founding.settings-in': organised,
  'founding.organisers-in': organised,
  'founding.audit-in': organised,
  'founding.audit-all': organised,
  'founding.audit-page-later': inAudit,
  'founding.audit-page-earlier': inAudit,
  'founding.audit-file': organised,
  'joining.sign-up': { who: 'member', value: programme },
  'joining.join-in': { who: 'member', value: programme },
  'joining.profile-in': led,
  'joining.pause-in': led,
  'joining.pause-ask': led,
  'joining.pause-now': { who: 'leader', value: (on) => `${on.programme} 2027-02-01` },
  'joining.pause-not': open,
  'joining.resume': led,
  'joining.resume-in': led,
  'joining.roster-in': organised,
  'joining.roster-earlier': inRoster,
  'joining.roster-later': inRoster,
  'joining.import': inRoster,
  'joining.invite': inRoster,
  'joining.export': inRoster,
  'joining.remind': inRoster,
  'joining.fields': inRoster,
  'joining.take-off': { who: 'organiser', value: (on) => `${on.programme} x` },
  'joining.decline': { who: 'anyone', value: programme },
  'pairing.rotate': organised,
  'pairing.rotate-on': { who: 'organiser', value: (on) => `${on.programme} 2027-12-01` },
  'pairing.rotate-undo': organised,
  'pairing.open-preview': organised,
  'pairing.first-plan': open,
  'pairing.suits': { who: 'pair', value: (on) => on.pair },
  'pairing.another': { who: 'pair', value: (on) => on.pair },
  'pairing.posted-already': { who: 'organiser', value: (on) => on.announcement },
  'pairing.post-it-now': { who: 'organiser', value: (on) => on.announcement },
  'pairing.page-back': inPreview,
  'pairing.page-next': inPreview,
  'pairing.change': { ...inPreview, value: (on) => on.leader },
  'pairing.leave-out': inPreview,
  'pairing.redraw': inPreview,
  'pairing.undo-change': inPreview,
  'pairing.reset': inPreview,
  'pairing.discard': inPreview,
  'pairing.take-back-approval': inPreview,
  'pairing.find': { ...inPreview, value: () => cast.amina.id },
  'pairing.find-text': { ...inPreview, value: () => 'Amina' },
  'pairing.only': { ...inPreview, value: () => 'compromise' },
  'pairing.all': inPreview,
  'pairing.leave-out-one': { ...inPreview, value: (on) => on.leader },
  'pairing.ruled-out': inPreview,
  'pairing.ruled-out-page-back': inOwnForm,
  'pairing.ruled-out-page-next': inOwnForm,
  'pairing.lift': { ...inOwnForm, value: () => 'nothing' },
  'pairing.see-cost': { ...inOwnForm, value: () => cast.bo.id, about: onTried },
  'pairing.choose-again': inOwnForm,
  'pairing.change-in': led,
  'pairing.change-now': ours,
  'pairing.keep-now': ours,
  'pairing.want': { who: 'leader', value: (on) => `join ${on.programme}` },
  'pairing.suggest': { who: 'organiser', value: (on) => on.wish },
  'pairing.third-yes': asked,
  'pairing.third-no': asked,
  'pairing.longer': ours,
  'pairing.longer-yes': ours,
  'pairing.longer-no': ours,
  'pairing.choose': led,
  'pairing.choose-accept': { who: 'asked', value: (on) => on.partnerRequest },
  'pairing.choose-decline': { who: 'asked', value: (on) => on.partnerRequest },
  'pairing.choose-withdraw': { who: 'author', value: (on) => on.partnerRequest },
  'pairing.choose-undo': { who: 'pair', value: (on) => on.partnerRequest },
  'pairing.welcomes': led,
  'coaching.carry-on': open,
  'coaching.come-back': led,
  'coaching.come-back-in': led,
  'coaching.note-in': led,
  'coaching.write-note': { who: 'author', value: (on) => on.prompt },
  'coaching.another-question': { who: 'author', value: (on) => `${on.prompt}:1` },
  'coaching.keep-for': { who: 'author', quiet: true, value: (on) => `${on.note}:${on.prompt}` },
  'coaching.read-kept': { who: 'author', value: (on) => on.note },
  'coaching.remove-kept': { who: 'author', quiet: true, value: (on) => on.note },
  'coaching.newer-notes': open,
  'coaching.older-notes': open,
  'coaching.all-notes': open,
  'coaching.read-note': inNotes,
  'coaching.change-note': inNotes,
  'coaching.delete-note': { ...inNotes, quiet: true },
  'coaching.meet': meeting,
  'coaching.meet-short': meeting,
  'coaching.meet-in': led,
  'coaching.pick-next': meeting,
  'coaching.book-meeting': { who: 'author', value: (on) => on.prompt },
  'coaching.move-meeting': meeting,
  'coaching.earlier-times': inPick,
  'coaching.later-times': inPick,
  'coaching.arranged-already': meeting,
  'coaching.no-meeting': meeting,
  'coaching.cancel-meeting': meeting,
  'coaching.calendar-file': meeting,
  'coaching.plan': meeting,
  'coaching.start-timer': meeting,
  'coaching.stop-timer': meeting,
  'coaching.agreement': ours,
  'coaching.agreement-in': led,
  'coaching.agree': ourVersion,
  'coaching.agreement-keep': ourVersion,
  'coaching.agreement-change': ourVersion,
  'coaching.checkin-in': led,
  'coaching.checkin-met': ourCheckin,
  'coaching.checkin-not-yet': ourCheckin,
  'coaching.checkin-skip': ourCheckin,
  'coaching.checkin-leave': ourCheckin,
  'coaching.checkin-change': ourCheckin,
  'coaching.checkin-no-team': ourCheckin,
  'coaching.commit-in': led,
  'coaching.commit-new': led,
  'coaching.commit': ourCheckin,
  'coaching.commitments': open,
  'coaching.commitment-done': herCommitment,
  'coaching.commitment-partly': herCommitment,
  'coaching.commitment-not-yet': herCommitment,
  'coaching.commitment-let-go': herCommitment,
  'coaching.commitment-keep': herCommitment,
  'coaching.commitment-smaller': herCommitment,
  'coaching.commitment-noticed': herCommitment,
  'coaching.commitment-skip': herCommitment,
  'coaching.commitment-reopen': herCommitment,
  'coaching.commitment-share': herCommitment,
  'coaching.commitment-unshare': herCommitment,
  'home.help-me': led,
  'coaching.help-in': led,
  'coaching.help-read': { who: 'organiser', value: (on) => on.request },
  'coaching.help-seen-to': { who: 'organiser', value: (on) => on.request },
  'coaching.other-help': open,
  'reviewing.answer': opening,
  'reviewing.skip': opening,
  'reviewing.read': { ...inResult, who: 'concerned' },
  'reviewing.remarks': { who: 'organiser', value: (on) => `${on.result}:1` },
  'reviewing.write-change': inResult,
  'measuring.report-in': organised,
  'measuring.see': { ...inReport, value: (on) => on.report },
  'measuring.choose': { ...inReport, value: (on) => on.report },
  'measuring.for': inReport,
  'measuring.file': inReport,
  'measuring.picture': inReport,
  'measuring.map': inReport,
  'reviewing.look-back': ours,
  'reviewing.together': open,
  'reviewing.close-skip': open,
  'reviewing.insight-add': ours,
  'reviewing.insight-read': ours,
  'reviewing.insight-share': theirWords,
  'reviewing.insight-named': theirWords,
  'reviewing.insight-no': theirWords,
  'reviewing.insight-change': theirWords,
  'reviewing.card': ours,
  'reviewing.card-change': ours,
  'reviewing.card-approve': theirWords,
  'reviewing.card-delete': theirWords,
  'reviewing.introduce': ourPartner,
  'reviewing.introduction-show': theirWords,
  'reviewing.introduction-hide': theirWords,
  'reviewing.introduction-read': theirWords,
  'reviewing.introduction-skip': open,
  'reviewing.write-line': ourPartner,
  'reviewing.partner-card': { ...ours, quiet: true },
  'reviewing.next-join': herRound,
  'reviewing.next-not': herRound,
  'reviewing.next-more': herRound,
  'reviewing.keep': herRound,
  'reviewing.let-go': herRound,
  'reviewing.carry': ours,
  'leaving.leave-in': led,
  'leaving.leave-now': led,
  'leaving.stay': open,
  'leaving.delete-now': { who: 'own', value: (on) => on.former },
  'leaving.export': open,
  'leaving.show': open,
  'leaving.erase': open,
  'leaving.erase-now': open,
  'leaving.keep': open,
  'leaving.who-sees-what': open,
  'leaving.join-pair': led,
  'leaving.match-again': led,
  'leaving.finish': open,
  'home.status-in': led,
  'home.partner-in': led,
  'home.word': { who: 'organiser', value: (on) => `roster ${on.programme}` },
  'home.card': open,
  'home.to-do': organised,
  'home.to-do-back': inToDo,
  'home.to-do-next': inToDo,
  'home.seen-to': { who: 'organiser', value: (on) => on.leader },
  'home.look-again': organised,
  'forums.forum-in': { who: 'concerned', value: programme },
  'forums.list': { who: 'concerned', value: programme },
  'forums.page-back': inForums,
  'forums.page-next': inForums,
  'forums.save': { ...herForum, who: 'leader' },
  'forums.mine': { ...herForum, who: 'concerned' },
  'forums.brings': { ...herForum, callback: 'forums.place', about: (on) => on.forum },
  'forums.file': herForum,
  'forums.give-back': herForum,
  'forums.offer': { who: 'concerned', value: programme },
  'forums.move': { ...herForum, who: 'host' },
  'forums.is-there': { who: 'host', value: (on) => on.invitation },
  'forums.post-now': { who: 'host', value: (on) => on.invitation },
  'forums.call-off': { ...herForum, who: 'host' },
  'forums.next-round': herHour,
  'forums.more-time': herHour,
  'forums.pause': herHour,
  'forums.go-on': herHour,
  'forums.be-reader': herHour,
  'forums.be-keeper': herHour,
  'forums.keep-asking': herHour,
  'forums.my-question': herHour,
  'forums.whose-question': { who: 'author', value: (on) => `${on.forum}:${on.leader}` },
  'forums.go-ahead': herForum,
  'forums.answer': herHour,
  'forums.tap': { who: 'author', value: (on) => `${on.forum}:fo.1:0` },
  'forums.next-forum': { ...herHour, who: 'concerned' },
  'together.gathering-in': { who: 'concerned', value: programme },
  'together.coming': { who: 'leader', value: (on) => on.gathering },
  'together.not-coming': { who: 'leader', value: (on) => on.gathering },
  'together.calendar-file': { who: 'leader', value: (on) => on.gathering },
  'together.change': { who: 'organiser', value: (on) => on.gathering },
  'together.call-off': { who: 'organiser', value: (on) => on.gathering },
  'together.pack': { who: 'organiser', value: (on) => on.gathering },
  'together.is-there': { who: 'organiser', value: (on) => on.gatheringWord },
  'together.post-now': { who: 'organiser', value: (on) => on.gatheringWord },
  'together.guide': { who: 'founder' },
  'together.guide-file': { who: 'founder' },
  'teams.see': open,
  'teams.how': { who: 'anyone', value: programme },
  'teams.start': led,
  'teams.more': herTeam,
  'teams.stop': herTeam,
  'teams.join': { ...herTeam, who: 'invited' },
  'teams.not-now': { ...herTeam, who: 'invited' },
  'teams.agreement': inTeamPair,
  'teams.agree': { ...inTeamPair, callback: 'teams.short-agreement' },
  'teams.half-hour': inTeamPair,
  'teams.file': inTeamPair,
  'teams.leave': { who: 'teamPair', value: (on) => on.weeks.running },
  'teams.tap': { who: 'teamPair', value: (on) => `${on.weeks.running} fo.1 0` },
  'teams.peer': { who: 'neighbour', value: (on) => on.weeks.running },
  'teams.go-on': { who: 'neighbour', value: (on) => `${on.weeks.counted} carry-on` },
};

const choice = (value: string) => ({ x: { selected_option: { value } } });
const days = { x: { selected_options: [{ value: '2' }] } };
const zone = { x: { value: 'Europe/London' } };
const settings = {
  ...{ name: { x: { value: 'Mine' } }, 'next-on': { x: { selected_date: '2027-09-07' } }, weekday: choice('2'), zone, days },
  ...{ time: { x: { selected_time: '09:30' } }, cycle: choice('6') },
};
const profile = {
  ...{ function: choice('Finance'), days, zone, from: { x: { selected_time: '09:00' } }, to: { x: { selected_time: '17:00' } } },
};

const small = { when: { x: { value: 'Friday' } }, will: { x: { value: 'call' } } };
const inCheckin = (on: Scene) => JSON.stringify({ id: on.commitment, pair: on.pair, fortnight: 1, from: 'modal' });

const fourPeople = { x: { selected_users: [cast.hana.id, cast.goran.id, cast.edo.id, cast.freya.id] } };
const anHour = { day: { x: { selected_date: '2027-03-17' } }, time: { x: { selected_time: '10:00' } } };
const written = { x: { value: 'Something.' } };
const inClosing = {
  who: 'pair',
  about: (on: Scene) => JSON.stringify({ pair: on.pair, leader: on.leader, over: 0, before: 0 }),
} as const;

const SUBMITS: Record<string, Row> = {
  'founding.found': { who: 'founder', about: () => 'C0FREE', state: settings },
  'founding.settings': { who: 'organiser', about: (on) => JSON.stringify({ programme: on.programme }), state: settings },
  'joining.profile': { who: 'member', about: programme, state: profile },
  'joining.pause': { who: 'leader', about: programme, state: { until: { x: { selected_date: '2027-02-01' } } } },
  'joining.pause-now': { who: 'leader', about: (on) => JSON.stringify({ programme: on.programme, until: '2027-02-01' }) },
  'joining.import': { ...inRoster, state: { pasted: { x: { value: 'email,name,function\nx@example.org,X,Finance' } }, file: {} } },
  'joining.invite': { ...inRoster, state: { whom: choice('channel'), people: {} } },
  'joining.roster': { ...inRoster, state: { find: { x: { value: 'amina' } } } },
  'joining.fields': { ...inRoster, state: { 'function-field': choice('Xf1'), 'manager-field': choice('none') } },
  'pairing.choosing': { who: 'leader', about: programme, state: { person: { x: { selected_user: cast.amina.id } } } },
  'pairing.welcomes-form': { who: 'leader', about: programme, state: { welcomes: { x: { selected_users: [cast.goran.id] } } } },
  'pairing.preview': inPreview,
  'pairing.approve-form': { who: 'organiser', about: onPreview, state: { telling: choice('announce-now') } },
  'pairing.change-form': { who: 'organiser', about: onPreview, state: { what: choice('out:0'), whom: {}, why: {} } },
  'pairing.cost-form': { who: 'organiser', about: onTried },
  'pairing.leave-out-form': { who: 'organiser', about: onPreview, state: { whom: { x: { selected_user: cast.amina.id } } } },
  'pairing.suggestion': { who: 'organiser', about: (on) => JSON.stringify({ wish: on.wish, mark: on.mark }) },
  'coaching.pick': {
    who: 'pair',
    about: pick,
    state: { day: { x: { selected_date: '2027-01-27' } }, time: { x: { selected_time: '10:00' } } },
  },
  'coaching.pick-outside': {
    who: 'pair',
    about: (on) => JSON.stringify({ form: pick(on), at: '2027-01-27T21:00:00Z' }),
  },
  'coaching.arranged': { who: 'pair', about: pick, state: { day: {}, time: {} } },
  'coaching.agreement-form': {
    who: 'pair',
    about: (on) => JSON.stringify({ pair: on.pair, version: 1 }),
    state: { by: { x: { value: 'video' } } },
  },
  'coaching.commit': {
    who: 'pair',
    about: (on) => JSON.stringify({ id: 'd'.repeat(32), pair: on.pair, fortnight: 1, from: 'list' }),
    state: { ...small, seen: choice('share') },
  },
  'coaching.commitment-smaller': { who: 'author', about: inCheckin, state: small },
  'coaching.commitment-noticed': { who: 'author', about: inCheckin, state: { noticed: { x: { value: 'Nothing.' } } } },
  'coaching.help-form': {
    who: 'leader',
    about: (on) => JSON.stringify({ request: 'e'.repeat(32), programme: on.programme }),
    state: { text: { x: { value: 'Please.' } } },
  },
  'reviewing.pulse': {
    who: 'leader',
    about: (on) => JSON.stringify({ pulse: 'opening', round: on.round }),
    state: { 'opening.cap.1': choice('1') },
  },
  'reviewing.change': {
    who: 'organiser',
    about: (on) => JSON.stringify({ result: on.result }),
    state: { change: written, by: { x: { selected_date: '2027-09-07' } } },
  },
  'reviewing.look-back': { ...inClosing, state: { 'cl.1': written } },
  'reviewing.insight': { ...inClosing, state: { text: written, how: choice('share') } },
  'reviewing.card': { ...inClosing, state: { 'card.1': written } },
  'reviewing.introduction': { ...inClosing, state: { text: written } },
  'reviewing.line': { ...inClosing, state: { text: written } },
  'reviewing.carry': { ...inClosing, state: { commitment: choice('nothing') } },
  'forums.offer-form': {
    who: 'concerned',
    about: (on) => JSON.stringify({ programme: on.programme, forum: 'a'.repeat(32) }),
    state: { ...anHour, places: choice('8') },
  },
  'forums.move-form': { who: 'host', about: (on) => on.forum, state: anHour },
  'together.plan': {
    who: 'organiser',
    about: (on) => JSON.stringify({ programme: on.programme, round: on.round, gathering: on.gathering, sequence: 0 }),
    state: { day: { x: { selected_date: '2027-07-08' } }, time: { x: { selected_time: '11:00' } }, place: { x: { value: 'Elsewhere' } } },
  },
  'teams.start-form': {
    who: 'leader',
    about: (on) => JSON.stringify({ team: 'b'.repeat(32), programme: on.programme }),
    state: { people: fourPeople, invitation: { x: { value: 'Would you?' } }, monday: { x: { selected_date: '2027-03-22' } } },
  },
  'teams.peer-form': { who: 'anyone', state: { words: { x: { value: 'A colleague' } } } },
  'teams.more-form': { who: 'author', about: (on) => on.team, state: { people: { x: { selected_users: [cast.goran.id] } } } },
  'coaching.note': {
    who: 'author',
    about: (on) => JSON.stringify({ note: 'f'.repeat(32), leader: on.leader, round: on.round, fortnight: 1, question: on.question }),
    state: { note: { x: { value: 'Something else.' } } },
  },
  'coaching.changed-note': {
    who: 'author',
    about: (on) => JSON.stringify({ note: on.note }),
    state: { note: { x: { value: 'Something else.' } } },
  },
};

/** What a leader could try from another pair: ids of their own, and beside them some of what is somebody else's. */
const MIXED_PRESSES: Record<string, (on: Scene) => string> = {
  'pairing.third-yes': (on) => `${on.wish} ${on.nearby.pair}`,
  'pairing.third-no': (on) => `${on.wish} ${on.nearby.pair}`,
  'coaching.keep-for': (on) => `${on.note}:${on.nearby.prompt}`,
  'reviewing.introduce': (on) => `${on.nearby.pair} ${on.leader}`,
  'reviewing.write-line': (on) => `${on.nearby.pair} ${on.leader}`,
  'reviewing.next-join': (on) => `${on.round} ${on.leader}`,
  'reviewing.let-go': (on) => `${on.round} ${on.leader}`,
};

const inNearby = (on: Scene) => JSON.stringify({ id: on.commitment, pair: on.nearby.pair, fortnight: 1, from: 'list' });
const inNearbyClosing = (on: Scene) => JSON.stringify({ pair: on.nearby.pair, leader: on.leader, over: 0, before: 0 });
const MIXED_SUBMITS: Record<string, (on: Scene) => string> = {
  'coaching.commit': inNearby,
  'coaching.commitment-smaller': inNearby,
  'coaching.commitment-noticed': inNearby,
  'coaching.help-form': (on) => JSON.stringify({ request: on.request, programme: on.programme }),
  'coaching.note': (on) =>
    JSON.stringify({ note: on.note, leader: on.nearby.leader, round: on.round, fortnight: 1, question: on.question }),
  'reviewing.introduction': inNearbyClosing,
  'reviewing.line': inNearbyClosing,
};

const COMMANDS: Record<string, Row['who']> = {
  '/coachingpairs': 'anyone',
  '/coachingpairs join': 'member',
  '/coachingpairs profile': 'leader',
  '/coachingpairs partner': 'leader',
  '/coachingpairs change': 'leader',
  '/coachingpairs status': 'leader',
  '/coachingpairs checkin': 'leader',
  '/coachingpairs commit': 'leader',
  '/coachingpairs commitments': 'anyone',
  '/coachingpairs note': 'leader',
  '/coachingpairs notes': 'anyone',
  '/coachingpairs meet': 'leader',
  '/coachingpairs agreement': 'leader',
  '/coachingpairs help-me': 'leader',
  '/coachingpairs forum': 'concerned',
  '/coachingpairs team': 'anyone',
  '/coachingpairs guide': 'anyone',
  '/coachingpairs pause': 'leader',
  '/coachingpairs resume': 'leader',
  '/coachingpairs privacy': 'anyone',
  '/coachingpairs export': 'anyone',
  '/coachingpairs erase': 'anyone',
  '/coachingpairs leave': 'leader',
  '/coachingpairs help': 'anyone',
  '/coachingpairs found': 'founder',
  '/coachingpairs settings': 'organiser',
  '/coachingpairs roster': 'organiser',
  '/coachingpairs organisers': 'organiser',
  '/coachingpairs audit': 'organiser',
  '/coachingpairs gathering': 'concerned',
  '/coachingpairs report': 'organiser',
  '/rotate': 'organiser',
  '/rotate on': 'organiser',
  '/rotate undo': 'organiser',
};

const content = loadContent();
/** The sentences with which somebody is turned away; a blank in them may say anything. */
const REFUSALS = [
  ...['app.stranger', 'founding.refused.not-organiser', 'founding.refused.not-allowed', 'pairing.not-organiser', 'pairing.match.others'],
  ...['joining.refused.guest', 'joining.refused.external', 'joining.refused.deactivated', 'joining.refused.not-in'],
  ...[
    'joining.pause.refused.not-in',
    'home.not-in',
    'home.status.left',
    'coaching.note.not-in',
    'coaching.no-prompt',
    'coaching.note.gone',
  ],
  ...['coaching.checkin.others', 'coaching.checkin.not-in', 'coaching.commitment.gone', 'coaching.commitment.stale'],
  ...['coaching.agreement.others', 'coaching.help.not-in', 'coaching.meeting.not-yours', 'coaching.meeting.not-in'],
  ...['coaching.note.not-yours', 'pairing.partner.stranger', 'leaving.delete.none', 'pairing.repair.refused.not-in'],
  ...[
    'pairing.repair.third.others',
    'pairing.longer.refused.others',
    'pairing.choosing.refused.not-in',
    'pairing.choosing.refused.gone',
    'measuring.gone',
  ],
  ...['reviewing.closing.not-yours', 'reviewing.pulse.not-in', 'reviewing.pulse.change.gone', 'reviewing.pulse.change.not-organiser'],
  ...['teams.refused.not-in', 'teams.refused.gone', 'teams.refused.not-asked'],
  ...['together.leaders-only', 'together.gone'],
  ...['teams.weeks.gone', 'teams.weeks.left.already', 'teams.weeks.taps.closed'],
  ...['forums.not-in', 'forums.not-yours', 'forums.no-place', 'forums.file.none', 'forums.hour.not-seated'],
].flatMap((id) => [content.say(id, { programme: '§' }), content.plain(id, { programme: '§' })].map((text) => longest(text.split('§'))));

function longest(pieces: readonly string[]): string {
  const [piece = ''] = [...pieces].sort((a, b) => b.length - a.length);
  return JSON.stringify(piece).slice(1, -1);
}

function isRefused({ text }: Got): boolean {
  return REFUSALS.some((sentence) => text.includes(sentence));
}

interface Guarded extends Scene {
  /** What stands in the tables before anybody does anything, and after everything has been put back. */
  rows: Rows;
}

/** What somebody who may not do it has been able to do or see; nothing where all is well. */
async function harm(on: Guarded, role: Role, row: Pick<Row, 'who' | 'quiet'>, act: () => Promise<Got>): Promise<string[]> {
  const before = on.rows;
  const got = await act();
  const after = await rowsOf(on.house);
  const changed = Object.keys(before).filter((table) => JSON.stringify(before[table]) !== JSON.stringify(after[table]));
  if (changed.length > 0) await putBack(on.house, before);
  const may = (WHO[row.who] as readonly Role[]).includes(role);
  const hidden = [...(role === 'author' ? [] : [...Object.values(SECRET), COMMITMENT]), ...(role === 'organiser' ? [] : [REMARK])];
  const shown = hidden.filter((secret) => got.text.includes(secret));
  return [
    ...(got.acked && (got.seen.length > 0 || got.ack !== undefined) ? [] : ['is met with silence']),
    ...shown.map((secret) => `reads ${secret}`),
    ...(may && isRefused(got) ? ['is turned away'] : []),
    ...(!may && changed.length > 0 ? [`changes ${changed.join(', ')}`] : []),
    ...(!may && !isRefused(got) && !row.quiet ? [`is not turned away: ${got.text.slice(0, 200)}`] : []),
  ];
}

/** What everyone may do is tried by these. */
const FEW: ReadonlySet<Role> = new Set<Role>(['external', 'guest', 'former', 'partner', 'neighbour', 'organiser']);

async function harms(
  scene: Scene,
  rows: readonly (Pick<Row, 'who' | 'quiet'> & { id: string; act: (user: string) => Promise<Got> })[],
): Promise<string[]> {
  const on = { ...scene, rows: await rowsOf(scene.house) };
  const found: string[] = [];
  for (const { id, who, quiet = false, act } of rows) {
    for (const [role, user] of Object.entries(ROLES) as [Role, string][]) {
      if (who === 'anyone' && !FEW.has(role)) continue;
      const done = await harm(on, role, { who, quiet }, () => act(user));
      found.push(...done.map((each) => `${role} at ${id} ${each}`));
    }
  }
  return [...found, ...on.house.slack.complaints];
}

const keysOf = (part: 'presses' | 'submits') => rooms.flatMap((room) => Object.keys(room[part] ?? {})).sort();

describe('Everything anyone can do has a row here', () => {
  test('buttons', () => expect(Object.keys(PRESSES).sort()).toEqual(keysOf('presses')));
  test('forms', () => expect(Object.keys(SUBMITS).sort()).toEqual(keysOf('submits')));
  test('commands', () => {
    const all = [...commands.map(({ word }) => `/coachingpairs ${word}`), ...rotateCommands.map(({ word }) => `/rotate ${word}`)];
    expect(Object.keys(COMMANDS).sort()).toEqual(all.map((line) => line.trim()).sort());
  });
});

describe('Whoever may not, cannot', () => {
  test('press', async () => {
    const on = await openScene();
    const rows = Object.entries(PRESSES).map(([action, { who, quiet = false, value, about, callback }]) => {
      const control = { action, value: value?.(on) ?? '', about: about?.(on) ?? '', ...(callback && { callback }) };
      return { id: action, who, quiet, act: (user: string) => presses(on.house, user, control) };
    });
    expect(await harms(on, rows)).toEqual([]);
  });

  test('submit', async () => {
    const on = await openScene();
    const rows = Object.entries(SUBMITS).map(([callback, { who, about, state = {} }]) => {
      const form = { callback, about: about?.(on) ?? '', state };
      return { id: callback, who, act: (user: string) => submits(on.house, user, form) };
    });
    expect(await harms(on, rows)).toEqual([]);
  });

  test('mix what is theirs with what is not', async () => {
    const scene = await openScene();
    const on = { ...scene, rows: await rowsOf(scene.house) };
    const found: string[] = [];
    const row = { who: 'nobody', quiet: true } as const;
    for (const [action, value] of Object.entries(MIXED_PRESSES)) {
      const control = { action, value: value(on), about: '' };
      for (const each of await harm(on, 'neighbour', row, () => presses(on.house, neighbour.id, control))) found.push(`${action}: ${each}`);
    }
    for (const [callback, about] of Object.entries(MIXED_SUBMITS)) {
      const form = { callback, about: about(on), state: SUBMITS[callback]?.state ?? {} };
      for (const each of await harm(on, 'neighbour', row, () => submits(on.house, neighbour.id, form))) found.push(`${callback}: ${each}`);
    }
    expect(found).toEqual([]);
  });

  test('type', async () => {
    const on = await openScene();
    const rows = Object.entries(COMMANDS).map(([line, who]) => {
      const [command = '', word = ''] = line.split(' ');
      const text = word === 'on' ? 'on 2027-12-01' : word;
      const where = word === 'found' ? { channel: 'C0FREE' } : {};
      return { id: line, who, act: (user: string) => types(on.house, user, { command, text, ...where }) };
    });
    expect(await harms(on, rows)).toEqual([]);
  });
});
