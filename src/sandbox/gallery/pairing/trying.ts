// What a change to a round would come to, before it is made.
import type { Tried } from '../../../features/pairing/preview/about.ts';
import { costModal, partnersModal } from '../../../features/pairing/preview/cost-view.ts';
import type { Content } from '../../../platform/content/load.ts';
import { bySize, name, people, times } from '../made-up.ts';
import { inModal, type Sample, type Size, samplesOf } from '../sample.ts';
import { about, before, CAUSES, edits, leaderId, member, preview } from './round.ts';

const WISHES: readonly [title: string, wish: Tried][] = [
  ['What another partner would cost', { what: 'partner', leader: leaderId(0), withUser: people[1].id }],
  ['What a swap would cost', { what: 'swap', leader: leaderId(0), withUser: people[1].id }],
  ['What keeping a pair would cost', { what: 'keep', group: [leaderId(0), leaderId(1)] }],
  ['What leaving somebody out would cost', { what: 'leave-out', leader: leaderId(0) }],
  ['What ruling out a pair would cost', { what: 'forbid', pair: [leaderId(0), leaderId(1)] }],
];

/** A round, and the same with the first two groups put together anew. */
function compared(content: Content, size: Size) {
  const was = preview(content, size, { edits: edits(size) });
  const now = preview(content, size, { edits: edits(size) });
  const { plan } = now.proposal.drawn;
  if (!plan.possible) return { before: was, after: now };
  const [one, two, ...rest] = plan.pairs;
  const turned =
    one && two
      ? [
          { ...one, leaders: [one.leaders[0] ?? '', two.leaders[0] ?? ''] },
          { ...two, leaders: [one.leaders[1] ?? '', two.leaders[1] ?? ''] },
        ]
      : [];
  const pairs = size === 'shortest' ? plan.pairs : [...turned, ...rest];
  const drawn = { ...now.proposal.drawn, plan: { ...plan, pairs, totals: before(size) } };
  return { before: was, after: { ...now, proposal: { ...now.proposal, drawn } } };
}

export const tryingSamples: readonly Sample[] = samplesOf('src/features/pairing/preview/cost-view.ts', {
  ...Object.fromEntries(
    WISHES.map(([title, wish]) => [
      `pairing.cost.${wish.what}`,
      [title, (content, size) => inModal(costModal(content, { ...about, wish }, compared(content, size)))] as Parameters<
        typeof samplesOf
      >[1][string],
    ]),
  ),
  'pairing.cost.stuck': [
    'What does not make a round possible',
    (content, size) => {
      const stuck = preview(content, size, { causes: CAUSES[size] });
      return inModal(costModal(content, { ...about, wish: WISHES[0]?.[1] }, { before: stuck, after: stuck }));
    },
  ],
  'pairing.cost.possible': [
    'What makes a round possible',
    (content, size) => {
      const stuck = preview(content, size, { causes: CAUSES[size] });
      return inModal(costModal(content, { ...about, wish: WISHES[3]?.[1] }, { before: stuck, after: preview(content, size) }));
    },
  ],
  'pairing.partners': [
    'The partners somebody could have instead',
    (content, size) => {
      const offers = times(bySize(size, { usual: 3, longest: 12, shortest: 0 }), (n) => ({
        ...{
          member: { ...member(size, n + 1), user: `U0OFFER${n}` },
          totals: before(size),
          moved: bySize(size, { usual: 2 * n + 2, longest: 290, shortest: 2 }),
        },
      }));
      return inModal(partnersModal(content, about, { name: name(size), before: preview(content, size), offers }));
    },
  ],
});
