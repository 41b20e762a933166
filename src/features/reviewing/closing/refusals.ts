// Why something at the end of a round did not happen, in words: in place of an answer, or at the box of a form. Pure.
import type { Content } from '../../../platform/content/load.ts';
import type { Answer, Reply } from '../../../platform/slack/spoken.ts';

export interface Refusal {
  because: 'not-yours' | 'early' | 'over' | 'alone' | 'empty' | 'too-long' | 'changed' | 'gone' | 'enough';
  name?: string;
}

/** As an answer to the one who acted. */
export function refusal(content: Content, refused: Refusal): Answer {
  return { text: said(content, refused, 0) };
}

/** At a box of the form, where everything typed stays. `longest` is what the box holds. */
export function refusalAt(content: Content, block: string, refused: Refusal, longest = 0): Reply {
  return { then: 'errors', errors: { [block]: said(content, refused, longest) } };
}

function said(content: Content, { because, name = '' }: Refusal, longest: number): string {
  if (because === 'empty') return content.plain('reviewing.empty');
  if (because === 'too-long') return content.plain('reviewing.too-long', { x: longest });
  if (because === 'changed' || because === 'gone') return content.plain(`reviewing.insight.${because}`);
  if (because === 'enough') return content.plain('reviewing.line.enough', { partner: name });
  return content.plain(`reviewing.closing.${because}`);
}
