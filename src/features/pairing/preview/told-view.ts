// Modals that only say something: in the place of a preview, or beside it. Pure.
import type { ModalView } from '@slack/types';
import { modal, sections } from '../../../platform/slack/blocks.ts';

/** A short text where the preview was, or before it is there. */
export function toldModal(text: string): ModalView {
  return modal({ callback: 'pairing.told', title: 'Next round', blocks: sections(text) });
}

/** A meeting's plan, to read beforehand. */
export function planModal(text: string): ModalView {
  return modal({ callback: 'pairing.told', title: 'Meeting plan', blocks: sections(text) });
}
