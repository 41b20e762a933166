// The part of the room's ears that hears leaders sit out and come back. A day is always said back before it takes effect.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dayOf, sayDay } from '../../platform/clock.ts';
import { readDay } from '../../platform/slack/days.ts';
import { dayIn, recall } from '../../platform/slack/inputs.ts';
import type { Answer, Ears, Press, Reply, Submit } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import { comingRound } from '../founding/coming-round.ts';
import { openForm } from '../founding/forms.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import { inProgramme } from '../founding/which.ts';
import { type Saying, sayList } from '../founding/words.ts';
import * as leaders from './leaders.ts';
import { lookAtPause, type Pausing, pause } from './pause.ts';
import { type Resumed, resume } from './resume.ts';
import { pausedAnswer, pauseModal, pauseQuestion, pauseQuestionModal, toldModal, UNTIL } from './views.ts';

export const pausing = inProgramme('joining.pause-in', 'leader', async (tools, { user, rest, triggerId }, programme) => {
  const leader = await leaders.find(tools.db, programme.id, user);
  if (leader?.leftAt !== null) return said(tools, refusalOf(programme, { ok: false, because: 'not-in' }));
  const today = dayOf(tools.now(), leader.timeZone);
  if (rest === '') return openForm(tools, triggerId, pauseModal(tools.content, programme, leader.pausedUntil ?? today.add({ weeks: 2 })));
  const until = readDay(rest, today);
  if (!until) return { text: tools.content.say('joining.pause.unread', { typed: rest.slice(0, 60) }) };
  const looked = await lookAtPause(tools, { programme, user, until });
  return looked.ok ? pauseQuestion(tools.content, programme, until, looked) : said(tools, refusalOf(programme, looked));
});

const onPauseForm: Submit = async (tools, { user, privateMetadata, state }) => {
  const programme = await programmes.find(tools.db, tools.workspace, privateMetadata);
  const picked = dayIn(state, UNTIL);
  if (!programme) return told(tools.content.say('founding.gone'));
  if (!picked) return { then: 'errors', errors: { [UNTIL]: tools.content.plain('founding.wrong.date') } };
  const until = Temporal.PlainDate.from(picked);
  const looked = await lookAtPause(tools, { programme, user, until });
  if (looked.ok) return { then: 'update', view: pauseQuestionModal(tools.content, programme, until, looked) };
  const refusal = refusalOf(programme, looked);
  return { then: 'errors', errors: { [UNTIL]: tools.content.plain(refusal.id, refusal.blanks) } };
};

const about = z.object({ programme: z.string(), until: z.iso.date() });

const onPauseConfirmed: Submit = async (tools, { user, privateMetadata }) => {
  const { programme, until } = recall(about, privateMetadata);
  const answer = await pauseNow(tools, user, programme, until);
  return { then: 'update', view: { ...toldModal('Pause', answer.text), ...(answer.blocks && { blocks: answer.blocks }) } };
};

const onPauseNow: Press = async (tools, { user, value }) => {
  const { data } = about.safeParse({ programme: value.split(' ')[0], until: value.split(' ')[1] });
  return data ? pauseNow(tools, user, data.programme, data.until) : { text: tools.content.say('founding.gone') };
};

async function pauseNow(tools: Tools, user: string, id: string, day: string): Promise<Answer> {
  const programme = await programmes.find(tools.db, tools.workspace, id);
  if (!programme) return { text: tools.content.say('founding.gone') };
  const until = Temporal.PlainDate.from(day);
  const paused = await pause(tools, { programme, user, until });
  return paused.ok ? pausedAnswer(tools.content, programme, until, paused) : said(tools, refusalOf(programme, paused));
}

const resuming = inProgramme('joining.resume-in', 'leader', async (tools, { user }, programme) => {
  return resumedAnswer(tools, programme, await resume(tools, { programme, user }));
});

/** What whoever comes back is told, beside where they pick up. */
export async function resumedAnswer(tools: Tools, programme: Programme, done: Resumed): Promise<Answer> {
  if (!done.ok)
    return done.because === 'not-in'
      ? { text: tools.content.say('joining.refused.not-in', { programme: programme.name }) }
      : { text: tools.content.say('joining.resume.not-paused') };
  const names = done.partnership?.others.map(({ name }) => name) ?? [];
  if (names.length > 0) return { text: tools.content.say('joining.back.paired', { partner: sayList(names) }) };
  const next = await comingRound(tools.db, programme, tools.now());
  return { text: tools.content.say('joining.back', { programme: programme.name, date: sayDay(next.on) }) };
}

export const pausePresses: NonNullable<Ears['presses']> = {
  'joining.pause-in': pausing.press,
  'joining.pause-ask': pausing.press,
  'joining.pause-now': onPauseNow,
  'joining.pause-not': async ({ content }) => ({ text: content.say('joining.pause.not') }),
  'joining.resume': resuming.press,
  'joining.resume-in': resuming.press,
};

export const pauseSubmits: NonNullable<Ears['submits']> = { 'joining.pause': onPauseForm, 'joining.pause-now': onPauseConfirmed };

function refusalOf(programme: Programme, refusal: Exclude<Pausing, { ok: true }>): Saying {
  const id = `joining.pause.refused.${refusal.because}`;
  if (refusal.because === 'too-long') return { id, blanks: { latest: sayDay(refusal.latest) } };
  return { id, blanks: refusal.because === 'not-in' ? { programme: programme.name } : {} };
}

function said({ content }: Tools, { id, blanks }: Saying): Answer {
  return { text: content.say(id, blanks) };
}

function told(text: string): Reply {
  return { then: 'update', view: toldModal('Pause', text) };
}
