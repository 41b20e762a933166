// What the leaving room listens to: who sees what, my data, and going; and what Slack says of people who are gone.
import type { Answer, Ears, Hear, Press } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import { openForm } from '../founding/forms.ts';
import * as programmes from '../founding/programmes.ts';
import { inProgramme } from '../founding/which.ts';
import * as leaders from '../joining/leaders.ts';
import { partnershipOf } from '../joining/partners.ts';
import { fileText } from '../joining/text-file-view.ts';
import { sayWanted } from '../pairing/rematching/change-ears.ts';
import { want } from '../pairing/rematching/want.ts';
import { deleteNow } from './delete-notes.ts';
import { erase } from './erase.ts';
import { handOver } from './hand-over.ts';
import { leave } from './leave.ts';
import { myData } from './my-data.ts';
import { asText } from './my-data-file.ts';
import { onDisconnected, onLeftChannel, onPersonChanged, onUndelivered } from './slack-says.ts';
import { eraseQuestion, leaveQuestion, leftAnswer, notHandedOver, privacyAnswer, shownModal, whoSeesWhatModal } from './views.ts';

/** `/coachingpairs privacy` */
export const onPrivacy: Hear = async ({ content }) => privacyAnswer(content);

/** `/coachingpairs export` */
export const onExport: Hear = (tools, { user }) => exportFor(tools, user);

/** `/coachingpairs erase` */
export const onErase: Hear = async ({ content }) => eraseQuestion(content);

const leaving = inProgramme('leaving.leave-in', 'leader', async (tools, { user }, programme) => {
  const leader = await leaders.find(tools.db, programme.id, user);
  if (leader?.leftAt !== null) return { text: tools.content.say('joining.refused.not-in', { programme: programme.name }) };
  return leaveQuestion(tools.content, programme, await partnershipOf(tools.db, leader.id));
});

/** `/coachingpairs leave` */
export const onLeave = leaving.hear;

const onLeaveNow: Press = async (tools, { user, value }) => {
  const programme = await programmes.find(tools.db, tools.workspace, value);
  if (!programme) return say(tools, 'founding.gone');
  const left = await leave(tools, { programme, user, because: 'left' });
  if (!left.ok) return { text: tools.content.say('joining.refused.not-in', { programme: programme.name }) };
  return leftAnswer(tools.content, programme, left.leader, left.partnership);
};

const onDeleteNow: Press = async (tools, { user, value }) =>
  say(tools, (await deleteNow(tools, { user, leader: value })) ? 'leaving.deleted' : 'leaving.delete.none');

const onEraseNow: Press = async (tools, { user }) => {
  const done = await erase(tools, user);
  if (done.ok) return say(tools, 'leaving.erased');
  return { text: tools.content.say('leaving.erase.last-organiser', { programme: done.programme }) };
};

/** For where Slack takes no files: a modal leaves no copy. */
const onShow: Press = async (tools, { user, triggerId }) => {
  const { text, blocks = [] } = fileText(tools.content.say('leaving.export.shown'), asText(await myData(tools, user)));
  return openForm(tools, triggerId, shownModal(text, blocks));
};

const wish =
  (what: 'new' | 'join' | 'finish'): Press =>
  async (tools, { user, value }) => {
    const programme = await programmes.find(tools.db, tools.workspace, value);
    if (!programme) return say(tools, 'founding.gone');
    return { text: sayWanted(tools, what, await want(tools, { programme, user, what })) };
  };

export const ears: Ears = {
  presses: {
    'leaving.leave-in': leaving.press,
    'leaving.leave-now': onLeaveNow,
    'leaving.stay': (tools) => say(tools, 'leaving.stay'),
    'leaving.delete-now': onDeleteNow,
    'leaving.export': (tools, { user }) => exportFor(tools, user),
    'leaving.show': onShow,
    'leaving.erase': async ({ content }) => eraseQuestion(content),
    'leaving.erase-now': onEraseNow,
    'leaving.keep': (tools) => say(tools, 'leaving.stay'),
    'leaving.who-sees-what': (tools, { triggerId }) => openForm(tools, triggerId, whoSeesWhatModal(tools.content)),
    'leaving.join-pair': wish('join'),
    'leaving.match-again': wish('new'),
    'leaving.finish': wish('finish'),
  },
  events: {
    person_changed: onPersonChanged,
    left_channel: onLeftChannel,
    disconnected: onDisconnected,
    undelivered: onUndelivered,
  },
};

async function exportFor(tools: Tools, user: string): Promise<Answer> {
  return (await handOver(tools, user)) ? say(tools, 'leaving.exported') : notHandedOver(tools.content);
}

async function say({ content }: Tools, id: string): Promise<Answer> {
  return { text: content.say(id) };
}
