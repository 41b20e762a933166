// What a leader hands on: their own card, which they approve themselves, and the sentence about a partner, which that partner approves. What has
// not been approved is seen by its author, and a sentence by the one it is about, and by nobody else.
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantOf, isBefore } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import * as leaders from '../../joining/leaders.ts';
import type { HandOn } from './hand-ons.ts';
import * as handOns from './hand-ons.ts';
import { introductionLetter } from './letters.ts';
import { type Closing, type ClosingFound, closesAt, closingOf } from './place.ts';
import { CARD_LINES, LENGTHS } from './plan.ts';
import { open, seal } from './sealed-words.ts';
import { takeBack } from './take-back.ts';

export type Card = Partial<Record<(typeof CARD_LINES)[number], string>>;

type Refused = { ok: false; because: 'empty' | 'too-long' | 'alone' | Extract<ClosingFound, { ok: false }>['because'] };
export type CardKept = { ok: true; id: string; writtenAt: string; card: Card } | Refused;
export type Introduced = { ok: true; name: string } | Refused;

const shape = z.partialRecord(z.enum(CARD_LINES), z.string());

/** Keeps a card; nobody sees it until its author approves it. */
export async function writeCard(tools: Tools, { user, pair, card }: { user: string; pair: string; card: Card }): Promise<CardKept> {
  const lines = Object.values(card);
  if (lines.every((line) => line === '')) return { ok: false, because: 'empty' };
  if (lines.some((line) => line.length > LENGTHS.card)) return { ok: false, because: 'too-long' };
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    const found = await closingOf(tools, tx, { pair, user }, now);
    if (!found.ok) return found;
    const { id: leader } = found.closing.leader;
    const kept = await put(tools, tx, { closing: found.closing, what: 'card', leader, text: JSON.stringify(card) }, now);
    return { ok: true, id: kept.id, writtenAt: kept.writtenAt, card };
  });
}

/** Keeps a sentence about a partner and asks that partner. */
export async function introduce(tools: Tools, wish: { user: string; pair: string; about: string; text: string }): Promise<Introduced> {
  if (wish.text === '') return { ok: false, because: 'empty' };
  if (wish.text.length > LENGTHS.introduction) return { ok: false, because: 'too-long' };
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<Introduced> => {
    const found = await closingOf(tools, tx, wish, now);
    if (!found.ok) return found;
    const { closing } = found;
    const partner = closing.partners.find(({ leader }) => leader === wish.about);
    const to = partner && (await leaders.byId(tx, tools.workspace, partner.leader));
    if (!to) return { ok: false, because: 'alone' };
    const kept = await put(tools, tx, { closing, what: 'introduction', leader: to.id, text: wish.text }, now);
    await takeBack(tx, tools.workspace, `introduction:${kept.id}:`);
    const asked = { to, from: closing.leader, id: kept.id, writtenAt: kept.writtenAt, text: wish.text };
    await enqueue(tools, tx, introductionLetter(tools.content, asked, { now, until: closesAt(closing) }), now);
    return { ok: true, name: to.name };
  });
  if (done.ok) tools.knock();
  return done;
}

interface Keeping {
  closing: Closing;
  what: 'card' | 'introduction';
  leader: string;
  text: string;
}

async function put(tools: Tools, tx: Tx, { closing, what, leader, text }: Keeping, now: Temporal.Instant): Promise<HandOn> {
  const { round, leader: author } = closing;
  const standing = (await handOns.writtenIn(tx, { round: round.id, leader: author.id })).find(
    (each) => each.what === what && each.leader === leader,
  );
  const id = standing?.id ?? tools.newId();
  const sealed = await seal(tools, tx, { author: author.user, kind: what, record: id }, text);
  // The instant names the version, so two of them are never the same.
  const last = standing && instantOf(standing.writtenAt);
  const at = last && !isBefore(last, now) ? last.add({ milliseconds: 1 }) : now;
  await handOns.put(tx, { id, workspace: tools.workspace, round: round.id, leader, what, written_by: author.id, sealed }, at);
  return (await handOns.byId(tx, tools.workspace, id)) as HandOn;
}

/** The one about whom it is approves or declines exactly these words; their own card's author is that one too. */
export async function decideHandOn(
  tools: Tools,
  { user, id, writtenAt, decision }: { user: string; id: string; writtenAt: string; decision: 'approved' | 'declined' },
): Promise<boolean> {
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    const handOn = await handOns.byId(tx, tools.workspace, id);
    if (handOn?.about !== user) return false;
    return handOns.decide(tx, { id, writtenAt }, decision, now);
  });
}

/** Deletes the card `id` of `user`; false where there is none of theirs. */
export async function removeCard(tools: Tools, { user, id }: { user: string; id: string }): Promise<boolean> {
  return transact(tools.db, async (tx) => {
    const card = await handOns.byId(tx, tools.workspace, id);
    if (card?.author !== user || card.what !== 'card') return false;
    await handOns.remove(tx, id);
    return true;
  });
}

type Opening = Pick<Tools, 'vault' | 'workspace' | 'log'>;

/** The lines of a card; nothing where it cannot be opened any more. */
export async function cardIn(tools: Opening, db: Db | Tx, { author, id, sealed }: HandOn): Promise<Card | undefined> {
  const text = await open(tools, db, { author, kind: 'card', record: id }, sealed);
  return text === undefined ? undefined : (shape.parse(JSON.parse(text)) as Card);
}

export function sentenceIn(tools: Opening, db: Db | Tx, { author, id, sealed }: HandOn): Promise<string | undefined> {
  return open(tools, db, { author, kind: 'introduction', record: id }, sealed);
}
