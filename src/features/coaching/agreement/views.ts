// The agreement as it is read together: every line, who has agreed to it, and what can be done with it. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import { sayTime, weekdayName } from '../../../platform/clock.ts';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, context, divider, modal, section, sections } from '../../../platform/slack/blocks.ts';
import { sayList } from '../../founding/words.ts';
import { openAgreement } from './letters.ts';
import { allAgreed, blanksIn, type Standing } from './plan.ts';
import { agreementLines, titleOf } from './words.ts';

export const AGREE = 'coaching.agree';
export const CHANGE = 'coaching.agreement-change';
export const KEEP = 'coaching.agreement-keep';

/** A word about what has just happened, above the lines: an id of `content/` with what fills it. */
export interface Remark {
  id: string;
  blanks?: Record<string, string>;
}

/** Every line, who has agreed, and what can be done with it. */
export function agreementModal(content: Content, standing: Standing, remark?: Remark): ModalView {
  const halfWay = standing.lookAgain ? [section(content.say('m.half.agree'))] : [];
  return modal({
    callback: 'coaching.agreement',
    title: 'Our agreement',
    blocks: [
      ...(remark ? [section(content.say(remark.id, remark.blanks)), divider()] : []),
      section(content.say('ag.intro')),
      ...halfWay,
      divider(),
      ...sections(agreementLines(content, standing).join('\n\n')),
      divider(),
      context(...statusLines(content, standing)),
      actions(controls(content, standing)),
    ],
  });
}

function controls(content: Content, standing: Standing) {
  const { pair, version, people, me, lookAgain } = standing;
  const [agree = '', change = ''] = content.buttons('ag.intro');
  const value = `${pair}:${version}`;
  const mine = people.find(({ leader }) => leader === me)?.agreed === true;
  return [
    ...(mine ? [] : [button({ label: agree, action: AGREE, value, style: 'primary' as const })]),
    ...(mine && lookAgain ? [button({ label: 'Keep it as it is', action: KEEP, value, style: 'primary' as const })] : []),
    button({ label: change, action: CHANGE, value }),
  ];
}

function statusLines(content: Content, standing: Standing): string[] {
  return [agreedLine(content, standing), ...blankLine(content, standing)];
}

/** Who has agreed to what stands, and who has not yet. */
function agreedLine(content: Content, standing: Standing): string {
  if (allAgreed(standing)) return content.say('coaching.agreement.all');
  const yet = standing.people.filter(({ agreed, leader }) => !agreed && leader !== standing.me).map(({ name }) => name);
  const mine = standing.people.some(({ agreed, leader }) => agreed && leader === standing.me);
  if (mine) return content.say('coaching.agreement.mine', { names: sayList(yet) });
  if (yet.length === standing.people.length - 1) return content.say('coaching.agreement.nobody');
  return content.say('coaching.agreement.yours');
}

function blankLine(content: Content, standing: Standing): string[] {
  const blanks = blanksIn(standing);
  return blanks.length === 0
    ? []
    : [content.say('coaching.agreement.blanks', { lines: sayList(blanks.map((line) => titleOf(content, line))) })];
}

/** A short text in the place of the agreement. */
export function agreementTold(content: Content, id: string): ModalView {
  return modal({ callback: 'coaching.agreement', title: 'Our agreement', blocks: [section(content.say(id))] });
}

/** How far it is, on the Home tab of one of those in the pair. */
export function homeBlocks(content: Content, standing: Standing, programme: string): KnownBlock[] {
  const begun = standing.version > 1 || standing.people.some(({ agreed, direct, helps }) => agreed || direct || helps);
  const status = begun ? agreedLine(content, standing) : content.say('coaching.agreement.not-begun');
  const lines = [status, ...(standing.lookAgain ? [content.say('coaching.agreement.look-again')] : []), ...whenLine(content, standing)];
  return [section(lines.join('\n')), actions([openAgreement(content, standing.pair, programme)])];
}

/** When they usually meet, once they have agreed on it. */
function whenLine(content: Content, { rhythm, weekday, time, by }: Standing): string[] {
  if (rhythm === undefined || weekday === undefined || time === undefined || by === undefined) return [];
  return [content.say('ag.6.filled', { rhythm, day: weekdayName(weekday), time: sayTime(time), by })];
}
