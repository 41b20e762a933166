// The plan of a meeting, minute by minute, to be read beforehand; below it, for the reader alone, the notes they want to bring. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, context, divider, modal, section, words } from '../../../platform/slack/blocks.ts';
import { cut } from '../../../platform/slack/text.ts';
import { headingLines } from '../note-form-view.ts';
import type { NoteShown } from '../note-views.ts';

export const START_TIMER = 'coaching.start-timer';
export const STOP_TIMER = 'coaching.stop-timer';

const MOST_NOTES = 10;
/** So much of a note is shown here; the rest is a press away. */
const SHOWN = 1500;

export interface PlanShown {
  /** Pair and fortnight, as buttons carry them. */
  value: string;
  /** The id of the plan's words. */
  plan: string;
  /** The name of whoever speaks first. */
  first: string;
  halfWay: boolean;
  notes: readonly NoteShown[];
  /** Whether the timer may be started, or runs; missing where there is nothing to time yet. */
  timer?: 'stopped' | 'running';
  remark?: string;
}

export function planModal(content: Content, shown: PlanShown): ModalView {
  const { value, plan, first, halfWay, notes, remark } = shown;
  return modal({
    callback: 'coaching.plan',
    title: 'The plan',
    about: value,
    blocks: [
      ...(remark ? [section(content.say(remark)), divider()] : []),
      section(content.say(plan)),
      ...(halfWay && plan !== 'plan.half' ? [section(content.say('m.card.half'))] : []),
      section(content.say('coaching.meeting.plan.first', { first })),
      context(content.say('plan.rule')),
      ...timer(content, shown),
      divider(),
      ...brought(content, notes),
    ],
  });
}

function timer(content: Content, { timer: state, value }: PlanShown): KnownBlock[] {
  if (!state) return [];
  const control =
    state === 'running'
      ? button({ label: 'Stop the timer', action: STOP_TIMER, value })
      : button({ label: 'Start the turn timer', action: START_TIMER, value });
  return [section(content.say('coaching.meeting.plan.timer')), actions([control])];
}

function brought(content: Content, notes: readonly NoteShown[]): KnownBlock[] {
  if (notes.length === 0) return [context(content.say('coaching.meeting.plan.none'))];
  const shown = notes
    .slice(0, MOST_NOTES)
    .flatMap((note) => [
      context(...headingLines(content, note), content.say('coaching.question', { question: note.question })),
      note.text === undefined ? section(content.say('coaching.note.broken')) : words(cut(note.text, SHOWN)),
    ]);
  return [
    section(content.say('coaching.meeting.plan.brought')),
    ...shown,
    actions([button({ label: 'All my notes', action: 'coaching.all-notes' })]),
  ];
}
