// Puts down what happens, while it happens: what the bot says, with what it has on record of it, what people say to each other, and what they do.
import { Temporal } from 'temporal-polyfill';
import type { Tools } from '../../platform/tools.ts';
import { openReading, type Received } from '../colleagues/transcript.ts';
import { readerOf } from '../readings.ts';
import { readText } from '../render/mrkdwn.ts';
import type { Envelope, Seen, SmallSlack } from '../small-slack.ts';
import type { Conversation } from '../world.ts';
import { deedOf } from './deeds.ts';
import type { Entry, Place, Timeline } from './entries.ts';
import { themeOf } from './themes.ts';

/** Of what is said, so much as tells it apart. */
const MOST = 180;

export interface Recorder {
  /** Puts down what was said since the last call; returns what was received of it. */
  listen: () => Promise<Received[]>;
  /** Puts down what somebody does. */
  see: (envelope: Envelope) => void;
  /** The programme's zone, or UTC as long as there is no programme. */
  zone: () => string;
}

export function openRecorder(slack: SmallSlack, tools: () => Tools, timeline: Timeline): Recorder {
  const read = openReading(slack, tools);
  const put = putter(timeline);
  let zone: string | undefined;
  let upTo = 0;
  return {
    listen: async () => {
      const fresh = slack.transcript.slice(upTo);
      upTo = slack.transcript.length;
      if (fresh.length === 0) return [];
      zone ??= await programmeZone(tools());
      const received = await read(fresh);
      for (const entry of linesOf(slack, timeline, fresh, received)) put(entry, zone ?? 'UTC');
      for (const seen of fresh) forgetForm(seen);
      return received;
    },
    see: (envelope) => {
      const deed = deedOf(envelope);
      if (!deed) return;
      const { by, place: at, ...what } = deed;
      const conversation = slack.world.conversations.get(at?.conversation ?? '');
      const place = at && conversation && { place: { ...at, surface: surfaceOf(conversation.kind) } };
      put({ ...what, ...place, by, at: slack.now(), theme: 'deeds', people: [by], ...pairAt(timeline, at?.conversation) }, zone ?? 'UTC');
    },
    zone: () => zone ?? 'UTC',
  };
}

type Line = Omit<Entry, 'n' | 'day' | 'week'>;

/** Whoever is shown dates wants thousands of them, and most are of the same day. */
function putter(timeline: Timeline) {
  const hours = new Map<string, { day: string; week: string }>();
  return (line: Line, zone: string) => {
    // No zone changes its offset within a quarter of an hour.
    const quarter = Math.floor(line.at / 900_000);
    const known = hours.get(`${zone} ${quarter}`) ?? dayOf(line.at, zone);
    hours.set(`${zone} ${quarter}`, known);
    timeline.add({ ...line, ...known });
  };
}

function dayOf(at: number, zone: string): { day: string; week: string } {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  return { day: day.toString(), week: day.subtract({ days: day.dayOfWeek - 1 }).toString() };
}

async function programmeZone({ db, workspace }: Tools): Promise<string | undefined> {
  const found = await db.selectFrom('programme').select('time_zone').where('workspace', '=', workspace).executeTakeFirst();
  return found?.time_zone;
}

/** Half a year of every form that ever opened is more than there is room for. */
function forgetForm(seen: Seen): void {
  if (seen.what !== 'posted') seen.blocks = [];
}

function linesOf(slack: SmallSlack, timeline: Timeline, fresh: readonly Seen[], received: readonly Received[]): Line[] {
  const readers = new Map<string, Received[]>();
  for (const one of received) readers.set(`${one.channel} ${one.ts}`, [...(readers.get(`${one.channel} ${one.ts}`) ?? []), one]);
  return fresh.flatMap((seen) => {
    const conversation = slack.world.conversations.get(seen.conversation ?? '');
    if (seen.what !== 'posted' || seen.only !== undefined || !conversation || seen.ts === undefined) return [];
    const told = readers.get(`${conversation.id} ${seen.ts}`);
    return [told ? spoken(timeline, told) : written(slack, timeline, conversation, seen)];
  });
}

/** What the bot said, once for everyone who could read it. */
function spoken(timeline: Timeline, told: readonly Received[]): Line {
  const { line, channel, ts } = told[0] as Received;
  const people = told.map(({ line: { to } }) => to);
  const [kind = '', id = ''] = line.key.split(':');
  const at = Temporal.Instant.from(line.at).epochMilliseconds;
  if (kind === 'pair' && line.surface === 'group') timeline.pairs.set(id, { id, people, conversation: channel, since: at });
  const pair = line.key.split(':').find((part) => timeline.pairs.has(part));
  return {
    ...{
      at,
      theme: themeOf(line.kind),
      kind: line.kind,
      people,
      place: { conversation: channel, ts, surface: line.surface },
      text: shortened(line.text),
    },
    ...(pair ? { pair } : pairAt(timeline, channel)),
  };
}

function written(slack: SmallSlack, timeline: Timeline, { id, kind, members }: Conversation, { at, by, ts, text }: Seen): Line {
  const said = readText({ type: 'mrkdwn', text }, readerOf(slack, by ?? ''));
  const people = members.filter((one) => one !== slack.world.app.botUser);
  return {
    ...{
      at,
      theme: 'deeds',
      kind: 'wrote',
      people,
      place: { conversation: id, ts: ts ?? '', surface: surfaceOf(kind) },
      text: shortened(said),
    },
    ...(by === undefined ? {} : { by }),
    ...pairAt(timeline, id),
  };
}

function surfaceOf(kind: Conversation['kind']): Place['surface'] {
  return kind === 'private' ? 'channel' : kind;
}

function pairAt(timeline: Timeline, conversation: string | undefined): { pair?: string } {
  const pair = [...timeline.pairs.values()].findLast((one) => one.conversation === conversation);
  return pair ? { pair: pair.id } : {};
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return [...line].length > MOST ? `${[...line].slice(0, MOST - 1).join('')}…` : line;
}
