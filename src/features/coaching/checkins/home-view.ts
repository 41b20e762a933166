// How commitments stand on the Home tab: one's own that are open, and what partners have shared. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, context, section } from '../../../platform/slack/blocks.ts';
import { newButton, openBlocks, type Shown } from './list-view.ts';
import type { Opened } from './open.ts';
import { isOpen, MOST_OPEN } from './plan.ts';

/** A trio has four from others at most, and as many that were just settled. */
const MOST_THEIRS = 8;

export interface HomeWords {
  programme: string;
  own: readonly Shown[];
  /** What partners have shared, as it is shown now. */
  theirs: readonly Opened[];
  /** Whether a fortnight is running, so that there is something to check in on. */
  running: boolean;
}

export function homeBlocks(content: Content, { programme, own, theirs, running }: HomeWords): KnownBlock[] {
  const open = own.filter(isOpen).slice(0, MOST_OPEN);
  const buttons = [
    ...(running ? [button({ label: 'Check in', action: `coaching.checkin-in#${programme}`, value: programme })] : []),
    ...(running && open.length < MOST_OPEN ? [newButton(programme)] : []),
    button({ label: 'All my commitments', action: `coaching.commitments#${programme}` }),
  ];
  return [
    ...(open.length === 0 ? [section(content.say('coaching.commitment.list.none'))] : []),
    ...open.flatMap((each) => openBlocks(content, each, running)),
    actions(buttons),
    ...theirs.slice(0, MOST_THEIRS).map((each) => context(theirLine(content, each))),
  ];
}

/** What a partner has shared, with its outcome where they gave one. */
function theirLine(content: Content, { name, when, will, state }: Opened): string {
  const blanks = { partner: name, when, will };
  if (isOpen({ state })) return content.say('coaching.commitment.theirs', blanks);
  return content.say('coaching.commitment.theirs.outcome', { ...blanks, outcome: content.say(`coaching.commitment.${state}`) });
}
