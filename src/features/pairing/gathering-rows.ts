// A row of the table `gathering`, read as the rooms know it.
import { instantOf } from '../../platform/clock.ts';
import type { GatheringTable } from '../../platform/db/tables.ts';
import { gatheringEnds } from '../founding/coming-round.ts';
import type { Gathering } from './gatherings.ts';

export function read(row: GatheringTable): Gathering {
  const { approved_proposal: proposal, approved_revision: revision, approved_by: by, approved_at: at } = row;
  return {
    id: row.id,
    workspace: row.workspace,
    programme: row.programme,
    round: row.round,
    startsAt: instantOf(row.starts_at),
    endsAt: gatheringEnds(row.starts_at),
    place: row.place,
    plannedBy: row.planned_by,
    sequence: row.sequence,
    shown: row.shown,
    reveals: row.reveals_at !== null,
    ...(proposal && revision !== null && by && at && { approved: { proposal, revision, by, at } }),
    revealedAt: row.revealed_at,
    calledOffAt: row.called_off_at,
  };
}
