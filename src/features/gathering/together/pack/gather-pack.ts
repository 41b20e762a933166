// Gathers what a pack is made from, at the moment at which it is asked for: what has been taken back by then is not in it.
import { lacking } from '../../../../platform/pictures/font.ts';
import type { Db, Tools } from '../../../../platform/tools.ts';
import * as leaders from '../../../joining/leaders.ts';
import * as pairLeaders from '../../../pairing/pair-leaders.ts';
import { joinedSoFar } from '../../../pairing/planning/bridges.ts';
import type { Proposal } from '../../../pairing/proposals.ts';
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
    programme.name,
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

/**
 * The next pairs, where they are named there: those that would go out if it were over now. What an organiser has approved is among them, brought up to
 * date with who has joined or left since; where one has to approve and none has, there is nothing to show yet.
 */
async function nextPairs(tools: Tools, { programme, gathering, followed }: Gathered, by: string): Promise<NextPairs | undefined> {
  if (!gathering.reveals || followed || (programme.rotating === 'approve' && !gathering.approved)) return undefined;
  const proposed = await propose(tools, programme, by);
  const groups = proposed.ok ? await namesIn(tools.db, groupsIn(proposed.preview.proposal)) : [];
  return groups.length > 0 ? { announcing: programme.announcing, groups } : undefined;
}

function groupsIn({ drawn: { plan } }: Proposal): (readonly string[])[] {
  return plan.possible ? plan.pairs.map(({ leaders: group }) => group) : [];
}

async function namesIn(db: Db, groups: readonly (readonly string[])[]): Promise<Named[][]> {
  const found = new Map((await leaders.some(db, groups.flat())).map((each) => [each.id, { name: each.name, function: each.function }]));
  return groups.map((group) => group.flatMap((id) => found.get(id) ?? [])).filter((group) => group.length > 1);
}
