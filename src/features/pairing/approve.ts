// An organiser approves a proposed round, or time does: the round, its pairs and every message are saved together, or nothing is.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, isBefore } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { claim } from '../../platform/schedule/occurrences.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import { comingRound } from '../founding/coming-round.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import { mayOrganise } from '../founding/rights.ts';
import { type Begun, BY_ITSELF, begin, type Telling } from './begin.ts';
import { alike } from './draw.ts';
import { type Gathered, gather } from './facts.ts';
import type { Ran } from './organiser-letters.ts';
import type { Proposal } from './proposals.ts';
import * as proposals from './proposals.ts';
import { type Preview, previewOf, redraw } from './propose.ts';
import type { Pace } from './spaces.ts';

export interface Approval {
  proposal: string;
  revision: number;
  telling: Telling;
  /** A Slack user id, or `BY_ITSELF`. */
  by: string;
  /** How, where no organiser approves it in this moment; `pace` is then how leaders hear. */
  ran?: Ran;
  pace?: Pace;
  /** Put on record in the same transaction; where it stands already, or the round is not due any more, nothing happens. `also` is settled by it. */
  occurrence?: { stream: string; period: string; dueAt: Temporal.Instant; also?: string };
}

export type Approved =
  | { ok: true; begun: Begun }
  | { ok: false; because: 'not-organiser' | 'gone' | 'impossible' | 'on-record' }
  | { ok: false; because: 'decided'; proposal: Proposal }
  /** `changed`: people have changed since the preview; `other`: another organiser has changed it. As it stands now, to look at again. */
  | { ok: false; because: 'changed' | 'other'; preview: Preview };

type Attempt =
  | Exclude<Approved, { because: 'changed' | 'other' }>
  | { ok: false; because: 'changed' | 'other'; proposal: Proposal; gathered: Gathered };

const ATTEMPTS = 5;

export async function approve(tools: Tools, approval: Approval): Promise<Approved> {
  const proposal = await proposals.byId(tools, tools.db, approval.proposal);
  const programme = proposal && (await programmes.find(tools.db, tools.workspace, proposal.programme));
  if (!programme) return { ok: false, because: 'gone' };
  if (approval.by !== BY_ITSELF && !(await mayOrganise(tools, programme, approval.by))) return { ok: false, because: 'not-organiser' };
  for (let { revision } = approval, attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const now = tools.now();
    const done = await transact(tools.db, (tx) => attemptIn(tools, tx, { ...approval, revision }, now));
    if (done.ok) {
      tools.knock();
      return done;
    }
    if (!('gathered' in done)) return done;
    if (done.because === 'other') return stands('other', done.proposal, done.gathered);
    const fresh = await redraw(tools, done.proposal, done.gathered);
    if (!fresh) continue;
    // The same people together, though some fact has changed: that is what was approved.
    if (alike(done.proposal.drawn.plan, fresh.drawn.plan)) revision = fresh.revision;
    else return stands('changed', fresh, done.gathered);
  }
  throw new Error('the facts of a round kept changing while it was approved');

  async function stands(because: 'changed' | 'other', standing: Proposal, gathered: Gathered): Promise<Approved> {
    return { ok: false, because, preview: await previewOf(tools, programme as Programme, standing, gathered) };
  }
}

async function attemptIn(tools: Tools, tx: Tx, approval: Approval, now: Temporal.Instant): Promise<Attempt> {
  const proposal = await proposals.byId(tools, tx, approval.proposal);
  const programme = proposal && (await programmes.find(tx, tools.workspace, proposal.programme));
  if (!programme) return { ok: false, because: 'gone' };
  if (proposal.decision !== null) return { ok: false, because: 'decided', proposal };
  const gathered = await gather(tools, tx, programme, dayOf(now, programme.timeZone));
  if (proposal.revision !== approval.revision) return { ok: false, because: 'other', proposal, gathered };
  if (proposal.drawn.mark !== gathered.mark) return { ok: false, because: 'changed', proposal, gathered };
  const { plan } = proposal.drawn;
  if (!plan.possible) return { ok: false, because: 'impossible' };
  // Drawing takes its time: meanwhile a gathering may have been planned that holds the round.
  if (approval.occurrence && isBefore(now, (await comingRound(tx, programme, now)).at)) return { ok: false, because: 'on-record' };
  if (approval.occurrence && !(await settle(tools, tx, { programme: programme.id, ...approval.occurrence }, now)))
    return { ok: false, because: 'on-record' };
  const { telling, by, ran, pace = 'at-once' } = approval;
  const beginning = { programme, proposal, plan, people: gathered.people, telling, by, pace, ...(ran && { ran }) };
  return { ok: true, begun: await begin(tools, tx, beginning, now) };
}

/** True when this call put it on record. */
async function settle(
  tools: Tools,
  tx: Tx,
  { also, ...occurrence }: NonNullable<Approval['occurrence']> & { programme: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const done = { ...occurrence, subject: occurrence.programme, outcome: 'done' } as const;
  if (!(await claim(tools, tx, done, now))) return false;
  if (also) await claim(tools, tx, { ...done, period: also }, now);
  return true;
}
