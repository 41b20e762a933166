// Each fortnight's line to each pair, once: what has come too late for a pair is put on record as passed over, so that lines never come in a heap.
import { Temporal } from 'temporal-polyfill';
import { earliest, instantOf, isBefore } from '../../../../platform/clock.ts';
import { claim, settledSubjects } from '../../../../platform/schedule/occurrences.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import type { TeamPair } from '../team-pairs.ts';
import * as teams from '../teams.ts';
import { FORTNIGHTS, fortnightAt, fortnightEnds, fortnightSlot, type Slot, type Weeks } from './calendar.ts';
import type { Reader } from './plan.ts';
import { type Scene, STEPS } from './scene.ts';
import { stepMessage } from './step-views.ts';
import { tell } from './tell.ts';

type Telling = Scene & { readers: ReadonlyMap<string, Reader> };

/** Tells what is due; returns when something will be. */
export async function tellSteps(tools: Tools, tx: Tx, scene: Telling, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const { team, weeks, pairs } = scene;
  let next: Temporal.Instant | undefined;
  const first = new Set(pairs.map(({ id }) => id));
  for (let n = 1; n <= Math.min(fortnightAt(weeks, now), FORTNIGHTS); n++) {
    const settled = await settledSubjects(tx, { programme: team.programme, stream: STEPS, period: String(n) });
    for (const pair of pairs) {
      if (settled.has(pair.id)) first.delete(pair.id);
      else if (wasThere(pair, weeks, n))
        next = earliest(next, await tellOne(tools, tx, { scene, pair, n, isFirst: first.has(pair.id) }, now));
    }
  }
  const coming = Math.min(fortnightAt(weeks, now) + 1, FORTNIGHTS);
  const due = fortnightSlot(weeks, coming).due;
  return earliest(next, isBefore(now, due) ? due : undefined);
}

interface Step {
  scene: Telling;
  pair: TeamPair;
  n: number;
  isFirst: boolean;
}

async function tellOne(
  tools: Tools,
  tx: Tx,
  { scene, pair, n, isFirst }: Step,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const { team, weeks, readers } = scene;
  const slot = slotOf(pair, weeks, n);
  const fresh = pair.formedAt === team.beganAt ? ('start' as const) : ('changed' as const);
  const shown = { team: team.id, pair: pair.id, n, host: team.name, members: pair.members, ...(isFirst && { first: fresh }) };
  const people = pair.members.flatMap(({ user }) => readers.get(user) ?? []);
  // It is the word of whom one meets with: nothing takes its place.
  const word = { key: `team-step:${team.id}:${pair.id}:${n}`, kind: 'team-step', rank: 'match', readers: people, slot } as const;
  const placing = await tell(tools, tx, { ...word, body: stepMessage(tools.content, shown) }, now);
  if (placing.then === 'wait') return placing.until;
  const occurrence = { programme: team.programme, stream: STEPS, subject: pair.id, period: String(n), dueAt: slot.due };
  if (placing.then === 'send') await claim(tools, tx, { ...occurrence, outcome: 'done' }, now);
  else await claim(tools, tx, { ...occurrence, outcome: 'skipped', reason: placing.because }, now);
  if (placing.then === 'send') await teams.reach(tx, team, n);
  return undefined;
}

/** Whoever is put together within a fortnight hears its line until it ends. */
function slotOf({ formedAt }: TeamPair, weeks: Weeks, n: number): Slot {
  const slot = fortnightSlot(weeks, n);
  const formed = instantOf(formedAt);
  return isBefore(slot.due, formed) ? { due: formed, closes: fortnightEnds(weeks, n) } : slot;
}

function wasThere({ formedAt }: TeamPair, weeks: Weeks, n: number): boolean {
  return Temporal.Instant.compare(instantOf(formedAt), fortnightEnds(weeks, n)) < 0;
}
