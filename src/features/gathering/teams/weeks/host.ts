// What the leader who hosts a team hears while no round of theirs runs: a polite letter for each part, on a day free of others.
import type { Temporal } from 'temporal-polyfill';
import { earliest } from '../../../../platform/clock.ts';
import { claim } from '../../../../platform/schedule/occurrences.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import { standingPairsOf } from '../../../joining/partners.ts';
import { hostBody, openParts, type Part } from './host-parts.ts';
import type { Reader } from './plan.ts';
import { readersOf } from './readers.ts';
import { HOST, type Scene } from './scene.ts';
import { tell } from './tell.ts';

/** Tells what is due to whom no round tells it; returns when something will be. */
export async function tellHost(tools: Tools, tx: Tx, { team, weeks }: Scene, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const parts = await openParts(tx, team, weeks.rests);
  if (parts.length === 0 || (await standingPairsOf(tx, team.leader)).length > 0) return undefined;
  let next: Temporal.Instant | undefined;
  for (const part of parts) {
    const host = { user: team.user, name: team.name, zone: team.zone };
    const reader = (await readersOf(tools, tx, { team, rests: weeks.rests, people: [host] }, now)).get(team.user);
    if (reader) next = earliest(next, await tellPart(tools, tx, { team, part, reader }, now));
  }
  return next;
}

async function tellPart(
  tools: Tools,
  tx: Tx,
  { team, part: { part, slot, key, rank }, reader }: { team: Scene['team']; part: Part; reader: Reader },
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const body = hostBody(tools.content, team, part);
  if ('off' in body) return undefined;
  // The end of what they began themselves is told to whoever has gone silent, too.
  const { not, ...able } = reader;
  const readers = [part === 'end' && not === 'quiet' ? able : reader];
  const placing = await tell(tools, tx, { key, kind: HOST, rank, readers, slot, body }, now);
  if (placing.then === 'wait') return placing.until;
  const occurrence = { programme: team.programme, stream: HOST, subject: team.id, period: part, dueAt: slot.due };
  if (placing.then === 'send') await claim(tools, tx, { ...occurrence, outcome: 'done' }, now);
  else await claim(tools, tx, { ...occurrence, outcome: 'skipped', reason: placing.because }, now);
  return undefined;
}
