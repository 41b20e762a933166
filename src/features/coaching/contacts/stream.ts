// The one stream that reaches leaders unasked. At each look the wishes of all kinds and programmes are gathered, decided about together, and what is
// due is settled. A look costs a few questions to the database; between two looks nothing is asked, unless something was found to be due.
import { Temporal } from 'temporal-polyfill';
import { fortnightsInRound } from '../../../platform/content/elements.ts';
import { faultFields } from '../../../platform/log.ts';
import type { Stream } from '../../../platform/schedule/stream.ts';
import type { Tools } from '../../../platform/tools.ts';
import { fortnightDays } from '../calendar.ts';
import { type Asked, decideAll } from './ask.ts';
import { running } from './gather.ts';
import { settle } from './settle.ts';
import type { Running, Source, Wish } from './source.ts';
import { leaveAlone } from './undisturbed.ts';

/** What people do may make something due; it is seen at the latest after so long. */
const BETWEEN_LOOKS = 30;
/** So far ahead wishes are gathered: to the end of the week for everyone, so that room is kept. */
const AHEAD = { hours: 8 * 24 };
/** At least so often, while rounds run. */
const AGAIN = { hours: 7 * 24 };
/** What was not settled, because something changed in that moment; and what could not be looked at. */
const SOON = { minutes: 15 };
/** So long after a round's last day there may still be something to say. */
const AFTERWARDS = { hours: 28 * 24 };

/** All that `sources` wish to send. */
export function contacts(sources: readonly Source[]): Stream {
  return { name: 'contact', run: (tools, now) => look(tools, sources, now), minutes: BETWEEN_LOOKS, comesBack: true };
}

/** Settles what is due; returns when something will be. */
async function look(tools: Tools, sources: readonly Source[], now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const all = await running(tools, now);
  if (all.length === 0) return undefined;
  const { asked, faulty } = await gather(tools, sources, all, now);
  const { decided: planned, ledger } = await decideAll(tools, asked, now);
  const decided = await leaveAlone(tools, planned, now);
  const left = await settle(tools, { decided, ledger }, now);
  const waits = decided.flatMap(({ decision }) => (decision.then === 'wait' ? [decision.until] : []));
  const again = all.some((each) => !isOver(each, now)) ? [now.add(AGAIN).epochMilliseconds] : [];
  const soon = left || faulty ? [now.add(SOON).epochMilliseconds] : [];
  const next = Math.min(...waits, ...again, ...soon);
  return Number.isFinite(next) ? instant(Math.max(next, now.epochMilliseconds + 1)) : undefined;
}

async function gather(
  tools: Tools,
  sources: readonly Source[],
  all: readonly Running[],
  now: Temporal.Instant,
): Promise<{ asked: Asked[]; faulty: boolean }> {
  const until = now.add(AHEAD);
  const asked: Asked[] = [];
  let faulty = false;
  for (const each of all) {
    for (const source of sources) {
      const wishes = await wishesOf(tools, { source, running: each }, { until, now });
      faulty ||= wishes === undefined;
      asked.push(...(wishes ?? []).map((wish) => ({ source, running: each, wish })));
    }
  }
  return { asked, faulty };
}

/** A kind with a fault does not stop the others, as among streams: nothing is known of it then. */
async function wishesOf(
  tools: Tools,
  { source, running: of }: Pick<Asked, 'source' | 'running'>,
  { until, now }: { until: Temporal.Instant; now: Temporal.Instant },
): Promise<Wish[] | undefined> {
  try {
    return await source.wishes(tools, of, until, now);
  } catch (fault) {
    tools.log.error('A kind of message could not be looked at', { kind: source.kind, ...faultFields(fault) });
    return undefined;
  }
}

function isOver({ tables }: Running, now: Temporal.Instant): boolean {
  const calendars = [...new Set(tables.map(({ calendar }) => calendar))];
  const ends = calendars.map((calendar) =>
    fortnightDays(calendar, fortnightsInRound).next.toZonedDateTime('UTC').toInstant().add(AFTERWARDS),
  );
  return ends.every((end) => Temporal.Instant.compare(end, now) < 0);
}

function instant(ms: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(ms);
}
