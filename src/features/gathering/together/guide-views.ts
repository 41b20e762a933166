// The one page for organisers: how to hold a good first meeting with the leadership team. To read in Slack, and as a file to take along. Pure.
import type { ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, header, modal, section, sections } from '../../../platform/slack/blocks.ts';

export const GUIDE = 'together.guide';
export const GUIDE_FILE = 'together.guide-file';

/** The parts that have a heading, in their order. */
const PARTS = ['before', 'minutes', 'say', 'try', 'promises', 'questions', 'not', 'next'] as const;

export function guideModal(content: Content): ModalView {
  return modal({
    callback: GUIDE,
    title: content.plain('together.guide.name'),
    blocks: [
      section(content.say('first.why')),
      ...PARTS.flatMap((part) => [header(content.plain(`first.${part}.title`)), ...sections(content.say(`first.${part}`))]),
      actions([button({ label: 'Get it as a file', action: GUIDE_FILE })]),
    ],
  });
}

/** The same as Markdown: what Slack writes with one star has two there, and its dots are list items. */
export function guideText(content: Content): string {
  const parts = PARTS.flatMap((part) => [`## ${content.plain(`first.${part}.title`)}`, inMarkdown(content.say(`first.${part}`))]);
  return `${[`# ${content.plain('first.title')}`, inMarkdown(content.say('first.why')), ...parts].join('\n\n')}\n`;
}

/** Beside the other words of organisers, on Home and wherever they are. */
export function guideButton(content: Content) {
  return button({ label: content.plain('together.guide.name'), action: GUIDE });
}

function inMarkdown(said: string): string {
  return said
    .replace(/\*([^*\n]+)\*/g, '**$1**')
    .replace(/^• /gm, '* ')
    .replace(/^(\d+[–-]\d+: )/gm, '* $1');
}
