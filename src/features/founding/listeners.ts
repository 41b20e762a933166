// What the founding room listens to: the commands, forms and buttons with which a programme begins and is kept in order.
import { z } from 'zod';
import { dayOf } from '../../platform/clock.ts';
import { mentionedIn, recall } from '../../platform/slack/inputs.ts';
import type { Answer, Ears, Hear, Press, Reply, Submit } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import { appoint, dismiss } from './appoint.ts';
import { auditPresses } from './audit-ears.ts';
import { changeSettings } from './change-settings.ts';
import { wishOf } from './changes.ts';
import { move, onChannelChanged, onUndelivered, seenAgain } from './channels.ts';
import { chosenPairs } from './choices.ts';
import { atFields, openForm } from './forms.ts';
import { found } from './found.ts';
import * as organisers from './organisers.ts';
import * as pauseWeeks from './pause-weeks.ts';
import * as programmes from './programmes.ts';
import { lookAt } from './readiness.ts';
import { mayOrganise } from './rights.ts';
import { readSettings } from './settings-form.ts';
import { settingsModal } from './settings-view.ts';
import { changedModal, changeLines, foundedModal, moveAnswer, toldModal } from './views.ts';
import { inProgramme } from './which.ts';
import { sayList } from './words.ts';

/** `/coachingpairs found`: the form, or why no programme can begin here. */
export const onFound: Hear = async (tools, { user, channel, triggerId }) => {
  const look = await lookAt(tools, user, channel);
  if (!look.ok) return { text: tools.content.say(`founding.refused.${look.because}`, look.blanks) };
  if (look.lost.length > 0) return moveAnswer(tools.content, channel, look.lost);
  return openForm(tools, triggerId, settingsModal(tools.content, { to: 'found', wish: look.suggestion, about: channel }));
};

const onFoundNew: Press = async (tools, { user, value, triggerId }) => {
  const look = await lookAt(tools, user, value);
  if (!look.ok) return { text: tools.content.say(`founding.refused.${look.because}`, look.blanks) };
  return openForm(tools, triggerId, settingsModal(tools.content, { to: 'found', wish: look.suggestion, about: value }));
};

const onFoundForm: Submit = async (tools, { user, privateMetadata, state }) => {
  const look = await lookAt(tools, user, privateMetadata);
  if (!look.ok) return shown(tools.content.say(`founding.refused.${look.because}`, look.blanks));
  const read = readSettings(state, tools.now());
  if (!read.ok) return atFields(tools, read.faults);
  const founded = await found(tools, { channel: privateMetadata, by: user, wish: read.wish });
  if (!founded.ok) return shown(tools.content.say(`founding.refused.${founded.because}`));
  return { then: 'update', view: foundedModal(tools.content, founded.programme) };
};

const onMove: Press = async (tools, { user, value }) => {
  const [programme = '', channel = ''] = value.split(' ');
  const look = await lookAt(tools, user, channel);
  if (!look.ok) return { text: tools.content.say(`founding.refused.${look.because}`, look.blanks) };
  const moved = await move(tools, { programme, channel, by: user });
  if (!moved.ok) return { text: tools.content.say(`founding.refused.${moved.because}`) };
  const blanks = { programme: moved.programme.name, channel: { mrkdwn: `<#${channel}>` } };
  return { text: tools.content.say('founding.moved', blanks) };
};

const settings = inProgramme('founding.settings-in', 'organiser', async (tools, { user, triggerId }, lately) => {
  if (!(await mayOrganise(tools, lately, user))) return notOrganiser(tools);
  const programme = await seenAgain(tools, lately);
  const last = await programmes.lastRound(tools.db, programme.id);
  const today = dayOf(tools.now(), programme.timeZone);
  const wish = wishOf(programme, last, today, await pauseWeeks.of(tools.db, programme.id));
  return openForm(
    tools,
    triggerId,
    settingsModal(tools.content, {
      to: 'settings',
      wish,
      about: JSON.stringify({ programme: programme.id }),
      ...(await chosenIn(tools, programme)),
    }),
  );
});

/** Where leaders choose each other, how many have. */
async function chosenIn({ db }: Tools, { id, choosing }: programmes.Programme): Promise<{ chosen?: number }> {
  return choosing === 'leaders' ? { chosen: await chosenPairs(db, id) } : {};
}

const about = z.object({ programme: z.string(), confirmed: z.string().optional() });

const onSettingsForm: Submit = async (tools, { user, privateMetadata, state }) => {
  const { programme: id, confirmed } = recall(about, privateMetadata);
  const programme = await programmes.find(tools.db, tools.workspace, id);
  if (!programme) return shown(tools.content.say('founding.gone'));
  if (!(await mayOrganise(tools, programme, user))) return shown(notOrganiser(tools).text);
  const last = await programmes.lastRound(tools.db, id);
  const standing = wishOf(programme, last, dayOf(tools.now(), programme.timeZone), []).nextOn;
  const read = readSettings(state, tools.now(), standing);
  if (!read.ok) return atFields(tools, read.faults);
  const done = await changeSettings(tools, { programme: id, by: user, wish: read.wish, confirmed });
  if (done.ok) return { then: 'update', view: changedModal(tools.content, done.changes.sayings) };
  if (done.because !== 'confirm') return shown(tools.content.say(`founding.refused.${done.because}`));
  const told = done.joined === 0 ? 'founding.told.nobody' : 'founding.told.joined';
  const changes = [...changeLines(tools.content, done.changes.sayings), tools.content.say(told, { x: done.joined })];
  const confirming = { to: 'settings', wish: read.wish, about: JSON.stringify({ programme: id, confirmed: done.mark }), changes } as const;
  return { then: 'update', view: settingsModal(tools.content, confirming) };
};

const organisersOf = inProgramme('founding.organisers-in', 'organiser', async (tools, { user, rest }, programme) => {
  if (!(await mayOrganise(tools, programme, user))) return notOrganiser(tools);
  const [verb = ''] = rest.split(/\s/);
  const [named, ...others] = mentionedIn(rest);
  if (verb === '') return organiserList(tools, programme);
  if (!named || others.length > 0 || (verb !== 'add' && verb !== 'remove')) return { text: tools.content.say('founding.organisers.how') };
  const wish = { programme, user: named, by: user };
  const done = verb === 'add' ? await appoint(tools, wish) : await dismiss(tools, wish);
  const who = { mrkdwn: `<@${named}>` };
  if (done.ok) return { text: tools.content.say(`founding.organisers.${verb}`, { who, programme: programme.name }) };
  return { text: tools.content.say(`founding.refused.${done.because}`, { who }) };
});

async function organiserList(tools: Tools, programme: programmes.Programme): Promise<Answer> {
  const users = await organisers.of(tools, tools.db, programme.id);
  const people = { mrkdwn: sayList(users.map((user) => `<@${user}>`)) };
  return { text: tools.content.say('founding.organisers', { programme: programme.name, people }) };
}

export const onSettings = settings.hear;
export const onOrganisers = organisersOf.hear;

export const ears: Ears = {
  presses: {
    'founding.found-new': onFoundNew,
    'founding.move': onMove,
    'founding.settings-in': settings.press,
    'founding.organisers-in': organisersOf.press,
    ...auditPresses,
  },
  submits: { 'founding.found': onFoundForm, 'founding.settings': onSettingsForm },
  events: { channel_changed: onChannelChanged, undelivered: onUndelivered },
};

function notOrganiser({ content }: Tools): Answer {
  return { text: content.say('founding.refused.not-organiser') };
}

function shown(text: string): Reply {
  return { then: 'update', view: toldModal('Coaching Pairs', text) };
}
