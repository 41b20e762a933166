// How time passes in a house: to the next due thing, done, and on. Nobody sleeps.
import { Temporal } from 'temporal-polyfill';
import { nextDue } from './agenda.ts';
import { settle } from './deliver.ts';
import { whileAlive } from './life.ts';
import type { Tenant } from './move-in.ts';
import { type SmallSlack, tell } from './small-slack.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface Surroundings {
  slack: SmallSlack;
  clock: VirtualClock;
  tenant: Tenant;
}

/** What is due so soon belongs to what has just happened: the pace of messages, one second each. */
const moments = { seconds: 5 };
/** But a long queue is not waited for: that is what letting time pass is for. */
const longest = { minutes: 2 };
/** At least once a day the bot is asked what is due, whatever it said. */
const stride = { hours: 24 };

/** Does all that is due now or within moments; returns when something is due next, if that is known. */
export async function settleDown(around: Surroundings): Promise<Temporal.Instant | undefined> {
  const limit = around.clock.now().add(longest);
  for (;;) {
    const next = await doDue(around);
    const now = around.clock.now();
    if (!next || isAfter(next, now.add(moments)) || isAfter(next, limit)) return next;
    around.clock.moveTo(isAfter(next, now) ? next : now.add({ seconds: 1 }));
    if (isAfter(around.clock.now(), limit)) return next;
  }
}

/** Lets time pass until `target`, doing everything on the way when it is due. */
export async function passTime(around: Surroundings, target: Temporal.Instant): Promise<void> {
  for (;;) {
    const next = await doDue(around);
    const now = around.clock.now();
    if (!isAfter(target, now)) break;
    const due = next && isAfter(next, now) ? next : next ? now.add({ seconds: 1 }) : now.add(stride);
    around.clock.moveTo(earlier(target, earlier(due, now.add(stride))));
  }
  tell(around.slack, { what: 'clock' });
}

/** To the next thing that happens by itself; `undefined`, and no time passed, when nothing is known to come. */
export async function passToNext(around: Surroundings): Promise<Temporal.Instant | undefined> {
  const next = await settleDown(around);
  if (next) await passTime(around, next);
  return next;
}

/** Everything that is due at this instant, Slack's part and the bot's; returns when something is due next. */
export async function doDue({ slack, clock, tenant }: Surroundings): Promise<Temporal.Instant | undefined> {
  let bots: Temporal.Instant | undefined;
  do {
    await whileAlive(tenant.life, () => settle(slack));
    const due = await whileAlive(tenant.life, () => botsRound(tenant, clock));
    bots = due === 'ended' ? undefined : due;
    // Nobody is there to hear what waits for a bot that is dead.
  } while (slack.outgoing.length > 0 && !tenant.life.isOver());
  const agenda = nextDue(slack.agenda);
  const slacks = agenda === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(agenda);
  return bots && slacks ? earlier(bots, slacks) : (bots ?? slacks);
}

async function botsRound({ app, settled }: Tenant, clock: VirtualClock): Promise<Temporal.Instant | undefined> {
  await settled();
  for (;;) {
    const next = await app.round(clock.now());
    // What the round itself set going has come back to the bot by then, over a real port: it may have something to do again.
    if (!(await settled())) return next;
  }
}

function isAfter(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) > 0;
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return isAfter(a, b) ? b : a;
}

/** Waits until the bot has answered what people did, and no longer: what that makes due is left for later. */
export async function answered({ slack, tenant }: Surroundings): Promise<void> {
  do {
    await whileAlive(tenant.life, () => settle(slack));
    await whileAlive(tenant.life, tenant.settled);
  } while (slack.outgoing.length > 0 && !tenant.life.isOver());
}
