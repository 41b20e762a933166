// What is pressed about one's own place: taking it, looking at it, the tick, the calendar file, giving it back.
import { dayOf, instantOf, sayDay } from '../../../platform/clock.ts';
import type { Answer, Press, Pressed } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Saying } from '../../founding/words.ts';
import { ownly } from '../words.ts';
import { SAVE } from './channel-views.ts';
import { inList, listOf, otherDates, show } from './enter.ts';
import { sendForumFile } from './files.ts';
import type { Forum } from './forums.ts';
import { giveBack, mayBring } from './give-back.ts';
import { redraw } from './invite.ts';
import { FILE, GIVE_BACK, MINE } from './letters.ts';
import { look } from './look.ts';
import { BRINGS, forumTold, placeModal, standingSaid } from './seat-views.ts';
import { type Taken, takePlace } from './take-place.ts';
import { type Who, withForum } from './who.ts';

/** The value is a forum's id, as in all of these. */
const onSave: Press = async (tools, pressed) => {
  const taken = await takePlace(tools, { user: pressed.user, forum: pressed.value });
  if (!taken.ok) return refused(tools, pressed, taken);
  const answer = await showPlace(tools, pressed, taken.forum.id);
  if (taken.changed) await redraw(tools, taken.forum.id);
  return answer;
};

const onMine: Press = (tools, pressed) => showPlace(tools, pressed, pressed.value);

async function showPlace(tools: Tools, pressed: Pressed, id: string, remark?: Saying): Promise<Answer | undefined> {
  const found = await withForum(tools, pressed.user, id);
  if (!found) return told(tools, pressed, { id: 'forums.not-in', blanks: {} });
  if (found.forum.endedAt !== null || found.forum.beganAt !== null) return told(tools, pressed, { id: 'forums.over', blanks: {} });
  const shown = await look(tools.db, found.forum, found.who);
  return show(tools, pressed, placeModal(tools.content, shown, remark), standingSaid(tools.content, shown));
}

const onBrings: Press = async (tools, pressed) => {
  const forum = pressed.view?.privateMetadata || pressed.value;
  const brings = pressed.values.length > 0;
  const noted = await mayBring(tools, { user: pressed.user, forum, brings });
  if (!noted.ok) return told(tools, pressed, { id: `forums.${noted.because}`, blanks: {} });
  return showPlace(tools, pressed, forum, { id: brings ? 'forums.brings.kept' : 'forums.brings.dropped', blanks: {} });
};

const onGiveBack: Press = async (tools, pressed) => {
  const given = await giveBack(tools, { user: pressed.user, forum: pressed.value });
  if (!given.ok) return told(tools, pressed, { id: `forums.${given.because}`, blanks: {} });
  const found = await withForum(tools, pressed.user, given.forum.id);
  const blanks = ownly(instantOf(given.forum.startsAt), found?.who.zone ?? 'UTC');
  const remark: Saying = { id: 'forums.given-back', blanks };
  const answer = await toldInList(tools, pressed, remark, found?.who);
  await redraw(tools, given.forum.id);
  return answer;
};

const onFile: Press = async (tools, pressed) => {
  const found = await withForum(tools, pressed.user, pressed.value);
  const leader = found?.who.leader;
  const shown = found && (await look(tools.db, found.forum, found.who));
  if (!leader || shown?.standing.is !== 'seated') return { text: tools.content.say('forums.file.none') };
  const cancelled = found.forum.endedBecause === 'called-off';
  const sent = await sendForumFile(tools, { forum: found.forum, leader, cancelled }, tools.now());
  return { text: tools.content.say(sent ? 'forums.file.sent' : 'forums.file.failed') };
};

async function refused(tools: Tools, pressed: Pressed, { because, forum }: Extract<Taken, { ok: false }>): Promise<Answer | undefined> {
  const found = forum && (await withForum(tools, pressed.user, forum.id));
  return told(tools, pressed, found ? await refusal(tools, because, found) : { id: `forums.${because}`, blanks: {} });
}

async function refusal(tools: Tools, because: string, { forum, who }: { forum: Forum; who: Who }): Promise<Saying> {
  const id = `forums.${because}`;
  const start = instantOf(forum.startsAt);
  if (because === 'away') return { id, blanks: { date: sayDay(dayOf(start, who.zone)) } };
  if (because !== 'line') return { id, blanks: {} };
  return { id, blanks: { ...ownly(start, who.zone), others: await otherDates(tools, who, forum.id) } };
}

/** In the form where it was pressed; else to them alone where the message is. */
export async function told(tools: Tools, pressed: Pressed, saying: Saying): Promise<Answer | undefined> {
  const text = tools.content.say(saying.id, saying.blanks);
  if (pressed.view?.callbackId.startsWith('forums.')) return show(tools, pressed, forumTold(tools.content, saying), text);
  return { text };
}

/** The same above the list of all, where it was pressed there. */
export async function toldInList(tools: Tools, pressed: Pressed, saying: Saying, who: Who | undefined): Promise<Answer | undefined> {
  if (!who || !inList(pressed)) return told(tools, pressed, saying);
  return show(tools, pressed, await listOf(tools, who, { remark: saying }), tools.content.say(saying.id, saying.blanks));
}

export const seatPresses: Record<string, Press> = {
  [SAVE]: onSave,
  [MINE]: onMine,
  [BRINGS]: onBrings,
  [FILE]: onFile,
  [GIVE_BACK]: onGiveBack,
};
