// What a leader answered, in words, for their own copy of their data. Single answers are there until their pulse has been counted, those of the
// self-check until the round is over.
import type { Content } from '../../platform/content/load.ts';
import { choices } from '../../platform/content/pulse.ts';
import type { Tools } from '../../platform/tools.ts';
import * as rounds from '../pairing/rounds.ts';
import type { Given } from './answers.ts';
import * as answers from './answers.ts';
import { itemsOf, type Moment } from './plan.ts';
import * as whoAnswered from './who-answered.ts';

export interface OwnAnswers {
  round: number;
  /** `opening`, `half`, `closing`, `then` or `now`. */
  asked: string;
  answers: { question: string; answer: string }[];
  remark: string | null;
}

/** Everything that `leader` answered and that is still kept, round by round. */
export async function ownAnswers(
  tools: Pick<Tools, 'db' | 'workspace' | 'vault' | 'log' | 'content'>,
  leader: string,
): Promise<OwnAnswers[]> {
  const found: OwnAnswers[] = [];
  for (const id of await whoAnswered.roundsOf(tools.db, leader)) {
    const number = (await rounds.byId(tools.db, id))?.number ?? 0;
    const given = await answers.ofLeader(tools, tools.db, { round: id, leader });
    for (const [moment, each] of given) found.push({ round: number, ...inWords(tools.content, moment, each) });
  }
  return found;
}

function inWords(content: Content, moment: Moment, given: Given): Omit<OwnAnswers, 'round'> {
  const answered = itemsOf(moment).filter(({ id }) => given.answers[id]);
  const named = answered.map(({ id, scale }) => {
    const names = choices(content, scale);
    return { question: content.plain(id), answer: (given.answers[id] ?? []).map((at) => names[at] ?? '').join(', ') };
  });
  return { asked: moment, answers: named, remark: given.text ?? null };
}
