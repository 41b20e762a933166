// A leader as the rooms know one, for the samples that are drawn of whole people: the same eight as everywhere, in every size.
import type { Leader } from '../../features/joining/leaders.ts';
import { bySize, department, name, people, recordId, zone } from './made-up.ts';
import type { Size } from './sample.ts';

/** The `n`th leader, who has taken part since October. */
export function leader(size: Size, n = 0, more: Partial<Leader> = {}): Leader {
  const email = `${(people[n % people.length]?.name ?? '')
    .toLowerCase()
    .replace(/\P{ASCII}/gu, '')
    .replaceAll(' ', '.')}@example.org`;
  return {
    ...{
      id: recordId(30 + n),
      workspace: 'T0SAMPLE',
      programme: recordId(1),
      user: people[n % people.length]?.id ?? '',
      name: name(size, n),
    },
    ...{ email: size === 'shortest' ? null : email, function: department(size, n), manager: null, managerEmail: null },
    level: bySize(size, { usual: 'Director', longest: 'Director, second level '.repeat(4).slice(0, 70), shortest: '' }),
    ...{ timeZone: zone(size), workingDays: [1, 2, 3, 4, 5], workingFrom: '09:00', workingTo: '17:00', rhythm: 'steady' },
    ...{ sendWeekday: null, sendTime: null, privateSealed: null, joinedAt: '2027-09-20T09:00:00.000Z', pausedAt: null, pausedUntil: null },
    ...{ leftAt: null, leftBecause: null },
    ...more,
  };
}
