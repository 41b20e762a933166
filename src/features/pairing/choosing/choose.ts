// Two leaders have found each other: what either of them asked, and what others asked them, ends kindly. Inside the transaction of its caller.
import type { Temporal } from 'temporal-polyfill';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as contacts from '../../joining/contacts.ts';
import * as leaders from '../../joining/leaders.ts';
import type { PartnerRequest } from './partner-requests.ts';
import * as partnerRequests from './partner-requests.ts';
import { type Here, lettersUnder, tellAsked, tellNews } from './tell.ts';

/** Accepts `request`; the one who asked hears of it. */
export async function choose(
  tools: Tools,
  tx: Tx,
  { here, request }: { here: Here; request: PartnerRequest },
  now: Temporal.Instant,
): Promise<void> {
  if (!(await partnerRequests.accept(tx, request.id, now))) return;
  const inRound = { programme: here.programme.id, number: here.season.number };
  const two = [request.asker, request.asked];
  for (const leader of two) {
    for (const other of await partnerRequests.standingOf(tx, inRound, leader)) {
      if (other.id === request.id || !(await partnerRequests.end(tx, other.id, 'elsewhere', now))) continue;
      await unsay(tools, tx, { here, request: other }, now);
      if (!two.includes(other.asker)) await tellNews(tools, tx, { here, request: other, to: other.asker, news: 'elsewhere' }, now);
    }
  }
  await unsay(tools, tx, { here, request }, now);
  await tellNews(tools, tx, { here, request, to: request.asker, news: 'accepted' }, now);
}

/** Two are chosen no more. Who has not heard yet that they were accepted hears only that their request does not stand. */
export async function tellUndone(
  tools: Tools,
  tx: Tx,
  { here, request, to }: { here: Here; request: PartnerRequest; to: readonly string[] },
  now: Temporal.Instant,
): Promise<void> {
  const unheard = await withdrawAccepted(tools, tx, request, now);
  for (const each of to)
    await tellNews(tools, tx, { here, request, to: each, news: unheard && each === request.asker ? 'gone' : 'undone' }, now);
}

/** Takes back word that it was accepted; whether it was still on its way. */
export async function withdrawAccepted(tools: Tools, tx: Tx, request: PartnerRequest, now: Temporal.Instant): Promise<boolean> {
  const letters = await lettersUnder(tools, tx, `partner-accepted:${request.id}:`);
  const waiting = letters.filter(({ state }) => state === 'pending').map(({ id }) => id);
  await contacts.takeBack(tx, waiting, 'undone', now);
  return waiting.length > 0;
}

/** What is still on its way to the one who was asked is put right. */
export async function unsay(
  tools: Tools,
  tx: Tx,
  { here, request }: { here: Here; request: PartnerRequest },
  now: Temporal.Instant,
): Promise<void> {
  const [asked] = await leaders.some(tx, [request.asked]);
  if (asked) await tellAsked(tools, tx, { here, asked, isNew: false }, now);
}
