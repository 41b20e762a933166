// Tells leaders what others have asked, answered or undone. Nobody asked the bot for it just now, so that it goes by everyone's hours and by the
// limits of a day and a week, and whoever is to be left in peace is.
import type { Temporal } from 'temporal-polyfill';
import { type Body, enqueue } from '../../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as contacts from '../../joining/contacts.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { freshFrom } from '../fresh-days.ts';
import { politely } from '../telling-hours.ts';
import { standingOf } from './chooser.ts';
import { askedMessage, type News, newsMessage } from './letters.ts';
import type { PartnerRequest } from './partner-requests.ts';
import { endOf, phaseOf, type Season } from './plan.ts';

type Telling = Pick<Tools, 'vault' | 'newId' | 'workspace' | 'content'>;

export interface Here {
  programme: Programme;
  season: Season;
}

/** Tells `to` what has become of `request`. */
export async function tellNews(
  tools: Telling,
  tx: Tx,
  { here, request, to, news }: { here: Here; request: PartnerRequest; to: string; news: News },
  now: Temporal.Instant,
): Promise<void> {
  const people = await leaders.some(tx, [request.asker, request.asked]);
  const reader = people.find(({ id }) => id === to);
  const other = people.find(({ id }) => id !== to);
  if (!reader || !other) return;
  const open = here.programme.choosing === 'leaders' && phaseOf(here.season, here.programme, now) === 'open';
  const about = { programme: here.programme.id, season: here.season };
  const body = newsMessage(tools.content, news, { ...about, name: other.name, open });
  await tell(tools, tx, { here, reader, key: `partner-${news}:${request.id}:${to}`, body }, now);
}

/**
 * Tells `asked` who would like to be their partner. As long as one letter waits, it is replaced by one that names everybody: many who ask
 * are one message.
 */
export async function tellAsked(
  tools: Telling,
  tx: Tx,
  { here, asked, isNew }: { here: Here; asked: Leader; isNew: boolean },
  now: Temporal.Instant,
): Promise<void> {
  const beginning = `partner-asked:${asked.id}:${here.season.number}:`;
  const letters = await lettersUnder(tools, tx, beginning);
  const waiting = letters.filter(({ state }) => state === 'pending').map(({ id }) => id);
  if (!isNew && waiting.length === 0) return;
  await contacts.takeBack(tx, waiting, 'replaced', now);
  const { asked: requests, chosen } = await standingOf(tools, tx, { ...here, leader: asked, phase: 'open' });
  if (chosen || requests.length === 0) return;
  const askers = new Map((await leaders.some(tx, [...requests.map(({ asker }) => asker)])).map((leader) => [leader.id, leader]));
  const people = requests.map(({ id, asker }) => ({ request: id, ...namedAs(askers.get(asker)) }));
  const body = askedMessage(tools.content, people, { programme: here.programme.id, season: here.season });
  await tell(tools, tx, { here, reader: asked, key: `${beginning}${letters.length + 1}`, body, kind: 'partner-asked' }, now);
}

function namedAs(leader: Leader | undefined): { name: string; function: string } {
  return { name: leader?.name ?? '', function: leader?.function ?? '' };
}

interface Word {
  here: Here;
  reader: Leader;
  key: string;
  body: Body;
  kind?: 'partner-asked' | 'partner-news';
}

async function tell(
  tools: Telling,
  tx: Tx,
  { here, reader, key, body, kind = 'partner-news' }: Word,
  now: Temporal.Instant,
): Promise<void> {
  if (reader.leftAt !== null || (await isLeftInPeace(tx, reader.id))) return;
  const fresh = await freshFrom(tools, tx, [reader], now);
  const when = politely(reader, fresh.get(reader.id) ?? now, await pauseWeeks.of(tx, here.programme.id));
  const address = { to: 'person', user: reader.user } as const;
  const expires = kind === 'partner-asked' ? { expiresAt: endOf(here.season, here.programme) } : {};
  await enqueue(tools, tx, { key, kind, address, priority: 3, body, ...when, ...expires }, now);
  await contacts.note(tools, tx, { key, kind, rank: 'word', readers: [{ leader: reader.id, user: reader.user }] }, now);
}

/** Asked "Carry on, pause or stop?" and silent since: Home tells them, nothing else. */
async function isLeftInPeace(tx: Tx, leader: string): Promise<boolean> {
  const asked = tx.selectFrom('quiet').select('id').where('leader', '=', leader).where('answered_at', 'is', null);
  return (await asked.executeTakeFirst()) !== undefined;
}

/** Letters whose key begins so. */
export function lettersUnder({ workspace }: Pick<Tools, 'workspace'>, tx: Tx, beginning: string): Promise<{ id: string; state: string }[]> {
  return tx.selectFrom('outbox').select(['id', 'state']).where('workspace', '=', workspace).where('key', 'like', `${beginning}%`).execute();
}
