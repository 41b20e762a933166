// The answer to "who is my partner?", whatever it is at the moment.
import { partnerAnswer } from '../../../features/pairing/partner-view.ts';
import type { Content } from '../../../platform/content/load.ts';
import { bySize, day, instant, programme } from '../made-up.ts';
import { type Drawn, onlyForYou, type Sample, type Size, samplesOf } from '../sample.ts';
import { because } from './round.ts';
import { pairOf, round } from './standing.ts';

const now = instant('2027-10-04T09:00:00Z');

function partner(content: Content, size: Size, more: Parameters<typeof pairOf>[1], space?: 'refused' | 'open'): Drawn {
  const reasons = because(content, 'pairing.reason.', { count: bySize(size, { usual: 3, longest: 8, shortest: 0 }) }, size);
  const pair = pairOf(size, more);
  const open = space === 'open' ? { workspace: 'T0SAMPLE', channel: 'G0PAIR0001' } : space;
  const seen = { ok: true as const, leader: pair.members[0]?.leader ?? '', pair, reasons, round, ...(open && { space: open }) };
  return onlyForYou(partnerAnswer(content, programme(size), seen, now));
}

export const partnerSamples: readonly Sample[] = samplesOf('src/features/pairing/partner-view.ts', {
  'pairing.partner': ['Who is my partner?', (content, size) => partner(content, size, { openedAt: '2027-09-29T12:00:00.000Z' }, 'open')],
  'pairing.partner.trio': [
    'Who are my partners?',
    (content, size) => partner(content, size, { count: 3, openedAt: '2027-09-29T12:00:00.000Z' }),
  ],
  'pairing.partner.alone': [
    'Who is my partner, where no shared space could be opened?',
    (content, size) => partner(content, size, { openedAt: '2027-09-29T12:00:00.000Z' }, 'refused'),
  ],
  'pairing.partner.soon': ['Who is my partner, before the shared space opens?', (content, size) => partner(content, size, {})],
  'pairing.partner.asked': [
    'Who is my partner, when another one has been asked for?',
    (content, size) => partner(content, size, { askedAnother: true }),
  ],
  ...Object.fromEntries(
    (['none', 'paused'] as const).map((reason) => [
      `pairing.partner.${reason}`,
      [
        reason === 'none' ? 'Nobody has been found yet' : 'Somebody sits out',
        (content: Content, size: Size) =>
          onlyForYou(partnerAnswer(content, programme(size), { ok: false, because: reason, nextOn: day('2027-09-29') }, now)),
      ] as const,
    ]),
  ),
  'pairing.partner.stranger': [
    'Who is my partner, asked by somebody who is not in',
    (content, size) => onlyForYou(partnerAnswer(content, programme(size), { ok: false, because: 'stranger' }, now)),
  ],
});
