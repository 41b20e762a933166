// What the pairing room listens to: `/rotate` and its words, the buttons under a match, and what the postman could not deliver.
import { Temporal } from 'temporal-polyfill';
import { dayOf, sayDay, sayTime } from '../../platform/clock.ts';
import { readDay } from '../../platform/slack/days.ts';
import type { Ears, Press } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import { type ComingRound, comingRound } from '../founding/coming-round.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import { inProgramme } from '../founding/which.ts';
import { sayZone } from '../founding/words.ts';
import { choosingForms, choosingPresses } from './choosing/choosing-ears.ts';
import { choosingMoved } from './choosing/moved.ts';
import { FIRST_PLAN } from './letters.ts';
import { longerPresses } from './longer-ears.ts';
import { matchPresses } from './match-ears.ts';
import { moveNextRound } from './move.ts';
import { PREVIEW } from './organiser-letters.ts';
import { gatheringPresses } from './preview/gathering-ears.ts';
import { openPreview } from './preview/open-preview.ts';
import { previewPresses } from './preview/preview-ears.ts';
import { previewForms } from './preview/preview-forms.ts';
import { ruledOutPresses } from './preview/ruled-out-ears.ts';
import { keepUpToDate } from './preview/show-others.ts';
import { planModal } from './preview/told-view.ts';
import { tryingForms, tryingPresses } from './preview/trying-ears.ts';
import { change, changePresses } from './rematching/change-ears.ts';
import { suggestForms, suggestPresses } from './rematching/suggest-ears.ts';
import { onUndelivered } from './undelivered.ts';
import { undo } from './undo.ts';

const rotate = inProgramme('pairing.rotate', 'organiser', (tools, said, programme) => openPreview(tools, said, programme));

const onPreview: Press = async (tools, pressed) => {
  const programme = await programmes.find(tools.db, tools.workspace, pressed.value);
  return programme ? openPreview(tools, pressed, programme) : { text: tools.content.say('pairing.gone') };
};

const rotateOn = inProgramme('pairing.rotate-on', 'organiser', async (tools, { user, rest }, programme) => {
  const { content } = tools;
  const day = readDay(rest, dayOf(tools.now(), programme.timeZone));
  if (!day) return { text: content.say('pairing.move.unreadable') };
  const before = await comingRound(tools.db, programme, tools.now());
  const done = await moveNextRound(tools, { programme: programme.id, day, by: user });
  const date = sayDay(day);
  if (!done.ok) {
    if (done.because === 'not-organiser' || done.because === 'gone') return { text: content.say('pairing.not-organiser') };
    return { text: content.say(`pairing.move.${done.because}`, { programme: programme.name, date }) };
  }
  const moved = content.say('pairing.moved', {
    programme: programme.name,
    date,
    time: sayTime(programme.sendTime),
    zone: sayZone(programme.timeZone),
  });
  const soon = done.soon ? [content.say('pairing.moved.soon')] : [];
  const held = await heldStill(tools, done.programme, before);
  return { text: [moved, ...soon, ...held, ...(await choosingMoved(tools, programme.id))].join(' ') };
});

/** Where a gathering holds the round: that it still does, whatever the round's day in the calendar, or that they are too far apart now. */
async function heldStill({ db, content, now }: Tools, programme: Programme, before: ComingRound): Promise<string[]> {
  if (!before.gathering) return [];
  const { gathering } = await comingRound(db, programme, now());
  return [content.say(`pairing.moved.gathering${gathering ? '' : '.not'}`, { date: sayDay(before.on) })];
}

const rotateUndo = inProgramme('pairing.rotate-undo', 'organiser', async (tools, { user }, programme) => {
  const done = await undo(tools, { programme: programme.id, by: user });
  const blanks = { programme: programme.name };
  if (done.ok && done.what === 'approval') return { text: tools.content.say('pairing.undone.approval', blanks) };
  if (done.ok) {
    const today = dayOf(tools.now(), programme.timeZone);
    const next = await comingRound(tools.db, done.programme, tools.now());
    const id = Temporal.PlainDate.compare(next.on, today) > 0 ? 'pairing.undone' : 'pairing.undone.due';
    return { text: tools.content.say(id, { ...blanks, number: done.number, date: sayDay(next.on) }) };
  }
  if (done.because === 'late') return { text: tools.content.say('pairing.undo.late', { ...blanks, number: done.number }) };
  return { text: tools.content.say(done.because === 'none' ? 'pairing.undo.none' : 'pairing.not-organiser') };
});

/** What happens in the first meeting: the same for two, and for three. */
const onFirstPlan: Press = async (tools, { triggerId, value }) => {
  const text = tools.content.say(value === 'trio' ? 'plan.trio.long' : 'plan.first');
  const opened = await tools.slack.openModal(triggerId, planModal(text));
  return opened.ok ? undefined : { text };
};

export const onRotate = rotate.hear;
export const onRotateOn = rotateOn.hear;
export const onRotateUndo = rotateUndo.hear;
export const onChange = change.hear;

export const ears: Ears = {
  presses: {
    'pairing.rotate': rotate.press,
    'pairing.rotate-on': rotateOn.press,
    'pairing.rotate-undo': rotateUndo.press,
    [PREVIEW]: onPreview,
    [FIRST_PLAN]: onFirstPlan,
    ...matchPresses,
    ...changePresses,
    ...suggestPresses,
    ...longerPresses,
    ...choosingPresses,
    ...previewPresses,
    ...gatheringPresses,
    ...tryingPresses,
    ...ruledOutPresses,
  },
  submits: { ...previewForms, ...tryingForms, ...suggestForms, ...choosingForms },
  events: { undelivered: onUndelivered },
  afterwards: keepUpToDate,
};
