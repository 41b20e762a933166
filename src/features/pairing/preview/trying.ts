// What an organiser tries in the forms on top of a preview: what a change would come to, whom somebody could be with instead, and the change
// itself. Each becomes a form to show, or goes back to the preview below.
import type { ModalView } from '@slack/types';
import { faultFields } from '../../../platform/log.ts';
import type { Tools } from '../../../platform/tools.ts';
import { drawingOf, groupsOf, readying } from '../draw.ts';
import type { AboutForm, Tried } from './about.ts';
import { changeModal } from './change-view.ts';
import { costModal, type Offered, partnersModal } from './cost-view.ts';
import { offering } from './offers.ts';
import { see } from './see.ts';
import type { Editing, NotThought, Wish } from './thought.ts';
import { weigh } from './weigh.ts';

/** A form to show; or why there is none. */
export type Formed = { ok: true; view: ModalView } | NotThought;

/** Rounds of so many leaders take a moment that can be saved. */
const MANY = 100;
const OFFERED = 4;

/** What may be changed about the pair that `leader` is in. Meanwhile the round is made ready for a change. */
export async function changeForm(
  tools: Tools,
  { about, leader, user }: { about: AboutForm; leader: string; user: string },
): Promise<Formed> {
  const seen = await see(tools, about.proposal, user);
  if (!seen.ok) return seen;
  const { proposal, people } = seen.preview;
  const group = groupsOf(proposal.drawn.plan).find((each) => each.includes(leader));
  const members = group?.flatMap((each) => people.get(each) ?? []) ?? [];
  if (!group || members.length < 2) return { ok: false, because: 'gone' };
  if (seen.gathered.facts.leaders.length > MANY) {
    const ready = tools.think(readying, drawingOf(seen.gathered, proposal.edits, proposal.seed));
    ready.catch((fault: unknown) => tools.log.warn('A round could not be made ready for changes', faultFields(fault)));
  }
  const { wish: _, ...rest } = about;
  const form = { ...rest, group: [...group], revision: proposal.revision };
  return { ok: true, view: changeModal(tools.content, form, members) };
}

/** What `wish` would come to. */
export async function costForm(tools: Tools, { about, wish, user }: { about: AboutForm; wish: Tried; user: string }): Promise<Formed> {
  const editing: Editing = { proposal: about.proposal, revision: about.revision, by: user, wish: wishOf(wish, '') };
  const weighed = await weigh(tools, editing);
  return weighed.ok ? { ok: true, view: costModal(tools.content, { ...about, wish }, weighed) } : weighed;
}

/** The change that was tried; a pair that is ruled out needs its reason. */
export function wishOf(wish: Tried, reason: string): Wish {
  return wish.what === 'forbid' ? { ...wish, reason } : wish;
}

/** The partners whom `leader` could have instead, cheapest first. */
export async function partnersForm(
  tools: Tools,
  { about, leader, user }: { about: AboutForm; leader: string; user: string },
): Promise<Formed> {
  const seen = await see(tools, about.proposal, user);
  if (!seen.ok) return seen;
  const { preview, gathered } = seen;
  const { proposal, people } = preview;
  if (proposal.revision !== about.revision) return { ok: false, because: 'other', preview };
  const groups = groupsOf(proposal.drawn.plan);
  const name = people.get(leader)?.name;
  if (name === undefined || !groups.some((group) => group.includes(leader))) return { ok: false, because: 'stranger' };
  const drawing = drawingOf(gathered, proposal.edits, proposal.seed);
  const found = await tools.think(offering, { ...drawing, groups, leader, count: OFFERED });
  const offers = found.flatMap(({ partner, ...offer }): Offered[] => {
    const member = people.get(partner);
    return member ? [{ ...offer, member }] : [];
  });
  const form: AboutForm = { ...about, wish: { what: 'partner', leader, withUser: '' } };
  return { ok: true, view: partnersModal(tools.content, form, { name, before: preview, offers }) };
}
