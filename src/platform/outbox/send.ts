// One letter on its way: find its place, put on disk that it is about to go, make one request, put on disk how that ended. A crash between any
// two of these leaves a row from which the rest can be worked out.
import { instantOf, isBefore, stamp } from '../clock.ts';
import { transact } from '../db/transact.ts';
import { faultFields } from '../log.ts';
import { drawPng } from '../pictures/png.ts';
import { forgetDm, rememberDm } from '../slack/dms.ts';
import type { Fault } from '../slack/errors.ts';
import { compose, markOf } from './compose.ts';
import { type Body, bodySeal } from './enqueue.ts';
import { readBody } from './kept.ts';
import { addressOf, type Office } from './office.ts';
import { change, claim, type OutboxRow } from './outbox.ts';
import { outcomeOf } from './outcome.ts';
import { resolve } from './resolve.ts';
import { dead, halt, settle, settleSent, WITHOUT_PICTURE } from './settle.ts';
import { tellEach } from './tell-each.ts';
import { nextIn, readWindows } from './windows.ts';

/** A process that was frozen for longer than this between claim and request must not make the request any more. */
const FROZEN = { seconds: 30 };
/** Slack cannot show a picture in the moment it gets it. */
const DIGESTING = { seconds: 3 };
const ANOTHER_WAY = 'conversation-opened-anew';

/** Sends one waiting letter, or finds out why not. */
export async function send(office: Office, row: OutboxRow): Promise<void> {
  if (!(await isItsTime(office, row))) return;
  const body = await opened(office, row);
  if (!body) return dead(office, row, ['pending'], 'unreadable');
  const place = await resolve(office, row);
  if (place.then === 'wait') return;
  if (place.then === 'halt') return halt(office, row, place, office.tools.now());
  if (place.then === 'dead') return dead(office, row, ['pending'], place.reason);
  if (place.then === 'each') return tellEach(office, row, ['pending'], place.reason);
  const wantsPicture = body.picture !== undefined && row.reason !== WITHOUT_PICTURE;
  if (wantsPicture && !(await pictureIsReady(office, row, body))) return;
  await sendTo(office, row, body, place.channel);
}

/** What is too late is given up; what would reach its readers outside their hours waits for the next of them. */
async function isItsTime({ tools }: Office, row: OutboxRow): Promise<boolean> {
  const now = tools.now();
  const expired = row.expires_at !== null && !isBefore(now, instantOf(row.expires_at));
  const next = row.windows === null ? now : nextIn(readWindows(row.windows), now);
  if (next && !expired) {
    if (next.equals(now)) return true;
    await change(tools.db, row, ['pending'], { state: 'pending', not_before: stamp(next) });
    return false;
  }
  const reason = expired ? 'expired' : 'no-window';
  await change(tools.db, row, ['pending'], { state: 'skipped', reason, body_sealed: null, settled_at: stamp(now) });
  tools.log.info('A message was skipped: its time has passed', { key: tools.vault.mark(row.key), kind: row.kind });
  return false;
}

async function sendTo(office: Office, row: OutboxRow, body: Body, channel: string): Promise<void> {
  const { tools, poster, boot, alone, memory } = office;
  const now = tools.now();
  const picture = row.reason === WITHOUT_PICTURE ? undefined : memory.pictures.get(row.id);
  const post = compose({ channel, body, mark: tools.vault.mark(markOf(tools.workspace, row.key)), picture });
  if (!(await transact(tools.db, (tx) => claim(tx, row, { channel, boot, alone, now })))) return;
  const claimed = { ...row, attempt: row.attempt + 1, started_at: stamp(now) };
  if (isBefore(now.add(FROZEN), tools.now())) {
    await change(tools.db, claimed, ['sending'], { state: 'pending', reason: 'frozen' });
    return;
  }
  const answer = await poster.post(post);
  if (answer.ok) {
    await settleSent(office, claimed, answer.value);
    return learnDm(office, row, channel, answer.value.channel);
  }
  if (await findsAnotherWay(office, claimed, channel, answer.fault)) return;
  await settle(office, claimed, outcomeOf(answer.fault), picture !== undefined);
}

/**
 * A conversation that is not found, where the person is well known, may have been the wrong name for it: an id from an earlier installation, or
 * a person's own id, which not every Slack-like server takes; or a group's that is not what it was. Each is tried once more, with the conversation opened
 * anew.
 */
async function findsAnotherWay({ tools, memory }: Office, row: OutboxRow, channel: string, fault: Fault): Promise<boolean> {
  const address = addressOf(row);
  const isNotFound = fault.how === 'refused' && fault.error === 'channel_not_found';
  if (!isNotFound || row.reason === ANOTHER_WAY) return false;
  if (memory.groups.delete(row.lane)) return change(tools.db, row, ['sending'], { state: 'pending', reason: ANOTHER_WAY, channel: null });
  if (address.to !== 'person') return false;
  if (channel === address.user) memory.takesUserIds = false;
  else await forgetDm(tools, tools.db, address.user);
  return change(tools.db, row, ['sending'], { state: 'pending', reason: ANOTHER_WAY });
}

async function learnDm({ tools }: Office, row: OutboxRow, asked: string, answered: string): Promise<void> {
  const address = addressOf(row);
  if (address.to === 'person' && asked === address.user && answered.startsWith('D'))
    await rememberDm(tools, tools.db, address.user, answered);
}

async function opened({ tools }: Office, row: OutboxRow): Promise<Body | undefined> {
  try {
    return readBody(await tools.vault.open(tools.db, bodySeal(tools.workspace, row.id), row.body_sealed ?? ''));
  } catch (fault) {
    tools.log.error('A message cannot be opened', { key: tools.vault.mark(row.key), kind: row.kind, ...faultFields(fault) });
    return undefined;
  }
}

/** Whether the picture is with Slack, or is known not to be taken. Handing it over makes the letter wait a little. */
async function pictureIsReady({ tools, poster, memory }: Office, row: OutboxRow, { picture }: Body): Promise<boolean> {
  if (!picture || memory.pictures.has(row.id)) return true;
  let file: string | undefined;
  try {
    const bytes = drawPng(picture.svg);
    const added = await poster.addPicture({ name: picture.name, title: picture.name, bytes, alt: picture.alt });
    if (added.ok) file = added.value;
    else tools.log.warn('A picture was not taken: the message goes without it', { key: tools.vault.mark(row.key), code: added.error });
  } catch (fault) {
    tools.log.warn('A picture could not be drawn: the message goes without it', { key: tools.vault.mark(row.key), ...faultFields(fault) });
  }
  memory.pictures.set(row.id, file);
  if (file === undefined) return true;
  await change(tools.db, row, ['pending'], { state: 'pending', not_before: stamp(tools.now().add(DIGESTING)) });
  return false;
}
