// An organiser changes a proposed round, or takes a change back, and sees what it does. Nothing is sent.
import { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../platform/tools.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import { mayOrganise } from '../founding/rights.ts';
import { drawing, drawingOf, groupsOf } from './draw.ts';
import { type Edit, moved, swapped } from './edits.ts';
import { type Gathered, gather } from './facts.ts';
import type { Because } from './plan.ts';
import type { Proposal } from './proposals.ts';
import * as proposals from './proposals.ts';
import { keep, newSeed, type Preview, previewOf } from './propose.ts';

/** A change as an organiser wishes it; people by their leader's id, the one to swap with by their Slack id. */
export type Wish =
  | { what: 'swap'; leader: string; withUser: string }
  | { what: 'keep'; group: readonly string[] }
  | { what: 'forbid'; pair: readonly [string, string]; reason: string }
  | { what: 'leave-out'; leader: string }
  | { what: 'leave-out'; user: string }
  | { what: 'redraw' }
  | { what: 'undo' }
  | { what: 'reset' };

export interface Editing {
  proposal: string;
  /** The revision the organiser was looking at. */
  revision: number;
  by: string;
  wish: Wish;
}

export type Edited =
  | { ok: true; preview: Preview }
  | { ok: false; because: 'not-organiser' | 'gone' | 'stranger' | 'same-pair' | 'none' }
  | { ok: false; because: 'decided'; proposal: Proposal }
  /** Another organiser has changed it in the meantime: as it stands now. */
  | { ok: false; because: 'other'; preview: Preview }
  | { ok: false; because: 'impossible'; causes: readonly Because[] };

export async function edit(tools: Tools, editing: Editing): Promise<Edited> {
  const proposal = await proposals.byId(tools, tools.db, editing.proposal);
  const programme = proposal && (await programmes.find(tools.db, tools.workspace, proposal.programme));
  if (!programme) return { ok: false, because: 'gone' };
  if (!(await mayOrganise(tools, programme, editing.by))) return { ok: false, because: 'not-organiser' };
  if (proposal.decision !== null) return { ok: false, because: 'decided', proposal };
  const gathered = await gather(tools, tools.db, programme, Temporal.PlainDate.from(proposal.rotatesOn));
  if (proposal.revision !== editing.revision) return other(tools, programme, proposal, gathered);
  const edits = editsAfter(tools, proposal, gathered, editing);
  if (typeof edits === 'string') return { ok: false, because: edits };
  const plan = await tools.think(drawing, drawingOf(gathered, edits, proposal.seed));
  if (!plan.possible && proposal.drawn.plan.possible)
    return { ok: false, because: 'impossible', causes: plan.causes.map((cause) => cause.because) };
  const drawn = { plan, mark: gathered.mark, ...difference(proposal, groupsOf(plan)) };
  const done = await keep(tools, programme.id, gathered, (tx) => proposals.change(tools, tx, { ...proposal, edits, drawn }));
  if (!done) return edit(tools, editing);
  const changed = { ...proposal, edits, drawn, revision: proposal.revision + 1 };
  return { ok: true, preview: await previewOf(tools, programme, changed, gathered) };
}

async function other(tools: Tools, programme: Programme, proposal: Proposal, gathered: Gathered): Promise<Edited> {
  return { ok: false, because: 'other', preview: await previewOf(tools, programme, proposal, gathered) };
}

function editsAfter(
  tools: Pick<Tools, 'random'>,
  { edits, drawn }: Proposal,
  gathered: Gathered,
  { wish, by }: Pick<Editing, 'wish' | 'by'>,
): readonly Edit[] | 'stranger' | 'same-pair' | 'none' {
  const groups = groupsOf(drawn.plan);
  const placed = (leader: string) => groups.some((group) => group.includes(leader));
  const together = (some: readonly string[]) => groups.some((group) => some.every((leader) => group.includes(leader)));
  const idOf = (user: string) => gathered.facts.leaders.find(({ id }) => gathered.people.get(id)?.user === user)?.id;
  switch (wish.what) {
    case 'undo':
      return edits.length > 0 ? edits.slice(0, -1) : 'none';
    case 'reset':
      return edits.length > 0 ? [] : 'none';
    case 'redraw':
      return [...edits, { what: 'redraw', seed: newSeed(tools) }];
    case 'leave-out': {
      const leader = 'user' in wish ? idOf(wish.user) : wish.leader;
      // Where no round is possible, nobody is in a pair: then anyone may be left out.
      return leader && (placed(leader) || (!drawn.plan.possible && 'user' in wish))
        ? [...edits, { what: 'leave-out', leader }]
        : 'stranger';
    }
    case 'swap': {
      const person = idOf(wish.withUser);
      if (!person || !placed(person) || !placed(wish.leader)) return 'stranger';
      const after = swapped(groups, wish.leader, person);
      return after ? [...edits, { what: 'swap', people: [wish.leader, person], groups: after }] : 'same-pair';
    }
    case 'keep':
      return together(wish.group) ? [...edits, wish] : 'stranger';
    case 'forbid':
      return together(wish.pair) ? [...edits, { ...wish, by }] : 'stranger';
  }
}

/** What stood before the change, for comparison; nothing where no round was possible. */
function difference({ drawn }: Proposal, after: readonly (readonly string[])[]): Pick<Proposal['drawn'], 'before'> {
  if (!drawn.plan.possible) return {};
  return { before: { totals: drawn.plan.totals, moved: moved(groupsOf(drawn.plan), after) } };
}
