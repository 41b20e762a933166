// Word of a gathering did not reach the channel, or nobody knows whether it did: its organisers hear of it and decide. It is never posted twice on a guess.
import { transact } from '../../../platform/db/transact.ts';
import type { Event } from '../../../platform/inbox/kinds.ts';
import { type Decided, postAgain, settleAsPosted } from '../../../platform/outbox/decide.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import * as outbox from '../../../platform/outbox/outbox.ts';
import type { Press } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as organisers from '../../founding/organisers.ts';
import { mayOrganise } from '../../founding/rights.ts';
import { IS_THERE, POST_NOW, undeliveredLetter } from './letters.ts';
import { occasionById } from './occasion.ts';
import { GATHERING } from './tell.ts';

/** Slack refused it, or did not say whether it took it. Safe to repeat. */
export async function onUndelivered(tools: Tools, { fields }: Event): Promise<void> {
  const { letter, id = '', state } = fields;
  if (letter !== GATHERING) return;
  const occasion = await occasionOf(tools, id);
  if (!occasion) return;
  const { programme } = occasion;
  const body = undeliveredLetter(tools.content, { letter: id, channel: programme.channel, refused: state === 'dead' });
  const now = tools.now();
  await transact(tools.db, async (tx) => {
    const row = await outbox.byId(tx, tools.workspace, id);
    for (const user of await organisers.of(tools, tx, programme.id)) {
      const key = `gathering-undelivered:${id}:${row?.attempt}:${user}`;
      await enqueue(tools, tx, { key, kind: 'gathering-undelivered', address: { to: 'person', user }, priority: 1, body }, now);
    }
  });
  tools.knock();
}

/** The gathering that a letter is about. */
async function occasionOf(tools: Tools, letter: string) {
  const row = await outbox.byId(tools.db, tools.workspace, letter);
  return row?.kind === GATHERING ? occasionById(tools, row.key.split(':')[1] ?? '') : undefined;
}

/** The value is the letter's id: an organiser has looked, and says what became of it. */
function onDecided(decide: (tools: Tools, id: string) => Promise<Decided>, said: string): Press {
  return async (tools, { user, value }) => {
    const occasion = await occasionOf(tools, value);
    if (!occasion || !(await mayOrganise(tools, occasion.programme, user))) return { text: tools.content.say('together.gone') };
    const done = await decide(tools, value);
    return { text: tools.content.say(done.ok ? said : 'together.undelivered.settled') };
  };
}

export const undeliveredPresses: Record<string, Press> = {
  [IS_THERE]: onDecided(settleAsPosted, 'together.undelivered.there'),
  [POST_NOW]: onDecided(postAgain, 'together.undelivered.posted'),
};
