// The invitation did not reach the channel, or nobody knows whether it did: whoever offered the forum hears of it and decides; where they have left since,
// its organisers do. It is never posted twice on a guess.
import { instantOf } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Event } from '../../../platform/inbox/kinds.ts';
import { type Decided, postAgain, settleAsPosted } from '../../../platform/outbox/decide.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import * as outbox from '../../../platform/outbox/outbox.ts';
import type { Press } from '../../../platform/slack/spoken.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import * as organisers from '../../founding/organisers.ts';
import * as programmes from '../../founding/programmes.ts';
import { type Forum, forumById } from './forums.ts';
import { INVITE } from './invite.ts';
import { IS_THERE, POST_NOW, undeliveredLetter } from './letters.ts';
import { isOpen } from './take-place.ts';
import { runs, stillRuns, withForum } from './who.ts';

/** Slack refused an invitation, or did not say whether it took it. Safe to repeat. */
export async function onUndelivered(tools: Tools, { fields }: Event): Promise<void> {
  const { letter, id = '', state } = fields;
  if (letter !== INVITE) return;
  const now = tools.now();
  const told = await transact(tools.db, async (tx) => {
    const row = await outbox.byId(tx, tools.workspace, id);
    const forum = row && (await invitedBy(tools, tx, row.key));
    const programme = forum && (await programmes.find(tx, tools.workspace, forum.programme));
    if (!row || !programme || !isOpen(forum, now)) return false;
    const about = { letter: id, at: instantOf(forum.startsAt), zone: programme.timeZone, channel: programme.channel };
    const body = undeliveredLetter(tools.content, { ...about, refused: state === 'dead' });
    const runsIt = await stillRuns(tools, tx, forum, forum.offeredBy);
    for (const user of runsIt ? [forum.offeredBy] : await organisers.of(tools, tx, programme.id)) {
      const key = `forum-undelivered:${id}:${row.attempt}${runsIt ? '' : `:${user}`}`;
      await enqueue(tools, tx, { key, kind: 'forum-undelivered', address: { to: 'person', user }, priority: 1, body }, now);
    }
    return true;
  });
  if (told) tools.knock();
}

function invitedBy({ workspace }: Pick<Tools, 'workspace'>, db: Db | Tx, key: string): Promise<Forum | undefined> {
  return forumById(db, workspace, key.split(':')[1] ?? '');
}

/** The value is the letter's id: whoever offered its forum, or an organiser, has looked and says what became of it. */
function onDecided(decide: (tools: Tools, id: string) => Promise<Decided>, said: string): Press {
  return async (tools, { user, value }) => {
    const row = await outbox.byId(tools.db, tools.workspace, value);
    const forum = row?.kind === INVITE ? await invitedBy(tools, tools.db, row.key) : undefined;
    const found = forum && (await withForum(tools, user, forum.id));
    if (!found || !runs(found.who, found.forum)) return { text: tools.content.say('forums.not-yours') };
    const done = isOpen(found.forum, tools.now()) && (await decide(tools, value)).ok;
    return { text: tools.content.say(done ? said : 'forums.undelivered.settled') };
  };
}

export const undeliveredPresses: Record<string, Press> = {
  [IS_THERE]: onDecided(settleAsPosted, 'forums.undelivered.there'),
  [POST_NOW]: onDecided(postAgain, 'forums.undelivered.posted'),
};
