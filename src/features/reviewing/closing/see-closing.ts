// Gathers what one leader sees of the end of a round: only their own records, and of others what they were asked about.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, sayDay } from '../../../platform/clock.ts';
import type { Db, Tools } from '../../../platform/tools.ts';
import { sayList } from '../../founding/words.ts';
import * as handOns from './hand-ons.ts';
import type { ClosingSeen } from './home-views.ts';
import * as insights from './insights.ts';
import * as keepsakes from './keepsakes.ts';
import * as lookBacks from './look-backs.ts';
import { type Closing, closesAt } from './place.ts';
import { introducedBy, stateOf } from './plan.ts';

/** What there is to close for the leader of `closing`. */
export async function seeClosing({ db }: Pick<Tools, 'db'>, closing: Closing): Promise<ClosingSeen> {
  const { pair, round, leader, partners } = closing;
  const own = { round: round.id, leader: leader.id };
  const introduces = introducedBy(leader.id, here(closing));
  const handedOn = await handOns.about(db, own);
  const card = handedOn.find(({ what }) => what === 'card');
  const asked = handedOn.find(({ what, approvedAt, declinedAt }) => what === 'introduction' && approvedAt === null && declinedAt === null);
  const insight = await insightFor(db, closing);
  const until = closesAt(closing);
  return {
    ...{ pair: pair.id, ...own, partner: sayList(partners.map(({ name }) => name)), partners },
    ...(introduces && { introduces }),
    lookedBack: (await lookBacks.find(db, own)) !== undefined,
    ...(insight && { insight }),
    ...(card && { card: card.approvedAt === null ? ('written' as const) : ('approved' as const) }),
    ...(asked && { asked: { id: asked.id, by: asked.authorName } }),
    kept: await keepsakes.isKept(db, own),
    ...(until && { until: lastDayBefore(until, leader.timeZone) }),
  };
}

/** Everyone in the pair who is still there, in the order of their places. */
function here({ pair, leader, partners }: Closing) {
  const known = new Set([leader.id, ...partners.map((partner) => partner.leader)]);
  return pair.members.filter((member) => known.has(member.leader));
}

async function insightFor(db: Db, { pair, leader }: Closing): Promise<ClosingSeen['insight']> {
  const insight = await insights.ofPair(db, pair.id);
  if (!insight) return undefined;
  const said = await insights.saidOf(db, insight.id);
  const state = stateOf(
    insight.version,
    pair.members.map((member) => member.leader),
    said,
  );
  const own = said.find((each) => each.leader === leader.id && each.version === insight.version);
  const by = pair.members.find((member) => member.leader === insight.by)?.name ?? '';
  return {
    ...{ id: insight.id, version: insight.version, state },
    ...(insight.by !== leader.id && { by }),
    ...(own && { said: own.answer }),
  };
}

function lastDayBefore(instant: Temporal.Instant, zone: string): string {
  return sayDay(dayOf(instant.subtract({ milliseconds: 1 }), zone));
}
