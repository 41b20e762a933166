// One simulated afternoon of the postman: letters of every kind, a Slack in which everything goes wrong that can, a process that dies at any
// request, a clock that jumps. Everything is drawn from the seed, so that the same seed is the same afternoon.
import { createHash } from 'node:crypto';
import { seededDice } from '../../src/sandbox/dice.ts';
import { turnHostile, turnKind } from '../../src/sandbox/hostile.ts';
import { cast, openPostRoom, type PostRoom } from '../platform/outbox/post-room.ts';

export interface Afternoon {
  seed: number;
  letters: number;
  deaths: number;
  requests: number;
  /** How letters ended, by state. */
  ended: Record<string, number>;
  /** What must never happen, and did. */
  violations: string[];
  /** The same for the same seed. */
  transcript: string;
}

interface Sent {
  key: string;
  to: string | readonly string[];
  expires: boolean;
}

const HOSTILE_SECONDS = 2 * 3_600;
const KIND_SECONDS = 4 * 3_600;
const scopes = ['commands', 'chat:write', 'im:write', 'im:history', 'mpim:write', 'users:read', 'files:write'];

export async function simulate(seed: number): Promise<Afternoon> {
  const dice = seededDice(seed);
  const mayReadChannel = dice() < 0.5;
  const room = await openPostRoom({ seed, limits: 'all', app: { scopes: mayReadChannel ? [...scopes, 'channels:history'] : scopes } });
  try {
    turnHostile(room.slack.faults, dice);
    room.dies(0.04, dice);
    const letters = await hostileHours(room, dice);
    turnKind(room.slack.faults);
    room.dies(0, dice);
    await room.forward(KIND_SECONDS);
    return await report(room, { seed, letters, mayReadChannel });
  } finally {
    await room.close();
  }
}

async function hostileHours(room: PostRoom, dice: () => number): Promise<Sent[]> {
  const letters: Sent[] = [];
  const count = 3 + Math.floor(dice() * 8);
  for (let n = 0; n < count; n += 1) {
    const letter = draw(n, dice);
    letters.push(letter);
    await room.write(letter.to, {
      key: letter.key,
      priority: dice() < 0.5 ? 2 : 3,
      ...(letter.expires && { expiresAt: room.tools.now().add({ minutes: 20 }) }),
    });
    if (dice() < 0.1) room.jump(dice() < 0.5 ? 3_600 : -60 * Math.floor(dice() * 20));
    if (dice() < 0.1) await room.restart();
    await room.forward(Math.floor((dice() * HOSTILE_SECONDS) / count));
  }
  return letters;
}

function draw(n: number, dice: () => number): Sent {
  const someone = () => cast[Math.floor(dice() * cast.length)] ?? 'Amina';
  const what = dice();
  const expires = dice() < 0.2;
  if (what < 0.15) return { key: `announcement:${n}`, to: 'channel', expires: false };
  if (what < 0.35) {
    const one = someone();
    const other = cast[(cast.indexOf(one) + 1 + Math.floor(dice() * (cast.length - 1))) % cast.length] ?? 'Bo';
    return { key: `pair:${n}`, to: [one, other], expires: false };
  }
  return { key: `match:${n}`, to: someone(), expires };
}

async function report(room: PostRoom, about: { seed: number; letters: Sent[]; mayReadChannel: boolean }): Promise<Afternoon> {
  const rows = await room.rows();
  const ended: Record<string, number> = {};
  for (const { state } of rows) ended[state] = (ended[state] ?? 0) + 1;
  const violations = [
    ...about.letters.flatMap((letter) => violationsOf(room, rows, letter, about.mayReadChannel)),
    ...paceViolations(room),
  ];
  const seen = room.slack.transcript.map(({ at, what, conversation, ts, text }) => [at, what, conversation, ts, text]);
  return {
    seed: about.seed,
    letters: about.letters.length,
    deaths: room.deaths(),
    requests: room.calls.length,
    ended,
    violations,
    transcript: createHash('sha256')
      .update(JSON.stringify([seen, rows, room.calls]))
      .digest('hex'),
  };
}

function violationsOf(room: PostRoom, rows: Awaited<ReturnType<PostRoom['rows']>>, letter: Sent, mayReadChannel: boolean): string[] {
  const row = rows.find(({ key }) => key === letter.key);
  const seen = room.seen(`This is ${letter.key}.`);
  const complain = (what: string) => [`${letter.key} ${what}: ${row?.state} ${row?.reason} ${JSON.stringify(seen)}`];
  if (!row) return complain('is not on record');
  if (Object.values(seen).some((times) => times > 1)) return complain('was seen twice');
  const inDoubt = letter.to === 'channel' && !mayReadChannel && row.state === 'organiser';
  const skipped = letter.expires && row.state === 'skipped' && row.reason === 'expired';
  if (skipped) return Object.keys(seen).length === 0 ? [] : complain('was skipped and seen');
  if (inDoubt) return [];
  const people = letter.to === 'channel' ? ['#leaders'] : typeof letter.to === 'string' ? [letter.to] : letter.to;
  const told = row.reason?.startsWith('told-each') ? people : [nameOf(people)];
  if (!told.every((name) => seen[name] === 1)) return complain('was not seen');
  return row.state === 'sent' || row.state === 'skipped' ? [] : complain('was not settled');
}

/** A conversation's people in the order of the cast, as `seen` names it. */
function nameOf(people: readonly string[]): string {
  return people.length === 1 ? (people[0] ?? '') : cast.filter((name) => people.includes(name)).join('+');
}

/** One request a second in a conversation. A clock that is put back makes time itself run backwards, which is no haste of ours. */
function paceViolations(room: PostRoom): string[] {
  const last = new Map<string, number>();
  const hasty: string[] = [];
  for (const { at, method, channel } of room.calls) {
    if (method !== 'chat.postMessage') continue;
    const before = last.get(channel);
    if (before !== undefined && at >= before && at - before < 1_000) hasty.push(`two posts to ${channel} within ${at - before} ms`);
    last.set(channel, at);
  }
  return hasty;
}
