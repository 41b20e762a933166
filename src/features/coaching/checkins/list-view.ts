// The list of a leader's own commitments, with what may be done about each; and what a partner has shared. In a modal, on the Home tab, never in a
// message. Pure.
import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, context, divider, modal, section } from '../../../platform/slack/blocks.ts';
import { saidWords } from './company-view.ts';
import { isOpen, MOST_OPEN, type State } from './plan.ts';
import type { Words } from './sealed-commitments.ts';

/** So many settled ones are shown; the rest is in the export. */
const MOST_PAST = 12;

export interface Shown {
  id: string;
  words?: Words | undefined;
  state: State;
  /** Names of those with whom it is shared; empty where only its author sees it. */
  sharedWith: string;
  noticed?: string | undefined;
  /** Only for those who are in several programmes. */
  programme?: string;
}

export interface Listed {
  shown: readonly Shown[];
  /** Whether there is somebody to share with. */
  mayShare: boolean;
  /** The programmes in whose running fortnight something new may be committed to. */
  mayAdd: readonly string[];
  /** They would like to add one where two are open already. */
  full?: boolean;
}

/** Everything of the round: what is open, with its buttons, and what was settled. */
export function listModal(content: Content, { shown, mayShare, mayAdd, full }: Listed): ModalView {
  const open = shown.filter(isOpen);
  const past = shown.filter((each) => !isOpen(each)).reverse();
  const intro = open.length === 0 ? 'coaching.commitment.list.none' : 'coaching.commitment.list';
  const mayAddHere = mayAdd.length === 1 && open.length < MOST_OPEN;
  const told = full || (mayAdd.length === 1 && !mayAddHere) ? [context(content.say('coaching.commitment.list.full'))] : [];
  return modal({
    callback: 'coaching.commitments',
    title: 'My commitments',
    blocks: [
      section(content.say(intro)),
      ...open.slice(0, MOST_PAST).flatMap((each) => [divider(), ...openBlocks(content, each, mayShare)]),
      ...told,
      ...(mayAddHere ? [actions(mayAdd.map(newButton))] : []),
      ...pastBlocks(content, past),
    ],
  });
}

/** What follows when one has been saved from the form. */
export function savedModal(content: Content): ModalView {
  const all = button({ label: 'All my commitments', action: 'coaching.commitments' });
  return modal({ callback: 'coaching.commitments', title: 'Saved', blocks: [section(content.say('m.saved')), actions([all])] });
}

/** One that is open: its words, who sees it, and what may be done. `within` keeps the buttons of several in one view apart. */
export function openBlocks(content: Content, { id, words, sharedWith, programme }: Shown, mayShare: boolean): KnownBlock[] {
  const seen = sharedWith ? content.say('coaching.commitment.shared', { partner: sharedWith }) : content.say('coaching.commitment.own');
  const on = (label: string, control: string): Button =>
    button({ label, action: `coaching.commitment-${control}#${id}`, value: id, accessibilityLabel: `${label}: ${words?.will ?? ''}` });
  const sharing = sharedWith ? [on('Stop sharing', 'unshare')] : mayShare ? [on('Share it', 'share')] : [];
  return [
    section(saidWords(content, words)),
    context(seen, ...(programme ? [content.say('coaching.commitment.list.several', { programme })] : [])),
    actions([
      on('Done', 'done'),
      on('Partly', 'partly'),
      ...(words ? [on('Make it smaller', 'smaller')] : []),
      on('Let it go', 'let-go'),
      ...sharing,
    ]),
  ];
}

function pastBlocks(content: Content, past: readonly Shown[]): KnownBlock[] {
  if (past.length === 0) return [];
  const more = past.length > MOST_PAST ? [context(content.say('coaching.commitment.list.more'))] : [];
  return [
    divider(),
    section(content.say('coaching.commitment.list.past')),
    ...past.slice(0, MOST_PAST).flatMap((each) => settledBlocks(content, each)),
    ...more,
  ];
}

function settledBlocks(content: Content, { id, words, state, noticed, sharedWith }: Shown): KnownBlock[] {
  const outcome = content.say(`coaching.commitment.${state}`);
  const line = noticed ? [content.say('coaching.commitment.noticed', { text: noticed })] : [];
  const unshare = sharedWith ? [button({ label: 'Stop sharing', action: `coaching.commitment-unshare#${id}`, value: id })] : [];
  const reopen = button({ label: 'Open it again', action: `coaching.commitment-reopen#${id}`, value: id });
  return [
    section(`${saidWords(content, words)} ${outcome}`),
    ...(line.length > 0 ? [context(...line)] : []),
    actions([reopen, ...unshare]),
  ];
}

/** Opens the form for a new one in this programme. */
export function newButton(programme: string): Button {
  return button({ label: 'A new commitment', action: `coaching.commit-new#${programme}`, value: programme });
}
