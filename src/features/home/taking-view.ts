// What someone who takes part in a programme sees of its present fortnight: where they stand, with whom, and what comes next; on Home, and as
// the answer to `status`. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { actions, button, confirm, context, section } from '../../platform/slack/blocks.ts';
import { sayList } from '../founding/words.ts';
import { ANOTHER, SUITS } from '../pairing/letters.ts';
import type { Coming, Partner, Parts, Taking, Unconfirmed } from './facts.ts';
import { wordButton } from './words.ts';

/** One programme under "This fortnight", with what they were asked, and the pulse or the look back that is open in it. */
export function fortnightPart(content: Content, part: Taking, { review, questions }: Pick<Parts, 'review' | 'questions'>): KnownBlock[] {
  return [
    ...pausedLine(content, part),
    ...questions,
    ...present(content, part),
    ...review,
    ...company(content, part),
    ...ahead(content, part),
  ];
}

function pausedLine(content: Content, { paused, programme }: Taking): KnownBlock[] {
  if (!paused) return [];
  return [section(pausedInWords(content, paused)), actions([wordButton('resume', { programme, style: 'primary' })])];
}

export function pausedInWords(content: Content, { until }: { until?: string }): string {
  return until ? content.say('home.paused.until', { date: until }) : content.say('home.paused');
}

function present(content: Content, { now, programme, without }: Taking): KnownBlock[] {
  if (now.is === 'waiting' && without) return withoutPartner(content, programme, without);
  if (now.is !== 'fortnight') return [section(content.say(`home.${now.is}`, { date: now.date }))];
  const { n, of, element, title, until, meaning, questions, practice } = now;
  return [
    section(content.say('home.fortnight', { element, title, meaning: meaning ?? '' })),
    section(content.say('home.questions', { questions: questions.map(({ text }) => `• ${text}`).join('\n') })),
    ...(practice ? [section(content.say('home.practice', { practice }))] : []),
    context(content.say('home.fortnight.until', { n, x: of, date: until })),
    actions([
      button({ label: 'Write a note', action: `coaching.note-in#${programme}`, value: programme, style: 'primary' }),
      button({ label: 'My notes', action: `coaching.all-notes#${programme}` }),
    ]),
  ];
}

const AFTER_LEAVING = ['leaving.join-pair', 'leaving.match-again', 'leaving.finish'];

/** Somebody new is looked for; or their partner has left, and they choose what follows. */
function withoutPartner(content: Content, programme: string, without: NonNullable<Taking['without']>): KnownBlock[] {
  if (without.because !== 'left') return [section(content.say('home.seeking', { date: without.by }))];
  const labels = content.buttons('m.partner.left');
  const buttons = AFTER_LEAVING.map((action, at) =>
    button({ label: labels[at] ?? '', action: `${action}#${programme}`, value: programme }),
  );
  return [section(content.say('home.left')), actions(buttons)];
}

function company(content: Content, { partners, programme, confirm: unconfirmed, without, coming }: Taking): KnownBlock[] {
  if (partners.length === 0) return [];
  const asked = without?.because === 'asked' ? [section(content.say('home.asked', { date: without.by }))] : [];
  return [
    section([partnersInWords(content, partners), ...awayInWords(content, partners)].join('\n')),
    ...asked,
    ...(unconfirmed ? confirmation(content, unconfirmed) : []),
    actions([wordButton('partner', { programme }), wordButton('status', { programme })]),
    ...(coming ? next(content, coming) : []),
  ];
}

/** The same buttons as under the match: a message that was overlooked loses nothing. */
function confirmation(content: Content, { pair, by }: Unconfirmed): KnownBlock[] {
  const [suits = '', another = ''] = content.buttons('m.match');
  const sure = confirm({ title: another, text: content.plain('pairing.match.confirm-another'), yes: another, no: 'Keep this match' });
  return [
    context(content.say('home.unconfirmed', { date: by })),
    actions([
      button({ label: suits, action: `${SUITS}#${pair}`, value: pair, style: 'primary' }),
      button({ label: another, action: `${ANOTHER}#${pair}`, value: pair, confirm: sure }),
    ]),
  ];
}

function next(content: Content, { partners, begins, confirm: unconfirmed }: Coming): KnownBlock[] {
  const said = content.say('home.coming', { partner: sayList(partners.map(({ name }) => name)), date: begins });
  return [section(said), ...(unconfirmed ? confirmation(content, unconfirmed) : [])];
}

function ahead(content: Content, { dates }: Taking): KnownBlock[] {
  return dates.length === 0 ? [] : [context(datesInWords(content, dates))];
}

/** "Your partner is …", for a pair or a trio. */
export function partnersInWords(content: Content, [one, other]: readonly Partner[]): string {
  if (!one) return '';
  const blanks = { partner: one.name, function: one.function };
  if (!other) return content.say('home.partner', blanks);
  return content.say('home.partner.trio', { ...blanks, other: other.name, otherFunction: other.function });
}

/** That a partner sits out, and nothing else. */
export function awayInWords(content: Content, partners: readonly Partner[]): string[] {
  return partners.flatMap(({ name, away }) => {
    if (!away) return [];
    return [content.say(away.until ? 'home.partner.away.until' : 'home.partner.away', { partner: name, date: away.until ?? '' })];
  });
}

export function datesInWords(content: Content, dates: readonly string[]): string {
  return content.say('home.dates', { dates: { mrkdwn: dates.join('\n') } });
}
