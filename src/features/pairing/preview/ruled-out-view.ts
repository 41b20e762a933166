// The pairs that organisers have ruled out for good, each with its reason, and a button that lifts it. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import { dayOf, instantOf, sayDay } from '../../../platform/clock.ts';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, confirm, context, modal, section } from '../../../platform/slack/blocks.ts';
import type { AboutForm } from './about.ts';

export const RULED_OUT = { list: 'pairing.ruled-out-list', page: 'pairing.ruled-out-page', lift: 'pairing.lift' } as const;

/** A pair as it stands on the list. */
export interface RuledOut {
  id: string;
  name: string;
  other: string;
  reason: string;
  by: string;
  at: string;
}

const ON_A_PAGE = 20;

export function ruledOutModal(
  content: Content,
  about: AboutForm,
  { pairs, zone, page, notice }: { pairs: readonly RuledOut[]; zone: string; page: number; notice?: string },
): ModalView {
  const pages = Math.max(1, Math.ceil(pairs.length / ON_A_PAGE));
  const at = Math.min(Math.max(0, page), pages - 1);
  const shown = pairs.slice(at * ON_A_PAGE, (at + 1) * ON_A_PAGE);
  return modal({
    callback: RULED_OUT.list,
    title: 'Never paired',
    close: 'Back',
    about: JSON.stringify(about),
    blocks: [
      ...(notice ? [section(notice)] : []),
      section(content.say(pairs.length === 0 ? 'pairing.preview.ruled-out.none' : 'pairing.preview.ruled-out')),
      ...shown.flatMap((pair) => pairBlocks(content, pair, zone)),
      ...turning(content, at, pages),
    ],
  });
}

/** Whoever was forgotten meanwhile is named no more. */
function pairBlocks(content: Content, { id, name, other, reason, by, at }: RuledOut, zone: string): KnownBlock[] {
  const who = /^[UW][A-Z0-9]+$/.test(by) ? { mrkdwn: `<@${by}>` } : '…';
  const date = sayDay(dayOf(instantOf(at), zone));
  const text = content.plain('pairing.preview.ruled-out.sure');
  const lift = button({
    label: 'Lift',
    action: `${RULED_OUT.lift}#${id}`,
    value: id,
    accessibilityLabel: `Lift it for ${name} and ${other}`,
    confirm: confirm({ title: 'Lift this?', text, yes: 'Lift it', no: 'Leave it' }),
  });
  return [
    section(content.say('pairing.preview.ruled-out.pair', { name, other, reason }), { accessory: lift }),
    context(content.say('pairing.preview.ruled-out.by', { who, date })),
  ];
}

function turning(content: Content, at: number, pages: number): KnownBlock[] {
  if (pages === 1) return [];
  const turn = (label: string, way: 'back' | 'next', to: number) =>
    button({ label, action: `${RULED_OUT.page}-${way}`, value: String(to), accessibilityLabel: `${label}: page ${to + 1} of ${pages}` });
  return [
    context(content.say('pairing.preview.ruled-out.page', { x: at + 1, y: pages })),
    actions([...(at > 0 ? [turn('Back', 'back', at - 1)] : []), ...(at < pages - 1 ? [turn('Next', 'next', at + 1)] : [])]),
  ];
}
