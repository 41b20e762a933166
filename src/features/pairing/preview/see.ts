// Finds an open proposal again for an organiser who looks at it.
import { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../../platform/tools.ts';
import * as programmes from '../../founding/programmes.ts';
import { mayOrganise } from '../../founding/rights.ts';
import { type Gathered, gather } from '../facts.ts';
import type { Proposal } from '../proposals.ts';
import * as proposals from '../proposals.ts';
import { type Preview, previewOf } from '../propose.ts';

export type Seen =
  | { ok: true; preview: Preview; gathered: Gathered }
  | { ok: false; because: 'not-organiser' | 'gone' }
  | { ok: false; because: 'decided'; proposal: Proposal };

/** The proposal as it stands, if it is still open and `user` may organise its programme. */
export async function see(tools: Tools, id: string, user: string): Promise<Seen> {
  const proposal = await proposals.byId(tools, tools.db, id);
  const programme = proposal && (await programmes.find(tools.db, tools.workspace, proposal.programme));
  if (!programme) return { ok: false, because: 'gone' };
  if (!(await mayOrganise(tools, programme, user))) return { ok: false, because: 'not-organiser' };
  if (proposal.decision !== null) return { ok: false, because: 'decided', proposal };
  const gathered = await gather(tools, tools.db, programme, Temporal.PlainDate.from(proposal.rotatesOn));
  return { ok: true, preview: await previewOf(tools, programme, proposal, gathered), gathered };
}
