// An organiser approves a proposed round for the gathering: nobody hears of it before that is over. It stays open until then, so that it can still be
// changed, taken back, and brought up to date with who joins or leaves.
import { record } from '../../platform/audit.ts';
import { transact } from '../../platform/db/transact.ts';
import type { Tools } from '../../platform/tools.ts';
import * as programmes from '../founding/programmes.ts';
import { mayOrganise } from '../founding/rights.ts';
import type { Approved } from './approve.ts';
import { alike } from './draw.ts';
import { type Gathering, revealAhead } from './gatherings.ts';
import * as proposals from './proposals.ts';
import { type Preview, propose } from './propose.ts';
import * as reveals from './reveals.ts';

export type Waiting =
  | { ok: true; gathering: Gathering; preview: Preview }
  | Exclude<Approved, { ok: true } | { because: 'on-record' }>
  /** It was called off meanwhile, or is over, or names no pairs. */
  | { ok: false; because: 'no-gathering' };

const ATTEMPTS = 5;

export async function approveForGathering(
  tools: Tools,
  { proposal: id, revision, by }: { proposal: string; revision: number; by: string },
): Promise<Waiting> {
  const looked = await proposals.byId(tools, tools.db, id);
  const programme = looked && (await programmes.find(tools.db, tools.workspace, looked.programme));
  if (!programme) return { ok: false, because: 'gone' };
  if (!(await mayOrganise(tools, programme, by))) return { ok: false, because: 'not-organiser' };
  if (looked.decision !== null) return { ok: false, because: 'decided', proposal: looked };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const proposed = await propose(tools, programme, by);
    if (!proposed.ok) return { ok: false, because: 'impossible' };
    const { preview } = proposed;
    const { proposal } = preview;
    if (proposal.id !== id) return { ok: false, because: 'gone' };
    const { plan } = proposal.drawn;
    if (!plan.possible) return { ok: false, because: 'impossible' };
    if (looked.revision !== revision) return { ok: false, because: 'other', preview };
    if (proposal.revision !== revision && !alike(looked.drawn.plan, plan)) return { ok: false, because: 'changed', preview };
    const done = await put(tools, { preview, by });
    if (done) return done;
  }
  throw new Error('a round kept changing while it was approved for the gathering');
}

/** On record, a revision later, so that whoever else looks at it is shown that it is; `undefined` where somebody was quicker. */
async function put(tools: Tools, { preview, by }: { preview: Preview; by: string }): Promise<Waiting | undefined> {
  const { programme, proposal } = preview;
  const { id, edits, drawn } = proposal;
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<Waiting | undefined> => {
    const ahead = await revealAhead(tx, programme, now);
    if (!ahead) return { ok: false, because: 'no-gathering' };
    if (!(await proposals.change(tools, tx, { id, revision: proposal.revision, edits, drawn }))) return undefined;
    const revision = proposal.revision + 1;
    await reveals.approve(tx, ahead.gathering, { proposal: id, revision, by }, now);
    await record(tools, tx, { programme: programme.id, actor: by, action: 'rotation-approved-for-gathering', subject: id }, now);
    const { gathering } = ahead;
    return { ok: true, gathering, preview: { ...preview, proposal: { ...proposal, revision } } };
  });
}
