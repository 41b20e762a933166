// The roster as a file: the columns an import reads, and each person's standing. Imported again it changes nothing. Pure.
import { dayOf, instantOf } from '../../../platform/clock.ts';
import { csvFile } from '../../../platform/csv.ts';
import { COLUMNS, FOR_READING } from './roster-columns.ts';
import type { RosterLine } from './standings.ts';

export function rosterFile(lines: readonly RosterLine[], zone: string): string {
  const rows = lines.map((line) => [
    ...[line.email ?? '', line.name, line.function, line.level, line.managerEmail ?? '', line.timeZone ?? ''],
    ...[line.standing, day(line.invitedAt, zone), day(line.remindedAt, zone)],
  ]);
  return csvFile([...COLUMNS, ...FOR_READING], rows);
}

function day(at: string | null, zone: string): string {
  return at === null ? '' : dayOf(instantOf(at), zone).toString();
}
