// Gathers what a pack is made from, at the moment at which it is asked for: what has been taken back by then is not in it.
import { lacking } from '../../../../platform/pictures/font.ts';
import type { Db, Tools } from '../../../../platform/tools.ts';
import * as leaders from '../../../joining/leaders.ts';
import * as pairLeaders from '../../../pairing/pair-leaders.ts';
import { joinedSoFar } from '../../../pairing/planning/bridges.ts';
import * as proposals from '../../../pairing/proposals.ts';
import { propose } from '../../../pairing/propose.ts';
import type { Named } from '../../../pairing/said.ts';
import { sharedInsights } from '../../../reviewing/closing/shared-insights.ts';
import type { Occasion } from '../occasion.ts';
import { drawnBy, MOST_ON_SLIDES } from '../plan.ts';
import { lettersMissing } from './draw-slides.ts';
import type { NextPairs, PackFacts } from './pack-facts.ts';

type Gathered = Occasion & { gathering: NonNullable<Occasion['gathering']> };

export async function gatherPack(tools: Tools, occasion: Gathered, by: string): Promise<PackFacts> {
  const { programme, round, gathering } = occasion;
  const shared = await sharedInsights(tools, tools.db, round.id);
  const insights = drawnBy(round.seed, shared, shared.length);
  const map = { programme: programme.name, round: round.number, ...(await joinedIn(tools.db, occasion)) };
  const next = await nextPairs(tools, occasion, by);
  const texts = [
    ...insights.flatMap(({ text, names = [] }) => [text, ...names]),
    ...map.functions,
    ...(next?.groups.flat().flatMap((each) => [each.name, each.function]) ?? []),
  ];
  const hidden = await tools.think(lettersMissing, lacking(texts.join('')));
  return {
    ...{ programme: programme.name, number: round.number, zone: programme.timeZone },
    ...{ startsAt: gathering.startsAt, place: gathering.place, insights, most: MOST_ON_SLIDES, map, hidden: new Set(hidden) },
    ...(next && { pairs: next }),
    later: !next && !occasion.followed,
  };
}

/** Which functions pairs of this round and those before it have joined. */
async function joinedIn(db: Db, { programme, round }: Occasion) {
  const past = (await pairLeaders.past(db, programme.id)).filter(({ lived, number }) => lived && number <= round.number);
  return joinedSoFar(
    programme.functions,
    past.map(({ members }) => members.map((member) => member.function)),
  );
}

/** The next pairs, where they are named there: of what was approved for that moment or, where nobody has to, of what would go out now. */
async function nextPairs(tools: Tools, { programme, gathering, followed }: Gathered, by: string): Promise<NextPairs | undefined> {
  if (!gathering.reveals || followed) return undefined;
  const { announcing } = programme;
  const named = async (groups: readonly (readonly string[])[]) => {
    const all = await namesIn(tools.db, groups);
    return all.length > 0 ? { announcing, groups: all } : undefined;
  };
  if (gathering.approved) {
    const proposal = await proposals.byId(tools, tools.db, gathering.approved.proposal);
    return named(groupsIn(proposal));
  }
  if (programme.rotating !== 'automatic') return undefined;
  const proposed = await propose(tools, programme, by);
  return proposed.ok ? named(groupsIn(proposed.preview.proposal)) : undefined;
}

function groupsIn(proposal: proposals.Proposal | undefined): (readonly string[])[] {
  const plan = proposal?.drawn.plan;
  return plan?.possible ? plan.pairs.map(({ leaders: group }) => group) : [];
}

async function namesIn(db: Db, groups: readonly (readonly string[])[]): Promise<Named[][]> {
  const found = new Map((await leaders.some(db, groups.flat())).map((each) => [each.id, { name: each.name, function: each.function }]));
  return groups.map((group) => group.flatMap((id) => found.get(id) ?? [])).filter((group) => group.length > 1);
}
