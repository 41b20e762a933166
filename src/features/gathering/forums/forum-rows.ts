// A forum as it lies in its row, and back.
import { z } from 'zod';
import type { ForumTable } from '../../../platform/db/tables.ts';
import type { Forum } from './forums.ts';

const spaces = z.enum(['channel', 'group']).nullable();
const versions = z.enum(['six', 'four', 'few']).nullable();
const endings = z.enum(['done', 'called-off', 'too-few']).nullable();

export function fromRow(row: ForumTable): Forum {
  return {
    ...{ id: row.id, workspace: row.workspace, programme: row.programme, offeredBy: row.offered_by, offeredAt: row.offered_at },
    ...{ startsAt: row.starts_at, places: row.places, seed: row.seed, sequence: row.sequence, shown: row.shown },
    ...{ space: spaces.parse(row.space), channel: row.channel, spaceMadeAt: row.space_made_at, fewAskedAt: row.few_asked_at },
    ...{ beganAt: row.began_at, version: versions.parse(row.version), step: row.step, stepBeganAt: row.step_began_at },
    ...{ stepEndsAt: row.step_ends_at, pausedAt: row.paused_at, reader: row.reader, keeper: row.keeper, holder: row.holder },
    ...{ secondHolder: row.second_holder, endedAt: row.ended_at, endedBecause: endings.parse(row.ended_because) },
    ...{ countedAt: row.counted_at, result: row.result, cleanedAt: row.cleaned_at },
  };
}

export function toRow(forum: Forum): ForumTable {
  return {
    ...{ id: forum.id, workspace: forum.workspace, programme: forum.programme, offered_by: forum.offeredBy, offered_at: forum.offeredAt },
    ...{ starts_at: forum.startsAt, places: forum.places, seed: forum.seed, sequence: forum.sequence, shown: forum.shown },
    ...{ space: forum.space, channel: forum.channel, space_made_at: forum.spaceMadeAt, few_asked_at: forum.fewAskedAt },
    ...{ began_at: forum.beganAt, version: forum.version, step: forum.step, step_began_at: forum.stepBeganAt },
    ...{ step_ends_at: forum.stepEndsAt, paused_at: forum.pausedAt, reader: forum.reader, keeper: forum.keeper, holder: forum.holder },
    ...{ second_holder: forum.secondHolder, ended_at: forum.endedAt, ended_because: forum.endedBecause },
    ...{ counted_at: forum.countedAt, result: forum.result, cleaned_at: forum.cleanedAt },
  };
}
