// Lists of people, as organisers bring them and as the roster keeps them.
import type { Asking } from '../../../features/joining/rosters/import-views.ts';
import type { RosterChanges } from '../../../features/joining/rosters/roster-changes.ts';
import type { RosterRow } from '../../../features/joining/rosters/roster-csv.ts';
import { type RosterLine, STANDINGS } from '../../../features/joining/rosters/standings.ts';
import type { RosterEntryTable } from '../../../platform/db/tables.ts';
import { bySize, department, name, recordId, times, written } from '../made-up.ts';
import type { Size } from '../sample.ts';

const level = (size: Size) => bySize(size, { usual: 'Director', longest: written('longest', 60), shortest: '' });
const email = (size: Size, n: number) =>
  size === 'longest'
    ? `${'x'.repeat(240)}@example.org`
    : `${name('usual', n)
        .toLowerCase()
        .replace(/\P{ASCII}/gu, 'c')
        .replace(' ', '.')}@example.org`;

/** A roster on which everybody stands differently. */
export function lines(size: Size, count = bySize(size, { usual: 8, longest: 5000, shortest: 1 }), from = 0): RosterLine[] {
  return times(count, (n) => {
    const standing = STANDINGS[n % STANDINGS.length] ?? 'in';
    return {
      ...{ standing, name: name(size, n + from), email: email(size, n + from), function: department(size, n + from), level: level(size) },
      ...{ managerEmail: null, timeZone: null, until: standing === 'paused' ? '2027-09-22' : null },
      invitedAt: ['invited', 'declined'].includes(standing) ? '2027-09-01T09:00:00.000Z' : null,
      remindedAt: standing === 'invited' && n % 4 === 0 ? '2027-09-15T09:00:00.000Z' : null,
    };
  });
}

/** What a list would change. */
export function changes(size: Size): RosterChanges {
  const some = bySize(size, { usual: 3, longest: 400, shortest: 0 });
  return {
    fresh: times(bySize(size, { usual: 4, longest: 400, shortest: 1 }), (n) => row(size, n)),
    updated: times(some, (n) => ({
      ...{ row: row(size, n), name: name(size, n), isLeader: n % 2 === 0 },
      changes: (['function', 'level', 'manager', 'zone', 'name'] as const).slice(0, size === 'usual' ? n + 1 : 5).map((field) => ({
        field,
        ...valuesOf(size, field),
      })),
    })),
    unchanged: bySize(size, { usual: 17, longest: 5000, shortest: 0 }),
    missing: lines(size, some, some),
  };
}

function valuesOf(size: Size, field: string): { from: string; to: string } {
  const usual: Record<string, [string, string]> = {
    ...{ function: ['Finance', 'Operations'], level: ['', 'Director'], manager: ['amina.adeyemi@example.org', 'freya.holm@example.org'] },
    ...{ zone: ['Europe/London', 'Europe/Berlin'], name: ['Bo Lindqvist', 'Bo Lindqvist-Holm'] },
  };
  const [from = '', to = ''] = usual[field] ?? [];
  return size === 'longest' ? { from: written('longest', 75), to: written('longest', 75) } : { from, to };
}

function row(size: Size, n: number): RosterRow {
  return {
    email: email(size, n),
    name: name(size, n),
    function: department(size, n),
    level: level(size),
    managerEmail: null,
    timeZone: null,
  };
}

/** The form when a list is said back. */
export function asking(size: Size): Asking {
  const notes = bySize(size, { usual: [], longest: [written('longest', 150), written('longest', 150)], shortest: [] });
  return { changes: changes(size), mark: 'm'.repeat(64), wish: 'invite', file: '', pasted: list(size), notes };
}

/** Somebody on a list that has been kept. */
export function entry(size: Size, n: number): RosterEntryTable {
  return {
    ...{
      id: recordId(60 + n),
      workspace: 'T0SAMPLE',
      programme: recordId(1),
      import: recordId(50),
      email: email(size, n),
      name: name(size, n),
    },
    ...{ function: department(size, n), level: level(size), manager_email: null, time_zone: null, slack_user: null, imported_at: '' },
    ...{ looked_up_at: null, invited_at: null, reminded_at: null, declined_at: null, profiled_at: null, manager: null },
  };
}

/** A list as text. */
export function list(size: Size): string {
  const rows = times(bySize(size, { usual: 3, longest: 40, shortest: 1 }), (n) => [
    email('usual', n),
    name('usual', n),
    department('usual', n),
  ]);
  return ['email,name,function', ...rows.map((cells) => cells.join(','))].join('\n');
}

/** A list as text, with something wrong on most of its lines. */
export function faulty(size: Size): string {
  const wrong = [
    'amina.adeyemi@example,Amina Adeyemi,Finance',
    'bo@example.org,Bo Lindqvist,Operations,Head,Freya,London',
    'chidi@example.org,Chidi',
  ];
  const all = times(bySize(size, { usual: 3, longest: 70, shortest: 1 }), (n) => wrong[n % 3] ?? '');
  return ['email,name,function,level,manager_email,time_zone', ...all].join('\n');
}
