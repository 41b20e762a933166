// Where a note that is written now belongs: to the leader's present fortnight, under the question they are looking at.
import type { Temporal } from 'temporal-polyfill';
import { sayDay } from '../../platform/clock.ts';
import type { Blanks } from '../../platform/content/load.ts';
import type { Tools } from '../../platform/tools.ts';
import { comingRound } from '../founding/coming-round.ts';
import type { Programme } from '../founding/programmes.ts';
import * as leaders from '../joining/leaders.ts';
import { questionOf, themeOf } from './fortnights.ts';
import type { NotePlace } from './notes.ts';
import type { Match } from './places.ts';
import * as places from './places.ts';
import * as prompts from './prompts.ts';

export type WhereToWrite =
  | { ok: true; place: NotePlace }
  | { ok: false; because: 'not-in' | 'no-pair' | 'not-begun' | 'over'; blanks: Blanks };

/** The place of a note that `user` writes now in this programme, or why there is none yet. */
export async function whereToWrite(tools: Tools, user: string, programme: Programme, now: Temporal.Instant): Promise<WhereToWrite> {
  const leader = await leaders.find(tools.db, programme.id, user);
  if (!leader || leader.leftAt !== null) return { ok: false, because: 'not-in', blanks: {} };
  const { match } = await places.ofLeader(tools.db, programme, leader, now);
  const next = (await comingRound(tools.db, programme, now)).on;
  const blanks = { programme: programme.name, date: sayDay(next) };
  if (!match) return { ok: false, because: 'no-pair', blanks };
  if (match.fortnight === 'after') return { ok: false, because: 'over', blanks };
  if (match.fortnight === 'before') return { ok: false, because: 'not-begun', blanks: { date: sayDay(match.calendar.beginsOn) } };
  return { ok: true, place: await placeIn(tools, leader.id, match, match.fortnight) };
}

async function placeIn({ db, workspace, content }: Tools, leader: string, { pair, round }: Match, fortnight: number): Promise<NotePlace> {
  const prompt = await prompts.ofFortnight(db, { workspace, leader, pair: pair.id, fortnight });
  const question = questionOf(themeOf(content, fortnight), prompt?.question ?? 1).id;
  return { leader, round: round.id, fortnight, question };
}
