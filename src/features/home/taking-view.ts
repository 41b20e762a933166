// What someone who takes part in a programme sees of it: the fortnight, the partner, the dates ahead; on Home, and as the answer to `status`.
// Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { actions, button, context, header, section, sections } from '../../platform/slack/blocks.ts';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { Partner, Taking } from './facts.ts';
import { wordButton } from './words.ts';

/** One programme on the Home tab of someone who takes part in it; under its name where they take part in `several`. */
export function takingPart(content: Content, part: Taking, several: boolean): KnownBlock[] {
  const named = several ? [section(content.say('home.programme', { programme: part.name }))] : [];
  return [header('This fortnight'), ...named, ...pausedLine(content, part), ...present(content, part), ...company(content, part)];
}

function pausedLine(content: Content, { paused, programme }: Taking): KnownBlock[] {
  if (!paused) return [];
  const text = paused.until ? content.say('home.paused.until', { date: paused.until }) : content.say('home.paused');
  return [section(text), actions([wordButton('resume', { programme, style: 'primary' })])];
}

function present(content: Content, { now, programme }: Taking): KnownBlock[] {
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

function company(content: Content, { partners, programme, dates }: Taking): KnownBlock[] {
  return [
    ...(partners.length === 0
      ? []
      : [
          section(partnersInWords(content, partners)),
          actions([wordButton('partner', { programme }), wordButton('status', { programme })]),
        ]),
    ...(dates.length === 0 ? [] : [context(datesInWords(content, dates))]),
  ];
}

/** "Your partner is …", for a pair or a trio. */
export function partnersInWords(content: Content, [one, other]: readonly Partner[]): string {
  if (!one) return '';
  const blanks = { partner: one.name, function: one.function };
  if (!other) return content.say('home.partner', blanks);
  return content.say('home.partner.trio', { ...blanks, other: other.name, otherFunction: other.function });
}

/** Everything that concerns someone in one programme, and the dates ahead. */
export function statusAnswer(content: Content, lines: readonly string[], dates: readonly string[]): Answer {
  const text = [lines.join('\n'), ...(dates.length > 0 ? [datesInWords(content, dates)] : [])].join('\n\n');
  return { text, blocks: sections(text) };
}

function datesInWords(content: Content, dates: readonly string[]): string {
  return content.say('home.dates', { dates: { mrkdwn: dates.join('\n') } });
}
