// What can be done with a round that is looked at: the buttons above its pairs. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, confirm } from '../../../platform/slack/blocks.ts';
import type { Preview } from '../propose.ts';
import { sayEditsPlainly } from '../said.ts';

export const CONTROL = {
  form: 'pairing.preview',
  page: 'pairing.page',
  find: 'pairing.find',
  findText: 'pairing.find-text',
  only: 'pairing.only',
  all: 'pairing.all',
  change: 'pairing.change',
  leaveOut: 'pairing.leave-out',
  leaveOutOne: 'pairing.leave-out-one',
  ruledOut: 'pairing.ruled-out',
  undo: 'pairing.undo-change',
  reset: 'pairing.reset',
  redraw: 'pairing.redraw',
  discard: 'pairing.discard',
} as const;

export function controls(content: Content, { proposal, people }: Preview): KnownBlock {
  const last = proposal.edits.at(-1);
  const undoing = last ? `Undo last change: ${sayEditsPlainly(content, [last], people)}` : '';
  return actions([
    button({ label: 'Leave someone out', action: CONTROL.leaveOut }),
    button({
      label: 'Draw again',
      action: CONTROL.redraw,
      confirm: asked(content, 'redraw'),
      accessibilityLabel: 'Draw again: all pairs of this round',
    }),
    ...(last ? [button({ label: 'Undo last change', action: CONTROL.undo, accessibilityLabel: undoing })] : []),
    ...(last ? [button({ label: 'Undo all changes', action: CONTROL.reset })] : []),
    button({ label: 'Never paired…', action: CONTROL.ruledOut, accessibilityLabel: 'Never paired: those who are ruled out for good' }),
    button({
      label: 'Throw away',
      action: CONTROL.discard,
      style: 'danger',
      confirm: asked(content, 'sure'),
      accessibilityLabel: 'Throw away this preview',
    }),
  ]);
}

/** The question before the two buttons that change everything at once. */
function asked(content: Content, about: 'redraw' | 'sure') {
  const text = content.plain(`pairing.preview.${about}`);
  return about === 'redraw'
    ? confirm({ title: 'Draw again?', text, yes: 'Draw again', no: 'Keep these' })
    : confirm({ title: 'Throw away?', text, yes: 'Throw away', no: 'Keep it', danger: true });
}
