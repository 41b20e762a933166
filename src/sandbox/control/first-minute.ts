// How far a newcomer to the sandbox has come in their first minute: somebody joined, a round was approved, a question was answered. Read from what
// the bot has on record, so that it does not matter in which way it was done.
import { stamp } from '../../platform/clock.ts';
import type { Tools } from '../../platform/tools.ts';
import { findPerson } from '../act/persons.ts';
import type { Stage } from '../control.ts';
import type { SmallSlack } from '../small-slack.ts';

type Told = Record<string, unknown>;

interface Programme {
  id: string;
  channel: string;
  founder: string;
}

/** Where a question has been answered by somebody's hand, not by people who act by themselves. */
const answered = new WeakSet<SmallSlack>();

/** Does an act of a person, and notes whether a question was answered with it. */
export async function noticing<Result>({ slack, bot }: Stage, person: string, act: () => Promise<Result>): Promise<Result> {
  if (!bot || answered.has(slack)) return act();
  const { id } = findPerson(slack, person);
  const before = await countNotes(bot.tools(), id);
  const result = await act();
  if ((await countNotes(bot.tools(), id)) > before) answered.add(slack);
  return result;
}

/**
 * `newcomer` joins, `organiser` rotates, `replier` answers: user ids. Nothing but `ready: false` where there is no bot to ask, or no programme yet.
 */
export async function firstMinute({ slack, bot }: Stage): Promise<Told> {
  const tools = bot?.tools();
  const programme = tools && (await programmeOf(tools));
  if (!tools || !programme) return { ready: false };
  const leaders = await everIn(tools, programme.id);
  const pending = outside(slack, programme, new Set(leaders.map(({ user }) => user)));
  const paired = await pairedIn(tools, programme.id);
  const newcomer = pending ?? leaders.findLast(({ left }) => left === null)?.user;
  const asked = await askedIn(
    tools,
    paired,
    paired.find((user) => user === newcomer),
  );
  const replier = asked.find((user) => user === newcomer) ?? asked[0] ?? newcomer;
  return {
    ready: true,
    ...{ channel: programme.channel, organiser: programme.founder, newcomer, replier },
    joined: pending === undefined,
    rotated: paired.length > 0,
    asked: asked.length > 0,
    replied: answered.has(slack),
  };
}

/** A member of the programme's channel who could join and never has; whoever founded it need not. */
function outside({ world }: SmallSlack, { channel, founder }: Programme, leaders: ReadonlySet<string>): string | undefined {
  const members = world.conversations.get(channel)?.members ?? [];
  return members.find((id) => id !== founder && !leaders.has(id) && world.people.get(id)?.kind === 'member');
}

async function programmeOf({ db, workspace }: Tools): Promise<Programme | undefined> {
  return db
    .selectFrom('programme')
    .select(['id', 'channel', 'founded_by as founder'])
    .where('workspace', '=', workspace)
    .where('closed_at', 'is', null)
    .orderBy('founded_at')
    .executeTakeFirst();
}

/** Who takes part or has taken part, whoever joined last at the end: with somebody who leaves the guide does not begin anew. */
async function everIn({ db, workspace }: Tools, programme: string): Promise<{ user: string; left: string | null }[]> {
  return db
    .selectFrom('leader')
    .select(['slack_user as user', 'left_at as left'])
    .where('workspace', '=', workspace)
    .where('programme', '=', programme)
    .orderBy('joined_at')
    .orderBy('slack_user')
    .execute();
}

/** Who has a partner in the latest round that was not taken back. */
async function pairedIn({ db, workspace }: Tools, programme: string): Promise<string[]> {
  const rows = await db
    .selectFrom('pair_leader')
    .innerJoin('pair', 'pair.id', 'pair_leader.pair')
    .innerJoin('round', 'round.id', 'pair.round')
    .innerJoin('leader', 'leader.id', 'pair_leader.leader')
    .select('leader.slack_user as user')
    .where('pair.workspace', '=', workspace)
    .where('round.programme', '=', programme)
    .where('round.undone_at', 'is', null)
    .where('pair.ended_at', 'is', null)
    .orderBy('leader.joined_at')
    .orderBy('leader.slack_user')
    .execute();
  return [...new Set(rows.map(({ user }) => user))];
}

/** In hours: so much later than somebody else, at most, a leader is asked, wherever they work. */
const APART = 48;

/**
 * Those of `users` who have been asked a question and have written nothing yet, whoever joined last in front. As long as `first` may still be asked, nobody:
 * whom the guide has named is not changed for somebody whose message goes out a second earlier.
 */
async function askedIn({ db, workspace, now }: Tools, users: readonly string[], first: string | undefined): Promise<string[]> {
  const rows = await db
    .selectFrom('prompt')
    .innerJoin('leader', 'leader.id', 'prompt.leader')
    .innerJoin('outbox', 'outbox.id', 'prompt.outbox')
    .leftJoin('note', 'note.leader', 'leader.id')
    .select(['leader.slack_user as user', 'prompt.created_at as at'])
    .where('prompt.workspace', '=', workspace)
    .where('outbox.state', '=', 'sent')
    .where('note.id', 'is', null)
    .execute();
  const asked = new Set(rows.map(({ user }) => user));
  const since = stamp(now().subtract({ hours: APART }));
  if (first && !asked.has(first) && rows.every(({ at }) => at > since)) return [];
  return users.filter((user) => asked.has(user)).reverse();
}

async function countNotes({ db, workspace }: Tools, person: string): Promise<number> {
  const { count } = await db
    .selectFrom('note')
    .innerJoin('leader', 'leader.id', 'note.leader')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('note.workspace', '=', workspace)
    .where('leader.slack_user', '=', person)
    .executeTakeFirstOrThrow();
  return Number(count);
}
