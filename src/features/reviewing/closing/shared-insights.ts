// What a round's pairs are content to share, for the gathering: without names, but for those where everyone wanted their names on it.
import type { Db, Tools } from '../../../platform/tools.ts';
import * as pairs from '../../pairing/pairs.ts';
import * as insights from './insights.ts';
import { open } from './sealed-words.ts';

export interface SharedInsight {
  text: string;
  /** Only where all of them wanted it. */
  names?: readonly string[];
}

/** In an order that says nothing about whose they are: by their ids, which are chance. */
export async function sharedInsights(tools: Pick<Tools, 'vault' | 'workspace' | 'log'>, db: Db, round: string): Promise<SharedInsight[]> {
  const found: (SharedInsight & { id: string })[] = [];
  for (const insight of await insights.sharedIn(db, round)) {
    const text = await open(tools, db, { author: insight.author, kind: 'insight', record: insight.id }, insight.sealed);
    if (text === undefined) continue;
    const pair = insight.namedAt === null ? undefined : await pairs.byId(db, insight.pair);
    const names = pair?.members.map(({ name }) => name).filter((name) => name !== '');
    found.push({ id: insight.id, text, ...(names && names.length > 1 && { names }) });
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id: _, ...shared }) => shared);
}
