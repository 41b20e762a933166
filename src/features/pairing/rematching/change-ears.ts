// `/coachingpairs change` and its buttons: one tap, one confirmation, no reason. Beside them the answers of those who are asked to take in a third.
import { dayOf, instantOf, sayDay } from '../../../platform/clock.ts';
import { section } from '../../../platform/slack/blocks.ts';
import type { Answer, Ears, Press } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { comingRound } from '../../founding/coming-round.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { inProgramme } from '../../founding/which.ts';
import * as leaders from '../../joining/leaders.ts';
import * as pairs from '../pairs.ts';
import * as rounds from '../rounds.ts';
import { askAnother, keepMatch } from './ask.ts';
import { askedAnswer, CHANGE_NOW, changeQuestion, KEEP_NOW, WANT, wantQuestion } from './change-views.ts';
import { THIRD_NO, THIRD_YES } from './letters.ts';
import * as rematches from './rematches.ts';
import { answerThird } from './take-in.ts';
import { type Wanted, want } from './want.ts';

/** Beside it `pairing.change` changes a pair of a round that is not told yet. */
const CHANGE_IN = 'pairing.change-in';

export const change = inProgramme(CHANGE_IN, 'leader', async (tools, { user }, programme) => where(tools, programme, user));

/** Where the leader stands: the question, or what has come of it so far. */
async function where(tools: Tools, programme: Programme, user: string): Promise<Answer> {
  const { content, db } = tools;
  const leader = await leaders.find(db, programme.id, user);
  if (!leader || leader.leftAt !== null) return { text: content.say('pairing.partner.stranger') };
  const pair = await pairs.currentOf(db, leader.id);
  const round = await rounds.current(db, programme.id);
  const open = round && (await rematches.openOf(db, round.id, leader.id));
  if (pair && open) return askedAnswer(content, { pair: pair.id, date: inWords(programme, open.dueBy) });
  if (pair) return changeQuestion(content, { pair: pair.id, partners: pair.members.filter((member) => member.leader !== leader.id) });
  const next = (await comingRound(db, programme, tools.now())).on;
  if (!round) return { text: content.say('pairing.partner.none', { programme: programme.name, date: sayDay(next) }) };
  return wantQuestion(content, { programme: programme.id, date: sayDay(next) });
}

const onChangeNow: Press = async (tools, { user, value }) => {
  const response = await askAnother(tools, { pair: value, user });
  if (!response.ok) return { text: tools.content.say(response.because === 'others' ? 'pairing.match.others' : 'pairing.match.old') };
  const date = response.lookingUntil ? sayDay(response.lookingUntil) : '';
  return askedAnswer(tools.content, { pair: value, date });
};

const onKeepNow: Press = async (tools, { user, value }) => {
  const kept = await keepMatch(tools, { pair: value, user });
  if (!kept.ok) return { text: tools.content.say(`pairing.match.${kept.because}`) };
  return { text: tools.content.say(kept.already ? 'pairing.repair.kept.already' : 'pairing.repair.kept') };
};

const onWant: Press = async (tools, { user, value }) => {
  const [what = '', id = ''] = value.split(' ');
  const programme = await programmes.find(tools.db, tools.workspace, id);
  if (!programme || !isWish(what)) return { text: tools.content.say('founding.gone') };
  return { text: sayWanted(tools, what, await want(tools, { programme, user, what })) };
};

/** What comes of a wish, in words: also for those whose partner has left. */
export function sayWanted({ content }: Pick<Tools, 'content'>, what: 'new' | 'join' | 'finish', wanted: Wanted): string {
  if (!wanted.ok) return content.say(`pairing.repair.refused.${wanted.because}`, 'next' in wanted ? { date: sayDay(wanted.next) } : {});
  return content.say(`pairing.repair.wanted.${what}`, { date: sayDay(wanted.by), next: sayDay(wanted.next) });
}

function onThird(answer: 'yes' | 'no'): Press {
  return async (tools, { user, value, message }) => {
    const [wish = '', pair = ''] = value.split(' ');
    const done = await answerThird(tools, { wish, pair, user, answer });
    const text = tools.content.say(`pairing.repair.third.${done.ok ? (done.joined ? 'joined' : done.answer) : done.because}`);
    const answered = { text, blocks: [section(text)] };
    const shown = done.ok && message ? await tools.slack.updateMessage(message.channel, message.ts, answered) : { ok: false };
    return shown.ok ? undefined : { text };
  };
}

function isWish(what: string): what is 'new' | 'join' | 'finish' {
  return ['new', 'join', 'finish'].includes(what);
}

function inWords({ timeZone }: Programme, at: string): string {
  return sayDay(dayOf(instantOf(at), timeZone));
}

export const changePresses: NonNullable<Ears['presses']> = {
  [CHANGE_IN]: change.press,
  [CHANGE_NOW]: onChangeNow,
  [KEEP_NOW]: onKeepNow,
  [WANT]: onWant,
  [THIRD_YES]: onThird('yes'),
  [THIRD_NO]: onThird('no'),
};
