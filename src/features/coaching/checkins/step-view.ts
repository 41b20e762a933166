// The check-in as its leader sees it: one question at a time, in one message or one modal, with the outcome where the buttons were. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, button, context, modal, section } from '../../../platform/slack/blocks.ts';
import { inWords } from './company-view.ts';
import { askButtons, type Said, type StepWords, stepSaid } from './questions-view.ts';
import { writeValue } from './values.ts';

/** After this fortnight's check-in the half-way pulse is offered. */
const HALF_WAY = 6;

/** As a message: the check-in itself, or what stands in its place now. */
export function stepMessage(content: Content, words: StepWords): Body {
  const said = stepSaid(content, words);
  const rider = ridesOn(content, words);
  const foot = footOf(content, words);
  return {
    text: [...said.texts, ...rider.texts, ...foot].join('\n\n'),
    blocks: [...blocksOf(said), ...blocksOf(rider), context(...foot)],
  };
}

/** The nudge asks the same in one line; once it is answered it reads like the check-in. */
export function nudgeMessage(content: Content, words: StepWords): Body {
  const { one, other } = inWords(words);
  const text = other ? content.say('coaching.checkin.nudge.trio', { partner: one, other }) : content.say('m.nudge', { partner: one });
  const foot = footOf(content, words);
  const said = { texts: [text], buttons: askButtons(words, content.buttons('m.nudge')) };
  return { text: [text, ...foot].join('\n\n'), blocks: [...blocksOf(said), context(...foot)] };
}

/** Which fortnight is meant is said only where the next one has begun. */
function footOf(content: Content, { fortnight, title, past }: StepWords): string[] {
  const which = past ? [content.say('coaching.checkin.which', { n: fortnight, title })] : [];
  return [...which, content.say('m.footer')];
}

/** As a modal, for those who typed the word or pressed it on their Home tab. */
export function stepModal(content: Content, words: StepWords): ModalView {
  const { pair, fortnight, title } = words;
  return modal({
    callback: 'coaching.checkin',
    title: 'Check-in',
    about: JSON.stringify({ pair, fortnight }),
    blocks: [
      context(content.say('coaching.checkin.which', { n: fortnight, title })),
      ...blocksOf(stepSaid(content, words)),
      ...blocksOf(ridesOn(content, words)),
    ],
  });
}

/** What needs no message of its own: the half-way pulse, and the offer to start with one's own team. */
function ridesOn(content: Content, words: StepWords): Said {
  const { step, fortnight, team } = words;
  const ended = ['done', 'full', 'left', 'skipped'].includes(step.is);
  if (fortnight === HALF_WAY && (ended || step.is === 'not-yet')) return halfWay(content, words);
  return team && ended ? teamOffered(content, { ...words, team }) : { texts: [], buttons: [] };
}

function halfWay(content: Content, { pair }: StepWords): Said {
  const [answer = '', skip = ''] = content.buttons('m.half');
  return {
    texts: [content.say('m.half')],
    buttons: [
      button({
        label: answer,
        action: 'reviewing.answer#half',
        value: `half:${pair}`,
        accessibilityLabel: `${answer}: the half-way questions`,
      }),
      button({ label: skip, action: 'reviewing.skip#half', value: `half:${pair}`, accessibilityLabel: `${skip}: the half-way questions` }),
    ],
  };
}

function teamOffered(content: Content, words: StepWords & Required<Pick<StepWords, 'team'>>): Said {
  const { met, programme, declined } = words.team;
  if (declined) return { texts: [content.say('coaching.checkin.team-not-now')], buttons: [] };
  const [how = '', notNow = ''] = content.buttons('ts.offer');
  return {
    texts: [content.say('ts.offer', { x: met, partner: inWords(words).all })],
    buttons: [
      button({ label: how, action: 'teams.how', value: programme }),
      button({
        label: notNow,
        action: 'coaching.checkin-no-team',
        value: writeValue(words),
        accessibilityLabel: `${notNow}: a small version with your own team`,
      }),
    ],
  };
}

function blocksOf({ texts, buttons }: Said): KnownBlock[] {
  return [...texts.map((text) => section(text)), ...(buttons.length === 0 ? [] : [actions(buttons)])];
}
