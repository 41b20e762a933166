// The form in which leaders describe themselves, and what follows when it has been sent.

import type { ProfileWish } from '../../../features/joining/profile-form.ts';
import { profileModal } from '../../../features/joining/profile-view.ts';
import { joinedModal, toldModal } from '../../../features/joining/views.ts';
import { bySize, day, department, people, programme, recordId, times, written, zone } from '../made-up.ts';
import { inModal, type Sample, type Size, samplesOf } from '../sample.ts';

const NEXT = day('2027-09-29');

/** What a leader has said; at the shortest only what has to be there. */
function wish(size: Size): ProfileWish {
  const all = people.map(({ id }) => id);
  return {
    function: bySize(size, { usual: department('usual', 1), longest: department('longest', 7), shortest: 'IT' }),
    level: bySize(size, { usual: 'Director', longest: written('longest', 60), shortest: '' }),
    ...{ manager: size === 'shortest' ? null : 'U0FREYA', timeZone: zone(size), workingFrom: '09:00', workingTo: '17:30' },
    ...{ workingDays: size === 'longest' ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 3, 4, 5], rhythm: size === 'longest' ? 'full' : 'steady' },
    wishes: {
      welcomes: all.slice(3, bySize(size, { usual: 5, longest: 6, shortest: 3 })),
      avoids: bySize(size, { usual: ['U0GORAN'], longest: times(50, (n) => `U0PERSON${n}`), shortest: [] }),
      workOn: bySize(size, { usual: 'Saying no to good ideas.', longest: written('longest', 600), shortest: '' }),
      helpWith: bySize(size, { usual: 'Reading a balance sheet; a first hundred days.', longest: written('longest', 600), shortest: '' }),
    },
  };
}

function form(size: Size, to: 'join' | 'change') {
  return { programme: recordId(1), functions: programme(size).functions, wish: wish(size), to };
}

const forms: Sample[] = samplesOf('src/features/joining/profile-view.ts', {
  'joining.join': ['The form to join', (content, size) => inModal(profileModal(content, form(size, 'join')))],
  'joining.join.already': [
    'The form to join, for someone who has',
    (content, size) => {
      const first = content.say('joining.already', { programme: programme(size).name });
      return inModal(profileModal(content, { ...form(size, 'change'), first }));
    },
  ],
  'joining.profile': ['A leader’s profile', (content, size) => inModal(profileModal(content, form(size, 'change')))],
});

const done: Sample[] = samplesOf('src/features/joining/views.ts', {
  ...Object.fromEntries(
    (
      [
        ['joined', 'Somebody has joined'],
        ['in-time', 'Somebody has joined in time for a round that has been told'],
        ['back', 'Somebody has come back'],
        ['changed', 'Somebody has changed their profile'],
      ] as const
    ).map(([how, title]) => [
      `joining.done.${how}`,
      [title, (content, size) => inModal(joinedModal(content, programme(size), { how, nextOn: NEXT }))] as const,
    ]),
  ),
  'joining.declined': [
    'Somebody has said no to an invitation',
    (content, size) => inModal(toldModal('Coaching Pairs', content.say('joining.declined', { programme: programme(size).name }))),
  ],
});

export const profileSamples: readonly Sample[] = [...forms, ...done];
