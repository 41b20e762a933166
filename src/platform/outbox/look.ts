// Finds out whether a letter that may have arrived did: its mark is looked for in the conversation's history. Only two looks that do not find
// it, well apart, allow it to be sent again; what cannot be looked up is never sent again blindly.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../clock.ts';
import type { Outcome as Answer } from '../slack/client.ts';
import { knownDm, rememberDm } from '../slack/dms.ts';
import type { Fault } from '../slack/errors.ts';
import type { Found } from '../slack/posting.ts';
import { markOf } from './compose.ts';
import type { Priority } from './enqueue.ts';
import { isOfTheMoment } from './hurry.ts';
import * as pauses from './lane-pauses.ts';
import { addressOf, type Office, tellOnce } from './office.ts';
import { change, type OutboxRow } from './outbox.ts';
import { awaitDecision, QUARANTINE, settleSent } from './settle.ts';
import { tellEach } from './tell-each.ts';

const BETWEEN_LOOKS = { seconds: 30 };
const LONGEST_BETWEEN_LOOKS = { seconds: 900 };
const WHEN_UNREADABLE = { minutes: 5 };
/** Any other message to the person, or from them, may tell which conversation it is. */
const WHEN_UNKNOWN = { minutes: 1 };
const UNDECIDED = { hours: 24 };
/** Clocks differ a little: the look goes further back than the request. */
const LOOK_BACK = { seconds: 300 };
const MOST_PAGES = 40;
const EVERY_FORTNIGHT: Priority = 3;

/** When a letter that may have arrived is looked for next. One whose process died is given the same quarantine. */
export function nextLook(row: OutboxRow): Temporal.Instant {
  return row.state === 'unclear' ? instantOf(row.not_before) : startOf(row).add(QUARANTINE);
}

/** What a look into a conversation shows. */
type Sight =
  | { then: 'found'; channel: string; ts: string }
  | { then: 'not-there' }
  /** Slack could not say just now. */
  | { then: 'later'; reason: string }
  /** Slack does not let us look. */
  | { then: 'unreadable'; reason: string };

/** What has its hours and belongs to a fortnight comes again in the next one; a rotation does not. */
function canBeMissed({ windows, priority }: OutboxRow): boolean {
  return windows !== null && priority === EVERY_FORTNIGHT;
}

/** Looks for one such letter. */
export async function look(office: Office, row: OutboxRow): Promise<void> {
  const address = addressOf(row);
  if (isOfTheMoment(row)) return leaveInDoubt(office, row);
  if (address.to === 'group')
    return canBeMissed(row) ? leaveInDoubt(office, row) : tellEach(office, row, ['sending', 'unclear'], 'unclear');
  const channel = address.to === 'channel' ? address.channel : await dmOf(office, row, address.user);
  const sight: Sight = channel ? await findIn(office, row, channel) : { then: 'unreadable', reason: 'no_conversation' };
  if (sight.then === 'found') return settleSent(office, row, sight);
  if (sight.then === 'not-there') return notThere(office, row);
  const decides = address.to === 'channel' ? 'organiser' : 'operator';
  const isOld = isBefore(startOf(row).add(UNDECIDED), office.tools.now());
  if (isOld || (sight.then === 'unreadable' && decides === 'organiser')) return awaitDecision(office, row, decides, sight.reason);
  if (sight.then === 'later') return lookAgain(office, row, longerAndLonger(row, office.tools.now()));
  const fields = { method: 'conversations.history', code: sight.reason };
  tellOnce(office, 'A conversation cannot be looked into: whether a message arrived stays open', fields);
  await lookAgain(office, row, channel ? WHEN_UNREADABLE : WHEN_UNKNOWN);
}

/** Nobody waits for it, or not any more, and twice would be once too often. */
async function leaveInDoubt({ tools }: Office, row: OutboxRow): Promise<void> {
  const left = { state: 'skipped' as const, reason: 'in-doubt', body_sealed: null, settled_at: stamp(tools.now()) };
  if (!(await change(tools.db, row, ['sending', 'unclear'], left))) return;
  tools.log.info('A message may have arrived in a conversation that cannot be read: it is not sent again', {
    key: tools.vault.mark(row.key),
    kind: row.kind,
  });
}

async function notThere(office: Office, row: OutboxRow): Promise<void> {
  const { tools } = office;
  const now = tools.now();
  if (row.looks === 0) return lookAgain(office, row, BETWEEN_LOOKS, 1);
  const again = { state: 'pending' as const, reason: 'did-not-arrive', not_before: stamp(now), looks: 0, looked_at: stamp(now) };
  if (!(await change(tools.db, row, ['sending', 'unclear'], again))) return;
  tools.log.info('A message did not arrive: it is sent again', { key: tools.vault.mark(row.key), kind: row.kind });
}

async function lookAgain({ tools }: Office, row: OutboxRow, after: { seconds: number } | { minutes: number }, negative = 0): Promise<void> {
  const now = tools.now();
  const next = { state: 'unclear' as const, looks: row.looks + negative, looked_at: stamp(now), not_before: stamp(now.add(after)) };
  await change(tools.db, row, ['sending', 'unclear'], next);
}

/** While Slack cannot say, it is asked less and less often: a tenth of the time that has gone by already. */
function longerAndLonger(row: OutboxRow, now: Temporal.Instant): { seconds: number } {
  const gone = Math.floor(startOf(row).until(now).total('seconds') / 10);
  return { seconds: Math.max(BETWEEN_LOOKS.seconds, Math.min(gone, LONGEST_BETWEEN_LOOKS.seconds)) };
}

async function findIn(office: Office, row: OutboxRow, channel: string): Promise<Sight> {
  const { tools, poster } = office;
  const mark = tools.vault.mark(markOf(tools.workspace, row.key));
  const oldest = `${Math.floor(startOf(row).subtract(LOOK_BACK).epochMilliseconds / 1000)}.000000`;
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page: Answer<{ messages: Found[]; next?: string | undefined }> = await poster.history(channel, oldest, cursor);
    if (!page.ok) return unanswered(office, page.fault);
    const message = page.value.messages.find((each) => each.marks.includes(mark) && isOurs(office, each));
    if (message) return { then: 'found', channel, ts: message.ts };
    if (!page.value.next) return { then: 'not-there' };
    cursor = page.value.next;
  }
  return { then: 'unreadable', reason: 'too_many_messages' };
}

async function unanswered({ tools }: Office, fault: Fault): Promise<Sight> {
  if (fault.how === 'refused') return { then: 'unreadable', reason: fault.error };
  const now = tools.now();
  const until = now.add({ seconds: fault.how === 'limited' ? fault.seconds : 5 });
  await pauses.begin(tools, 'history', { until, reason: fault.how }, now);
  return { then: 'later', reason: fault.how };
}

/** Our own messages carry the bot's user or its bot id; a server that names neither is believed. */
function isOurs({ tools, botId }: Office, message: Found): boolean {
  if (message.user === undefined && message.botId === undefined) return true;
  return message.user === tools.botUser || (message.botId !== undefined && (botId === undefined || message.botId === botId));
}

async function dmOf({ tools, poster, opens }: Office, row: OutboxRow, user: string): Promise<string | undefined> {
  if (row.channel?.startsWith('D')) return row.channel;
  const known = await knownDm(tools.db, tools.workspace, user);
  if (known || !opens.take(tools.now())) return known;
  const opened = await poster.openConversation([user]);
  if (!opened.ok) return undefined;
  await rememberDm(tools, tools.db, user, opened.value);
  return opened.value;
}

function startOf(row: OutboxRow): Temporal.Instant {
  return instantOf(row.started_at ?? row.created_at);
}
