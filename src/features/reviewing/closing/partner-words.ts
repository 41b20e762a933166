// What a leader's new partners have handed on to them from the round before: their cards and how they were introduced, as far as each has
// approved it. Read by the people of that pair and by nobody else.
import type { Db, Tools } from '../../../platform/tools.ts';
import * as pairs from '../../pairing/pairs.ts';
import * as rounds from '../../pairing/rounds.ts';
import { type Card, cardIn, sentenceIn } from './hand-on.ts';
import * as handOns from './hand-ons.ts';
import { roundBefore } from './last-round.ts';

export interface PartnerWords {
  name: string;
  card?: Card;
  introductions: readonly string[];
}

type Reading = Pick<Tools, 'db' | 'vault' | 'workspace' | 'log'>;

/** Of the pair `id`, as `user` may read it; nothing where they are not in it now. */
export async function partnerWords(tools: Reading, { pair: id, user }: { pair: string; user: string }): Promise<PartnerWords[]> {
  const { db } = tools;
  const pair = await pairs.byId(db, id);
  const own = pair?.members.find((member) => member.user === user);
  if (!pair || !own || own.leftAt !== null || pair.endedAt !== null) return [];
  const number = await numberOf(db, pair.round);
  const found: PartnerWords[] = [];
  for (const { leader, name, leftAt } of pair.members) {
    if (leader === own.leader || leftAt !== null) continue;
    const before = await roundBefore(db, leader, number);
    const words = before && (await wordsAbout(tools, { round: before, leader }));
    if (words && (words.card || words.introductions.length > 0)) found.push({ name, ...words });
  }
  return found;
}

/** Names of partners in the pair about whom there are approved words to read. */
export async function partnersWithWords(db: Db, { pair: id, leader }: { pair: string; leader: string }): Promise<string[]> {
  const pair = await pairs.byId(db, id);
  if (!pair) return [];
  const number = await numberOf(db, pair.round);
  const names: string[] = [];
  for (const member of pair.members) {
    if (member.leader === leader || member.leftAt !== null) continue;
    const before = await roundBefore(db, member.leader, number);
    const words = before ? await handOns.about(db, { round: before, leader: member.leader }) : [];
    if (words.some(({ what, approvedAt }) => what !== 'commitment' && approvedAt !== null)) names.push(member.name);
  }
  return names;
}

async function wordsAbout(tools: Reading, of: { round: string; leader: string }): Promise<Omit<PartnerWords, 'name'>> {
  const approved = (await handOns.about(tools.db, of)).filter(({ approvedAt }) => approvedAt !== null);
  const [card] = approved.filter(({ what }) => what === 'card');
  const lines = card && (await cardIn(tools, tools.db, card));
  const introductions: string[] = [];
  for (const each of approved.filter(({ what }) => what === 'introduction')) {
    const text = await sentenceIn(tools, tools.db, each);
    if (text !== undefined) introductions.push(text);
  }
  return { ...(lines && { card: lines }), introductions };
}

async function numberOf(db: Db, round: string): Promise<number> {
  return (await rounds.byId(db, round))?.number ?? 0;
}
