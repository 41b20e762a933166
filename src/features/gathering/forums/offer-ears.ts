// What is pressed and sent about a date: offering one, moving it, calling it off.
import { z } from 'zod';
import { dayOf, instantOf, onOrAfter } from '../../../platform/clock.ts';
import { choiceIn, dayIn, remembered, timeIn } from '../../../platform/slack/inputs.ts';
import type { Press, Reply, Submit } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { atFields } from '../../founding/forms.ts';
import * as programmes from '../../founding/programmes.ts';
import type { Saying } from '../../founding/words.ts';
import { ownly } from '../words.ts';
import { MOST_PLACES } from './calendar.ts';
import { callOff } from './call-off.ts';
import { inList, listOf, show } from './enter.ts';
import { redraw } from './invite.ts';
import { CALL_OFF, MOVE, OFFER, PAGE } from './list-views.ts';
import { mayMove, moveForum } from './move.ts';
import { type Enough, offerForum } from './offer.ts';
import { MOVE_FORM, moveForm, OFFER_FORM, offeredModal, offerForm } from './offer-views.ts';
import { told, toldInList } from './seat-ears.ts';
import { forumTold } from './seat-views.ts';
import { whoIn, withForum } from './who.ts';

/** A first suggestion lies a week ahead: people can still plan. */
const AHEAD = { days: 7 };

/** The value is the programme's id. */
const onOffer: Press = async (tools, pressed) => {
  const programme = await programmes.find(tools.db, tools.workspace, pressed.value);
  const who = programme && (await whoIn(tools, programme, pressed.user));
  if (!who) return { text: tools.content.say('forums.not-in') };
  const about = JSON.stringify({ programme: programme.id, forum: tools.newId() });
  const day = onOrAfter(dayOf(tools.now(), who.zone).add(AHEAD), programme.workingDays).toString();
  return show(tools, pressed, offerForm(tools.content, { about, zone: who.zone, day }));
};

const offering = z.object({ programme: z.string(), forum: z.string().regex(/^[0-9a-f]{32}$/) });

const onOfferForm: Submit = async (tools, { user, privateMetadata, state }) => {
  const about = offering.safeParse(remembered(privateMetadata)).data;
  const programme = about && (await programmes.find(tools.db, tools.workspace, about.programme));
  const who = programme && (await whoIn(tools, programme, user));
  if (!about || !who) return closing(tools, 'forums.not-in');
  const places = Number(choiceIn(state, 'places') ?? MOST_PLACES);
  const offered = await offerForum(tools, who, { id: about.forum, places, day: dayIn(state, 'day'), time: timeIn(state, 'time') });
  if (!offered.ok)
    return offered.because === 'date' ? atFields(tools, { [offered.field]: offered.saying }) : closing(tools, refusal(offered.because));
  const { forum, beside } = offered;
  const shown = { forum: forum.id, programme: programme.id, at: instantOf(forum.startsAt), zone: who.zone, places: forum.places, beside };
  return { then: 'update', view: offeredModal(tools.content, { ...shown, leads: who.leader !== undefined }) };
};

function refusal(because: 'not-in' | 'no-channel' | Enough): string {
  return because === 'not-in' ? 'forums.not-in' : `forums.offer.${because}`;
}

/** The value is the forum's id. */
const onMove: Press = async (tools, pressed) => {
  const found = await withForum(tools, pressed.user, pressed.value);
  if (!found || !(await mayMove(tools, tools.db, found.forum, found.who)))
    return told(tools, pressed, { id: 'forums.not-yours', blanks: {} });
  const { forum, who } = found;
  if (forum.beganAt !== null || forum.endedAt !== null) return told(tools, pressed, { id: 'forums.over', blanks: {} });
  return show(tools, pressed, moveForm(tools.content, { about: forum.id, zone: who.zone, at: instantOf(forum.startsAt) }));
};

const onMoveForm: Submit = async (tools, { user, privateMetadata, state }) => {
  const found = await withForum(tools, user, privateMetadata);
  if (!found) return closing(tools, 'forums.not-yours');
  const wish = { forum: found.forum.id, day: dayIn(state, 'day'), time: timeIn(state, 'time') };
  const moved = await moveForum(tools, found.who, wish);
  if (!moved.ok)
    return moved.because === 'date' ? atFields(tools, { [moved.field]: moved.saying }) : closing(tools, `forums.${moved.because}`);
  await redraw(tools, moved.forum.id);
  const when = ownly(instantOf(moved.forum.startsAt), found.who.zone);
  return closing(tools, 'forums.moved', { ...when, told: toldOf(tools, moved.told) });
};

const onCallOff: Press = async (tools, pressed) => {
  const done = await callOff(tools, { user: pressed.user, forum: pressed.value });
  if (!done.ok) return told(tools, pressed, { id: `forums.${done.because}`, blanks: {} });
  const remark: Saying = { id: 'forums.called-off', blanks: { told: toldOf(tools, done.told) } };
  const answer = await toldInList(tools, pressed, remark, (await withForum(tools, pressed.user, done.forum.id))?.who);
  await redraw(tools, done.forum.id);
  return answer;
};

/** Pages are turned in the list and nowhere else. */
const onPage: Press = async (tools, pressed) => {
  const id = inList(pressed) ? (pressed.view?.privateMetadata ?? '') : '';
  const programme = await programmes.find(tools.db, tools.workspace, id);
  const who = programme && (await whoIn(tools, programme, pressed.user));
  return who
    ? show(tools, pressed, await listOf(tools, who, { page: Number(pressed.value) }))
    : { text: tools.content.say('forums.not-in') };
};

function toldOf({ content }: Tools, count: number): string {
  if (count === 0) return '';
  return count === 1 ? content.plain('forums.told.one') : content.plain('forums.told', { x: count });
}

function closing({ content }: Tools, id: string, blanks: Saying['blanks'] = {}): Reply {
  return { then: 'update', view: forumTold(content, { id, blanks }) };
}

export const datePresses: Record<string, Press> = {
  [OFFER]: onOffer,
  [MOVE]: onMove,
  [CALL_OFF]: onCallOff,
  [PAGE.back]: onPage,
  [PAGE.next]: onPage,
};

export const dateSubmits: Record<string, Submit> = { [OFFER_FORM]: onOfferForm, [MOVE_FORM]: onMoveForm };
