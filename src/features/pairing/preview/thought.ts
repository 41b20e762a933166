// What a change to a proposed round would come to: thought through to the end, and nothing put on record. Trying one and making it both go
// through here, so that what is made is what was shown.
import { Temporal } from 'temporal-polyfill';
import { record } from '../../../platform/audit.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { mayOrganise } from '../../founding/rights.ts';
import { drawing, drawingOf, groupsOf } from '../draw.ts';
import { aroundTrio, type Edit, moved, swapped } from '../edits.ts';
import { type Gathered, gather } from '../facts.ts';
import type { Because } from '../plan.ts';
import type { Proposal } from '../proposals.ts';
import * as proposals from '../proposals.ts';
import { newSeed, type Preview, previewOf } from '../propose.ts';
import { causesTold, drawnFirst, firstDraw, wishedIn } from './told-wishes.ts';

/** A change as an organiser wishes it; people by their leader's id, whoever is chosen in Slack by their Slack id. */
export type Wish =
  /** The two are together, and everyone else is planned around them. */
  | { what: 'partner'; leader: string; withUser: string }
  /** They take each other's place. */
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

export type NotThought =
  | { ok: false; because: 'not-organiser' | 'gone' | 'stranger' | 'same-pair' | 'none' }
  | { ok: false; because: 'decided'; proposal: Proposal }
  /** Another organiser has changed it in the meantime: as it stands now. */
  | { ok: false; because: 'other'; preview: Preview }
  /** `asked`: two who were to be put together may not be; which two, and because of which rule, is not said. */
  | { ok: false; because: 'impossible'; causes: readonly Because[] };

export type Thought =
  | NotThought
  /** `after` is the proposal as it would be, a revision later. */
  | { ok: true; programme: Programme; gathered: Gathered; before: Proposal; after: Proposal };

export async function thinkThrough(tools: Tools, editing: Editing): Promise<Thought> {
  const { by, wish } = editing;
  const proposal = await proposals.byId(tools, tools.db, editing.proposal);
  const programme = proposal && (await programmes.find(tools.db, tools.workspace, proposal.programme));
  if (!programme) return { ok: false, because: 'gone' };
  if (!(await mayOrganise(tools, programme, by))) return { ok: false, because: 'not-organiser' };
  if (proposal.decision !== null) return { ok: false, because: 'decided', proposal };
  const gathered = await gather(tools, tools.db, programme, Temporal.PlainDate.from(proposal.rotatesOn));
  if (proposal.revision !== editing.revision)
    return { ok: false, because: 'other', preview: await previewOf(tools, programme, proposal, gathered) };
  const edits = editsAfter(tools, proposal, gathered, editing);
  if (typeof edits === 'string') return { ok: false, because: edits };
  const plan = await tools.think(drawing, drawingOf(gathered, edits, proposal.seed));
  if (!plan.possible && proposal.drawn.plan.possible) {
    await noteRefusal(tools, programme.id, by);
    const areNamed = wish.what === 'partner' || wish.what === 'swap';
    const causes = areNamed ? [APART] : causesTold(plan.causes);
    return { ok: false, because: 'impossible', causes };
  }
  const drawn = { plan, mark: gathered.mark, ...difference(proposal, groupsOf(plan), editing), ...firstDraw(proposal, edits, gathered) };
  return { ok: true, programme, gathered, before: proposal, after: { ...proposal, edits, drawn, revision: proposal.revision + 1 } };
}

/** Whichever rule it is: whoever tries pair after pair must not read private lists off the answers. */
const APART: Because = { id: 'pairing.preview.apart', blanks: {} };

/** Somebody tried to put two together who may not be, or left no others for somebody: tried often, either is a way of asking what nobody tells. */
async function noteRefusal(tools: Tools, programme: string, by: string): Promise<void> {
  const now = tools.now();
  await transact(tools.db, (tx) => record(tools, tx, { programme, actor: by, action: 'change-refused' }, now));
}

function editsAfter(
  tools: Pick<Tools, 'random'>,
  { edits, drawn }: Proposal,
  gathered: Gathered,
  { wish, by }: Pick<Editing, 'wish' | 'by'>,
): readonly Edit[] | 'stranger' | 'same-pair' | 'none' {
  const groups = groupsOf(drawn.plan);
  const together = (some: readonly string[]) => groups.some((group) => some.every((leader) => group.includes(leader)));
  const also = (edit: Edit): readonly Edit[] => [...edits, { ...edit, ...aroundTrio(groups, edit) }];
  switch (wish.what) {
    case 'undo':
      return edits.length > 0 ? edits.slice(0, -1) : 'none';
    case 'reset':
      return edits.length > 0 ? [] : 'none';
    case 'redraw':
      return [...edits, { what: 'redraw', seed: newSeed(tools) }];
    case 'keep':
      return together(wish.group) ? also(wish) : 'stranger';
    case 'forbid':
      return together(wish.pair) ? also({ ...wish, by }) : 'stranger';
    default: {
      const edit = editAbout(wish, drawn.plan.possible ? groups : undefined, gathered);
      return typeof edit === 'string' ? edit : also(edit);
    }
  }
}

type AboutOne = Extract<Wish, { what: 'partner' | 'swap' | 'leave-out' }>;

/** A change that is about somebody who was chosen. Where no round is possible (no `groups`), nobody is in a pair: then anyone may be left out. */
function editAbout(
  wish: AboutOne,
  groups: (readonly string[])[] | undefined,
  { facts, people }: Gathered,
): Edit | 'stranger' | 'same-pair' {
  const placed = (leader: string) => groups?.some((group) => group.includes(leader)) ?? false;
  const idOf = (user: string) => facts.leaders.find(({ id }) => people.get(id)?.user === user)?.id;
  if (wish.what === 'leave-out') {
    const leader = 'user' in wish ? idOf(wish.user) : wish.leader;
    const isHere = facts.leaders.some(({ id }) => id === leader);
    return leader && isHere && (placed(leader) || !groups) ? { what: 'leave-out', leader } : 'stranger';
  }
  const other = idOf(wish.withUser);
  if (!groups || !other || !placed(other) || !placed(wish.leader)) return 'stranger';
  const after = swapped(groups, wish.leader, other);
  if (!after) return 'same-pair';
  const people2 = [wish.leader, other] as const;
  return wish.what === 'swap' ? { what: 'swap', people: people2, groups: after } : { what: 'keep', group: people2 };
}

/** What stood before the change, for comparison; nothing where no round was possible. */
function difference(
  proposal: Proposal,
  after: readonly (readonly string[])[],
  { by, wish }: Pick<Editing, 'by' | 'wish'>,
): Pick<Proposal['drawn'], 'before'> {
  const { plan } = proposal.drawn;
  if (!plan.possible) return {};
  const wished = wishedIn(plan, drawnFirst(proposal));
  const undone = wish.what === 'undo' || wish.what === 'reset';
  return { before: { totals: plan.totals, moved: moved(groupsOf(plan), after), wished, by, undone } };
}
