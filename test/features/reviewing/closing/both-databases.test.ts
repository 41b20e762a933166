// The end of a round, verb by verb, on SQLite and on PostgreSQL: the two must not differ in anything a leader could notice.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import * as commitments from '../../../../src/features/coaching/checkins/sealed-commitments.ts';
import * as places from '../../../../src/features/coaching/places.ts';
import type { Programme } from '../../../../src/features/founding/programmes.ts';
import type { Leader } from '../../../../src/features/joining/leaders.ts';
import * as written from '../../../../src/features/leaving/written.ts';
import * as rounds from '../../../../src/features/pairing/rounds.ts';
import { answerInsight } from '../../../../src/features/reviewing/closing/answer-insight.ts';
import { answerNext } from '../../../../src/features/reviewing/closing/answer-next.ts';
import { carry } from '../../../../src/features/reviewing/closing/carry.ts';
import { carriesOn } from '../../../../src/features/reviewing/closing/carry-on.ts';
import { forgetLeader, forgetRound } from '../../../../src/features/reviewing/closing/forget.ts';
import { decideHandOn, introduce, writeCard } from '../../../../src/features/reviewing/closing/hand-on.ts';
import { closingPart } from '../../../../src/features/reviewing/closing/home-part.ts';
import { keepOwn } from '../../../../src/features/reviewing/closing/keep-own.ts';
import { keepLookBack } from '../../../../src/features/reviewing/closing/look-back.ts';
import { ownClosing } from '../../../../src/features/reviewing/closing/own-closing.ts';
import { partnerWords } from '../../../../src/features/reviewing/closing/partner-words.ts';
import { sharedInsights } from '../../../../src/features/reviewing/closing/shared-insights.ts';
import { suggestInsight } from '../../../../src/features/reviewing/closing/suggest-insight.ts';
import { writeLine } from '../../../../src/features/reviewing/closing/write-line.ts';
import { transact } from '../../../../src/platform/db/transact.ts';
import type { Slack } from '../../../../src/platform/slack/calls.ts';
import type { Tools } from '../../../../src/platform/tools.ts';
import { databases, toolsOn } from '../../../platform/both-databases.ts';
import { beginRound, foundProgramme, joinLeader, type Round } from '../../coaching/ground.ts';

const clock = { now: Temporal.Instant.from('2027-07-06T11:00:00Z') };
const now = () => clock.now;

describe.each(databases)('on %s', (_, open) => {
  let tools: Tools;
  let close: () => Promise<void>;
  let programme: Programme;
  let amina: Leader;
  let bo: Leader;
  let round: Round;
  let pair: string;

  beforeAll(async () => {
    clock.now = Temporal.Instant.from('2027-07-06T11:00:00Z');
    const ground = await open(now);
    close = ground.close;
    tools = await toolsOn(ground.db, { now, slack: {} as Slack });
    programme = await foundProgramme(tools);
    amina = await joinLeader(tools, 'Amina', programme);
    bo = await joinLeader(tools, 'Bo', programme);
    round = await beginRound(tools, programme, { pairs: [[amina, bo]], beginsOn: '2027-01-18', number: 1 });
    pair = round.pairs[0] ?? '';
  });
  afterAll(() => close());

  test('a look back is kept once, whatever is submitted twice', async () => {
    for (const text of ['First', 'Second'])
      expect(await keepLookBack(tools, { user: amina.user, pair, answers: { 'cl.1': text }, taps: new Map() })).toEqual({ ok: true });
    const { looking_back } = await ownClosing(tools, amina);
    expect(looking_back).toMatchObject([{ round: 1, answers: [{ answer: 'Second' }] }]);
  });

  test('an insight is shared when both have agreed to the last words, even where both press at once', async () => {
    const wish = { user: amina.user, pair, how: 'named', text: 'Ours' } as const;
    expect((await suggestInsight(tools, { ...wish, over: 0 })).ok).toBe(true);
    expect(await suggestInsight(tools, { ...wish, over: 0 })).toEqual({ ok: false, because: 'changed' });
    const { id } = await tools.db.selectFrom('insight').select('id').executeTakeFirstOrThrow();
    const says = (user: string) => answerInsight(tools, { user, insight: id, version: 1, answer: 'named' });
    await Promise.all([says(amina.user), says(bo.user)]);
    expect(await sharedInsights(tools, tools.db, round.id)).toEqual([{ text: 'Ours', names: ['Amina', 'Bo'] }]);
  });

  test('what is handed on reaches the next partner, and a commitment goes along once', async () => {
    const card = await writeCard(tools, { user: amina.user, pair, card: { 'card.1': 'Silence' } });
    if (!card.ok) throw new Error(card.because);
    expect(await decideHandOn(tools, { user: amina.user, id: card.id, writtenAt: card.writtenAt, decision: 'approved' })).toBe(true);
    expect((await introduce(tools, { user: bo.user, pair, about: amina.id, text: 'She hears.' })).ok).toBe(true);
    expect((await writeLine(tools, { user: bo.user, pair, to: amina.id, text: 'Thanks', before: 0 })).ok).toBe(true);
    expect((await answerNext(tools, { user: bo.user, round: round.id, leader: bo.id, answer: 'join' })).ok).toBe(true);
    expect((await keepOwn(tools, { user: bo.user, round: round.id, leader: bo.id, keep: true })).ok).toBe(true);
    const made = { id: tools.newId(), leader: amina.id, round: round.id, pair, fortnight: 12, when: 'Friday', will: 'ask' };
    await transact(tools.db, (tx) => commitments.add(tools, tx, { user: amina.user, made }, now()));
    expect(await carry(tools, { user: amina.user, pair, commitment: made.id })).toMatchObject({ ok: true, chosen: { id: made.id } });
    expect((await closingPart(tools, await places.ofLeader(tools.db, programme, amina, now()), now())).length).toBeGreaterThan(3);

    const chidi = await joinLeader(tools, 'Chidi', programme);
    const next = await beginRound(tools, programme, { pairs: [[amina, chidi]], beginsOn: '2027-07-19', number: 2 });
    expect(await partnerWords(tools, { pair: next.pairs[0] ?? '', user: chidi.user })).toEqual([
      { name: 'Amina', card: { 'card.1': 'Silence' }, introductions: [] },
    ]);
    clock.now = Temporal.Instant.from('2027-07-19T09:00:00Z');
    for (const _ of [1, 2]) await carriesOn.run(tools, now());
    const carried = tools.db.selectFrom('commitment').select('carried_from').where('round', '=', next.id);
    expect(await carried.execute()).toEqual([{ carried_from: made.id }]);
  });

  test('goes in time, but for what is kept; and with its author', async () => {
    await transact(tools.db, (tx) => rounds.close(tx, round.id, '2027-07-19T00:00:00.000Z'));
    expect((await written.ofClosedRounds(tools.db, 'T1')).map(({ id }) => id)).toEqual([round.id]);
    await transact(tools.db, (tx) => forgetRound(tx, round.id));
    expect(await tools.db.selectFrom('look_back').select('id').execute()).toEqual([]);
    expect(await tools.db.selectFrom('hand_on').select('id').execute()).toHaveLength(3);
    expect(await written.ofThoseWhoLeft(tools.db, 'T1')).toEqual([]);
    await transact(tools.db, (tx) => forgetLeader(tx, bo.id));
    expect(await sharedInsights(tools, tools.db, round.id)).toEqual([{ text: 'Ours' }]);
    await transact(tools.db, (tx) => forgetLeader(tx, amina.id));
    for (const table of ['insight', 'hand_on', 'next_round', 'keepsake'] as const)
      expect(await tools.db.selectFrom(table).selectAll().execute()).toEqual([]);
  });
});
