// The small forms on top of the preview: what to change about one pair, whom to leave out, and how to tell everyone. Pure.
import type { ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { input, modal, section, sections } from '../../../platform/slack/blocks.ts';
import { type Choice, person, radios, select } from '../../../platform/slack/controls.ts';
import { cut } from '../../../platform/slack/text.ts';
import { couples } from '../planning/bridges.ts';
import { type Named, sayMembers } from '../said.ts';
import type { AboutForm } from './about.ts';
import { AT_GATHERING, atGathering, gatheringSaid } from './gathering-view.ts';

export const FORM = { change: 'pairing.change-form', leaveOut: 'pairing.leave-out-form', approve: 'pairing.approve-form' } as const;
export const FIELD = { what: 'what', whom: 'whom', why: 'why', telling: 'telling' } as const;
/** Slack cuts a choice at 75 signs; what is to be done stands on both sides of a name, and is to be read. */
const NAME_MOST = 48;
/** So many choices stand side by side at most. */
const SIDE_BY_SIDE = 10;

/** What may be changed about one pair or trio. */
export function changeModal(content: Content, about: AboutForm, members: readonly Named[]): ModalView {
  const offered = choices(members);
  const list = { action: 'pairing.what', choices: offered };
  return modal({
    callback: FORM.change,
    title: 'Change a pair',
    submit: 'See what it does',
    close: 'Back',
    about: JSON.stringify(about),
    blocks: [
      section(sayMembers(content, members)),
      section(content.say('pairing.change.what')),
      input({ block: FIELD.what, label: 'What to change', element: offered.length > SIDE_BY_SIDE ? select(list) : radios(list) }),
      input({
        block: FIELD.whom,
        label: 'With whom',
        hint: content.plain('pairing.change.whom-hint'),
        optional: true,
        element: person({ action: 'pairing.whom' }),
      }),
    ],
  });
}

/** `partner:0`, `swap:0`, `out:1`, `keep`, `apart:0:1`: the figures are places in the group. */
function choices(members: readonly Named[]): Choice[] {
  const name = (at: number) => cut(members[at]?.name ?? '', NAME_MOST);
  const places = members.map((_, at) => at);
  return [
    ...places.map((at) => ({ value: `partner:${at}`, label: `Another partner for ${name(at)}` })),
    ...places.map((at) => ({ value: `swap:${at}`, label: `Swap ${name(at)} with someone` })),
    { value: 'keep', label: 'Keep them together' },
    ...places.map((at) => ({ value: `out:${at}`, label: `Leave ${name(at)} out of this round` })),
    ...couples(places).map(([a, b]) => ({ value: `apart:${a}:${b}`, label: apart(members.length, name(a), name(b)) })),
  ];
}

function apart(size: number, one: string, other: string): string {
  return size === 2 ? 'Never pair these two' : `Never pair ${cut(one, 28)} and ${cut(other, 28)}`;
}

export function leaveOutModal(content: Content, about: AboutForm): ModalView {
  return modal({
    callback: FORM.leaveOut,
    title: 'Leave someone out',
    submit: 'See what it does',
    close: 'Back',
    about: JSON.stringify(about),
    blocks: [
      section(content.say('pairing.change.out')),
      input({ block: FIELD.whom, label: 'Who', element: person({ action: 'pairing.whom' }) }),
    ],
  });
}

export interface Approving {
  leaders: number;
  /** Days in words. */
  by: string;
  /** When the gathering is over at which its pairs are to be named. */
  gathering?: { date: string; time: string };
  /** The day on which the round was due, where it begins before it. */
  early?: string;
  /** Whether a round is running, and ends. */
  ends: boolean;
  /** What organisers have changed, as mrkdwn; empty where nothing is. */
  changes: string;
  /** Whoever made the last change, where that was another organiser, as mrkdwn. */
  byOther?: string;
}

/** The last look before everyone hears: who is told what, and how. */
export function approveModal(content: Content, about: AboutForm, approving: Approving): ModalView {
  const { leaders, by, gathering, early, ends, changes, byOther } = approving;
  const said = [
    ...(gathering ? gatheringSaid(content, { x: leaders, ...gathering }) : [content.say('pairing.approve.what', { x: leaders, date: by })]),
    ...(ends ? [content.say('pairing.approve.ends')] : []),
    ...(early && !gathering ? [content.say('pairing.approve.early', { date: early })] : []),
    ...(changes === '' ? [] : [content.say('pairing.preview.approve.changes', { changes: { mrkdwn: changes } })]),
    ...(byOther ? [content.say('pairing.preview.approve.other', { who: { mrkdwn: byOther } })] : []),
  ];
  const telling = [
    ...(gathering ? [atGathering(gathering)] : []),
    { value: 'partners-first', label: 'Tell partners first', hint: `The channel hears by ${by}` },
    { value: 'announce-now', label: 'Tell and announce now', hint: 'The channel hears at the same time' },
  ];
  return modal({
    callback: FORM.approve,
    title: 'Approve this round',
    submit: gathering ? 'Approve' : 'Tell everyone',
    close: 'Back',
    about: JSON.stringify(about),
    blocks: [
      ...said.flatMap((text) => sections(text)),
      input({
        block: FIELD.telling,
        label: 'How to tell it',
        element: radios({ action: 'pairing.telling', choices: telling, chosen: gathering ? AT_GATHERING : 'partners-first' }),
      }),
    ],
  });
}
