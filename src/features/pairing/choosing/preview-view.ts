// How organisers read of choosing in the preview of a round. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { context } from '../../../platform/slack/blocks.ts';
import type { Programme } from '../../founding/programmes.ts';
import type { ChoosingSeen } from './preview-seen.ts';
import { daysOf } from './views.ts';

const MOST_NAMED = 10;

/** Which way partners are found, and how far leaders are who choose each other. */
export function choosingLines(content: Content, { choosing }: Pick<Programme, 'choosing'>, seen: ChoosingSeen | undefined): KnownBlock[] {
  if (!seen) return choosing === 'leaders' ? [] : [context(content.say(`pairing.choosing.preview.${choosing}`))];
  const named = seen.apart.slice(0, MOST_NAMED);
  const names = seen.apart.length > MOST_NAMED ? [...named, `${seen.apart.length - MOST_NAMED} more`] : named;
  return [
    context(content.say(`pairing.choosing.preview.${seen.phase}`, { ...daysOf(seen), x: seen.pairs })),
    ...(names.length > 0 ? [context(content.say('pairing.choosing.preview.apart', { names: names.join('; ') }))] : []),
  ];
}
