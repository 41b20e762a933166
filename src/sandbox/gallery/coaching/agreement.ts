// A pair's agreement: read, filled in, agreed to, changed, and looked at again half way.
import { linesForm } from '../../../features/coaching/agreement/form-view.ts';
import { agreedMessage, agreeMessage, changedMessage } from '../../../features/coaching/agreement/letters.ts';
import type { Person, Standing } from '../../../features/coaching/agreement/plan.ts';
import { agreementModal, agreementTold, homeBlocks, type Remark } from '../../../features/coaching/agreement/views.ts';
import { bySize, name, recordId, written, zone } from '../made-up.ts';
import { inModal, message, onHome, type Sample, type Size, samplesOf } from '../sample.ts';
import { members, PAIR } from './pair.ts';

const HELPS = ['questions beforehand', 'a break after an hour', 'my camera off'];

interface Stand {
  /** How many of them, from the first on, have agreed to what stands. */
  agreed: number;
  count?: number;
  lookAgain?: true;
  /** Nothing is filled in yet. */
  blank?: true;
}

function standing(size: Size, { agreed, count = 2, lookAgain, blank }: Stand): Standing {
  const all = members(size, size === 'longest' ? 3 : count);
  const empty = blank || size === 'shortest';
  const by = bySize(size, { usual: 'video', longest: written('longest', 60), shortest: '' });
  const people = all.map(({ leader, name: called }, n): Person => {
    const helps = bySize(size, { usual: HELPS[n] ?? '', longest: written('longest', 200), shortest: '' });
    const own = n % 2 ? ({ direct: 'straight' } as const) : ({ direct: 'ask' } as const);
    return { leader, name: called, agreed: n < agreed, ...(empty ? {} : { ...own, helps }) };
  });
  return {
    ...{
      pair: PAIR,
      version: bySize(size, { usual: 2, longest: 99, shortest: 1 }),
      people,
      me: all[0]?.leader ?? '',
      lookAgain: lookAgain === true,
    },
    ...(empty ? {} : { rhythm: 'steady', weekday: 4, time: '14:00', by }),
    ...(size === 'longest' && { added: written('longest', 200) }),
  };
}

const modalOf =
  (stand: Stand, remark?: Remark): Sample['draw'] =>
  (content, size) =>
    inModal(agreementModal(content, standing(size, stand), remark));

const SAVED: Remark = { id: 'coaching.agreement.form.asked' };
const COMPLETE: Remark = { id: 'coaching.agreement.done' };

export const agreementSamples: readonly Sample[] = [
  ...samplesOf('src/features/coaching/agreement/letters.ts', {
    'coaching.agreement.offered': ['Agree how you will work', (content) => message(agreeMessage(content, PAIR))],
    'coaching.agreement.complete': ['The agreement is complete', (content) => message(agreedMessage(content, PAIR))],
    'coaching.agreement.changed': [
      'A line has changed',
      (content, size) => message(changedMessage(content, { pair: PAIR, name: name(size, 1), trio: false })),
    ],
    'coaching.agreement.changed.trio': [
      'A line has changed, of three',
      (content, size) => message(changedMessage(content, { pair: PAIR, name: name(size, 1), trio: true })),
    ],
  }),
  ...samplesOf('src/features/coaching/agreement/views.ts', {
    'coaching.agreement.blank': ['Our agreement, before anything is filled in', modalOf({ agreed: 0, blank: true })],
    'coaching.agreement': ['Our agreement, filled in', modalOf({ agreed: 1 })],
    'coaching.agreement.yours': [
      'Our agreement, the others have agreed',
      (content, size) => {
        const { people, ...rest } = standing(size, { agreed: 0 });
        return inModal(agreementModal(content, { ...rest, people: people.map((each, n) => ({ ...each, agreed: n > 0 })) }));
      },
    ],
    'coaching.agreement.all': ['Our agreement, complete', modalOf({ agreed: 3 }, COMPLETE)],
    'coaching.agreement.trio': ['Our agreement, of three', modalOf({ agreed: 1, count: 3 }, SAVED)],
    'coaching.agreement.half': ['Our agreement, half way', modalOf({ agreed: 3, lookAgain: true })],
    'coaching.agreement.told': [
      'A word in the place of the agreement',
      (content) => inModal(agreementTold(content, 'coaching.agreement.over')),
    ],
    'coaching.home.agreement': [
      'The agreement on the Home tab',
      (content, size) => onHome(homeBlocks(content, standing(size, { agreed: 3 }), recordId(1))),
    ],
    'coaching.home.agreement.half': [
      'The agreement on the Home tab, half way',
      (content, size) => onHome(homeBlocks(content, standing(size, { agreed: 1, lookAgain: true }), recordId(1))),
    ],
  }),
  ...samplesOf('src/features/coaching/agreement/form-view.ts', {
    'coaching.agreement-form': ['Change a line', (content, size) => inModal(linesForm(content, standing(size, { agreed: 0 }), zone(size)))],
  }),
];
