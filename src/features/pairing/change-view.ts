// The small forms on top of the preview: what to change about one pair, whom to leave out, and how to tell everyone. Pure.
import type { ModalView } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { input, modal, section } from '../../platform/slack/blocks.ts';
import { type Choice, person, radios, textBox } from '../../platform/slack/controls.ts';
import { couples } from './planning/bridges.ts';
import { type Named, sayMembers } from './said.ts';

export const FORM = { change: 'pairing.change-form', leaveOut: 'pairing.leave-out-form', approve: 'pairing.approve-form' } as const;
export const FIELD = { what: 'what', whom: 'whom', why: 'why', telling: 'telling' } as const;
export const REASON_LETTERS = 200;

/** What a form on top of the preview remembers. */
export interface AboutForm {
  proposal: string;
  revision: number;
  page: number;
  /** The preview under it. */
  root: string;
  /** Leader ids of the pair it is about, in the order of its choices. */
  group?: readonly string[] | undefined;
}

/** What may be changed about one pair or trio: at most ten choices, which a trio needs. */
export function changeModal(content: Content, about: AboutForm, members: readonly Named[]): ModalView {
  return modal({
    callback: FORM.change,
    title: 'Change a pair',
    submit: 'Change it',
    close: 'Back',
    about: JSON.stringify(about),
    blocks: [
      section(sayMembers(content, members)),
      section(content.say('pairing.change.what')),
      input({ block: FIELD.what, label: 'What to change', element: radios({ action: 'pairing.what', choices: choices(members) }) }),
      input({
        block: FIELD.whom,
        label: 'Swap with',
        hint: content.plain('pairing.change.whom-hint'),
        optional: true,
        element: person({ action: 'pairing.whom' }),
      }),
      input({
        block: FIELD.why,
        label: 'Reason',
        hint: content.plain('pairing.change.why-hint'),
        optional: true,
        element: textBox({ action: 'pairing.why', most: REASON_LETTERS }),
      }),
    ],
  });
}

/** `swap:0`, `out:1`, `keep`, `apart:0:1`: the figures are places in the group. */
function choices(members: readonly Named[]): Choice[] {
  const name = (at: number) => members[at]?.name ?? '';
  const places = members.map((_, at) => at);
  return [
    ...places.map((at) => ({ value: `swap:${at}`, label: `Swap ${name(at)} with someone` })),
    { value: 'keep', label: 'Keep them together' },
    ...places.map((at) => ({ value: `out:${at}`, label: `Leave ${name(at)} out of this round` })),
    ...couples(places).map(([a, b]) => ({ value: `apart:${a}:${b}`, label: apart(members.length, name(a), name(b)) })),
  ];
}

function apart(size: number, one: string, other: string): string {
  return size === 2 ? 'Never pair these two' : `Never pair ${one} and ${other}`;
}

export function leaveOutModal(content: Content, about: AboutForm): ModalView {
  return modal({
    callback: FORM.leaveOut,
    title: 'Leave someone out',
    submit: 'Leave out',
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
  /** The day on which the round was due, where it begins before it. */
  early?: string;
  /** Whether a round is running, and ends. */
  ends: boolean;
}

/** The last look before everyone hears: who is told what, and how. */
export function approveModal(content: Content, about: AboutForm, { leaders, by, early, ends }: Approving): ModalView {
  const said = [
    content.say('pairing.approve.what', { x: leaders, date: by }),
    ...(ends ? [content.say('pairing.approve.ends')] : []),
    ...(early ? [content.say('pairing.approve.early', { date: early })] : []),
  ];
  const telling = [
    { value: 'partners-first', label: 'Tell partners first', hint: `The channel hears by ${by}` },
    { value: 'announce-now', label: 'Tell and announce now', hint: 'The channel hears at the same time' },
  ];
  return modal({
    callback: FORM.approve,
    title: 'Approve this round',
    submit: 'Tell everyone',
    close: 'Back',
    about: JSON.stringify(about),
    blocks: [
      ...said.map((text) => section(text)),
      input({
        block: FIELD.telling,
        label: 'How to tell it',
        element: radios({ action: 'pairing.telling', choices: telling, chosen: 'partners-first' }),
      }),
    ],
  });
}
