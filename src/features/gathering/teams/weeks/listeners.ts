// What the eight weeks listen to: the short agreement, the half hour, leaving, the three taps, and what a leader says about how it goes on.
import type { ModalView } from '@slack/types';
import { personIn, textIn } from '../../../../platform/slack/inputs.ts';
import { lookUp } from '../../../../platform/slack/people.ts';
import type { Answer, Ears, Press, Pressed, Submit } from '../../../../platform/slack/spoken.ts';
import type { Tools } from '../../../../platform/tools.ts';
import { openForm } from '../../../founding/forms.ts';
import { seeTeams } from '../see.ts';
import { TEAM, teamModal } from '../team-view.ts';
import * as teams from '../teams.ts';
import { agreeTogether } from './agree.ts';
import { AGREE, agreementModal } from './agreement-views.ts';
import { goOn } from './go-on.ts';
import { halfHourFile, halfHourOf, proposalShown } from './half-hour.ts';
import { chosenMessage, GO_ON, PEER, PEER_FORM, PEER_LENGTH, peerForm, peerModal, WAYS } from './host-views.ts';
import { leaveTeam } from './leave-team.ts';
import { type OurTeamPair, ourTeamPair } from './our-team-pair.ts';
import { AGREEMENT, FILE, HALF_HOUR, halfHourModal, LEAVE, weeksTold } from './step-views.ts';
import { tap } from './tap.ts';
import { TAP, tapsMessage } from './taps-views.ts';

const onAgreement: Press = async (tools, pressed) => {
  const ours = await ourTeamPair(tools, tools.db, { user: pressed.user, pair: pressed.value });
  return onTop(tools, pressed, ours ? agreementOf(tools, ours, pressed.user) : weeksTold(tools.content, 'teams.weeks.gone'));
};

const onAgree: Press = async (tools, { user, value, view }) => {
  const ours = await agreeTogether(tools, { user, pair: value });
  if (!ours || !view) return { text: tools.content.say('teams.weeks.gone') };
  await tools.slack.updateModal(view.id, agreementOf(tools, ours, user), view.hash);
  return undefined;
};

function agreementOf({ content }: Tools, { pair }: OurTeamPair, me: string): ModalView {
  const members = pair.members.map(({ user, name, agreedAt }) => ({ user, name, agreed: agreedAt !== null }));
  return agreementModal(content, { pair: pair.id, me, members });
}

const onHalfHour: Press = async (tools, pressed) => {
  const ours = await ourTeamPair(tools, tools.db, { user: pressed.user, pair: pressed.value });
  if (!ours) return onTop(tools, pressed, weeksTold(tools.content, 'teams.weeks.gone'));
  const half = await halfHourOf(tools, ours, pressed.user);
  const shown = { pair: ours.pair.id, members: ours.pair.members, n: half.n, ...proposalShown(half) };
  return onTop(tools, pressed, halfHourModal(tools.content, shown));
};

const onFile: Press = async (tools, { user, value }) => {
  const ours = await ourTeamPair(tools, tools.db, { user, pair: value });
  const half = ours && (await halfHourOf(tools, ours, user));
  if (!ours || !half?.proposal) return { text: tools.content.say('teams.weeks.gone') };
  const { name, email } = await lookUp(tools, user);
  const file = halfHourFile(ours.pair.id, half.proposal, { to: { name, email }, now: tools.now() });
  const { names, when } = half.proposal;
  const sent = await tools.slack.sendFile(user, { ...file, comment: tools.content.say('teams.weeks.file.comment', { names, when }) });
  return { text: tools.content.say(sent.ok ? 'teams.weeks.file.sent' : 'teams.weeks.file.failed') };
};

const onLeave: Press = async (tools, { user, value }) => {
  const left = await leaveTeam(tools, { user, team: value });
  if (!left.ok) return { text: tools.content.say('teams.weeks.left.already') };
  return { text: tools.content.say(left.began ? 'teams.weeks.left' : 'teams.weeks.left.before') };
};

/** `<team> <item> <choice>`: whose tap it is, is whoever tapped. */
const onTap: Press = async (tools, { user, value, message, view }) => {
  const [team = '', item = '', choice = ''] = value.split(' ');
  const tapped = await tap(tools, { user, team, item, choice: /^\d$/.test(choice) ? Number(choice) : -1 });
  if (!tapped.ok) return { text: tools.content.say(`teams.weeks.taps.${tapped.because}`) };
  if (view?.callbackId === TEAM) {
    await tools.slack.updateModal(view.id, teamModal(tools.content, await seeTeams(tools, { user }, tools.now())));
    return undefined;
  }
  const body = tapsMessage(tools.content, tapped.shown);
  const drawn = message ? await tools.slack.updateMessage(message.channel, message.ts, body) : { ok: false };
  return drawn.ok ? undefined : { text: tools.content.say('teams.weeks.taps.thanks') };
};

const onPeer: Press = async (tools, pressed) => {
  const team = await teams.byId(tools.db, tools.workspace, pressed.value);
  if (team?.user !== pressed.user) return { text: tools.content.say('teams.weeks.gone') };
  return openForm(tools, pressed.triggerId, peerForm(tools.content));
};

const onPeerNamed: Submit = async (tools, { user, state }) => {
  const colleague = personIn(state, 'person');
  const words = textIn(state, 'words').slice(0, PEER_LENGTH);
  const fault = colleague === user ? 'self' : colleague === undefined && words === '' ? 'none' : undefined;
  if (fault) return { then: 'errors', errors: { person: tools.content.plain(`teams.weeks.peer.${fault}`) } };
  const peer = words || (await lookUp(tools, colleague ?? '')).name;
  return { then: 'update', view: peerModal(tools.content, peer) };
};

/** `<team> <way>` */
const onGoOn: Press = async (tools, { user, value, message, view }) => {
  const [team = '', wanted = ''] = value.split(' ');
  const way = WAYS.find((each) => each === wanted);
  const gone = way ? await goOn(tools, { user, team, way }) : ({ ok: false, because: 'not-theirs' } as const);
  if (!gone.ok) return { text: tools.content.say(gone.because === 'already' ? 'teams.weeks.chosen.already' : 'teams.weeks.gone') };
  if (view?.callbackId === TEAM)
    await tools.slack.updateModal(view.id, teamModal(tools.content, await seeTeams(tools, { user }, tools.now())));
  const body = chosenMessage(tools.content, { result: gone.result, way: gone.way, date: gone.date });
  const drawn = message ? await tools.slack.updateMessage(message.channel, message.ts, body) : { ok: view?.callbackId === TEAM };
  return drawn.ok ? undefined : { text: body.text };
};

/** On top of the modal in which the button stood, or as one of its own. */
async function onTop(tools: Tools, { view, triggerId }: Pressed, next: ModalView): Promise<Answer | undefined> {
  const pushed = view?.callbackId ? await tools.slack.pushModal(triggerId, next) : { ok: false };
  return pushed.ok ? undefined : openForm(tools, triggerId, next);
}

export const ears: Ears = {
  presses: {
    [AGREEMENT]: onAgreement,
    [AGREE]: onAgree,
    [HALF_HOUR]: onHalfHour,
    [FILE]: onFile,
    [LEAVE]: onLeave,
    [TAP]: onTap,
    [PEER]: onPeer,
    [GO_ON]: onGoOn,
  },
  submits: { [PEER_FORM]: onPeerNamed },
};
