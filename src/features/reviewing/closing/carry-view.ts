// The form in which a leader chooses the one commitment that goes along into the next round. Pure.
import type { ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { context, input, modal, section } from '../../../platform/slack/blocks.ts';
import { radios } from '../../../platform/slack/controls.ts';

/** Chosen where nothing is to go along. */
export const NOTHING = 'nothing';
/** With the one for nothing there are ten, which is Slack's limit. */
const MOST = 9;

export interface MayCarry {
  id: string;
  when: string;
  will: string;
}

export function carryForm(
  content: Content,
  { pair, offered, chosen }: { pair: string; offered: readonly MayCarry[]; chosen?: string },
): ModalView {
  if (offered.length === 0)
    return modal({ callback: 'reviewing.done', title: 'Take one along', blocks: [section(content.say('reviewing.carry.none'))] });
  const choices = [
    ...offered
      .slice(0, MOST)
      .map(({ id, when, will }) => ({ value: id, label: will, hint: content.plain('reviewing.carry.when', { when }) })),
    { value: NOTHING, label: 'Nothing' },
  ];
  return modal({
    callback: 'reviewing.carry',
    title: 'Take one along',
    submit: 'Take it along',
    close: 'Cancel',
    about: JSON.stringify({ pair }),
    blocks: [
      context(content.say('reviewing.carry.form')),
      input({ block: 'commitment', label: 'Which one', element: radios({ action: 'commitment', choices, chosen: chosen ?? NOTHING }) }),
    ],
  });
}
