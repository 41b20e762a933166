// What a leader wrote at the end of their rounds, and what was written of them, opened for their own copy of their data.
import type { Content } from '../../../platform/content/load.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as rounds from '../../pairing/rounds.ts';
import { cardIn, sentenceIn } from './hand-on.ts';
import type { HandOn } from './hand-ons.ts';
import * as handOns from './hand-ons.ts';
import * as insights from './insights.ts';
import { lookBacksOf } from './look-back.ts';
import { open } from './sealed-words.ts';

/** Texts are null where their seal does not hold any more. */
export interface OwnClosing {
  looking_back: { round: number; written: string; answers: Answer[] | null }[];
  insights: { round: number; text: string | null; shared: string | null; with_names: string | null }[];
  cards: { round: number; written: string; approved: string | null; lines: Answer[] | null }[];
  introductions_i_wrote: { round: number; text: string | null; written: string }[];
  next_rounds: { after_round: number; answer: string }[];
  kept_rounds: number[];
  introductions_of_me: { round: number; by: string; text: string | null; approved: string | null; declined: string | null }[];
}

interface Answer {
  question: string;
  answer: string;
}

type Opening = Pick<Tools, 'db' | 'workspace' | 'vault' | 'log' | 'content'>;

/** For the eyes of `user` only, whose leader this is. */
export async function ownClosing(tools: Opening, leader: { id: string; user: string }): Promise<OwnClosing> {
  const written = await handOns.writtenBy(tools.db, leader.id);
  return {
    looking_back: await lookingBack(tools, leader),
    insights: await insightsOf(tools, leader),
    cards: await Promise.all(written.filter(({ what }) => what === 'card').map((each) => cardOf(tools, each))),
    introductions_i_wrote: await Promise.all(written.filter(({ what }) => what === 'introduction').map((each) => writtenOf(tools, each))),
    next_rounds: (await nextOf(tools, leader.id)).map(({ number, answer }) => ({ after_round: number, answer })),
    kept_rounds: (await keptOf(tools, leader.id)).map(({ number }) => number),
    introductions_of_me: await Promise.all((await handOns.introducing(tools.db, leader.id)).map((each) => saidOf(tools, each))),
  };
}

async function lookingBack(tools: Opening, leader: { id: string; user: string }): Promise<OwnClosing['looking_back']> {
  const found: OwnClosing['looking_back'] = [];
  for (const { round, writtenAt, answers } of await lookBacksOf(tools, leader)) {
    const words = answers === 'broken' ? null : inWords(tools.content, answers);
    found.push({ round: await numberOf(tools, round), written: writtenAt, answers: words });
  }
  return found;
}

async function cardOf(tools: Opening, row: HandOn): Promise<OwnClosing['cards'][number]> {
  const card = await cardIn(tools, tools.db, row);
  const lines = card ? inWords(tools.content, card) : null;
  return { round: await numberOf(tools, row.round), written: row.writtenAt, approved: row.approvedAt, lines };
}

async function writtenOf(tools: Opening, row: HandOn): Promise<OwnClosing['introductions_i_wrote'][number]> {
  return { round: await numberOf(tools, row.round), text: (await sentenceIn(tools, tools.db, row)) ?? null, written: row.writtenAt };
}

async function saidOf(tools: Opening, row: HandOn): Promise<OwnClosing['introductions_of_me'][number]> {
  const { authorName: by, approvedAt: approved, declinedAt: declined } = row;
  return { round: await numberOf(tools, row.round), by, text: (await sentenceIn(tools, tools.db, row)) ?? null, approved, declined };
}

async function insightsOf(tools: Opening, leader: { id: string }): Promise<OwnClosing['insights']> {
  const found: OwnClosing['insights'] = [];
  for (const { id, author, round, sealed, sharedAt, namedAt } of await insights.writtenBy(tools.db, leader.id)) {
    const text = (await open(tools, tools.db, { author, kind: 'insight', record: id }, sealed)) ?? null;
    found.push({ round: await numberOf(tools, round), text, shared: sharedAt, with_names: namedAt });
  }
  return found;
}

function inWords(content: Content, texts: Readonly<Partial<Record<string, string>>>): Answer[] {
  return Object.entries(texts).map(([id, text = '']) => ({ question: content.plain(id), answer: text }));
}

async function numberOf({ db }: Opening, round: string): Promise<number> {
  return (await rounds.byId(db, round))?.number ?? 0;
}

function nextOf({ db }: Opening, leader: string) {
  const rows = db.selectFrom('next_round').innerJoin('round', 'round.id', 'next_round.round').select(['round.number', 'next_round.answer']);
  return rows.where('next_round.leader', '=', leader).orderBy('round.number').execute();
}

function keptOf({ db }: Opening, leader: string) {
  const rows = db.selectFrom('keepsake').innerJoin('round', 'round.id', 'keepsake.round').select('round.number');
  return rows.where('keepsake.leader', '=', leader).orderBy('round.number').execute();
}
