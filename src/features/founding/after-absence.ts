// What may have happened while nobody was there to hear of it: the app was removed and installed again, a channel was archived, the bot was put out of
// one. Looked at when the process begins, and once a day.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, sayDay } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import type { Stream } from '../../platform/schedule/stream.ts';
import { section } from '../../platform/slack/blocks.ts';
import type { Tools } from '../../platform/tools.ts';
import { lookAtHome } from './channels.ts';
import * as organisers from './organisers.ts';
import * as programmes from './programmes.ts';
import { backFrom, noteTold } from './workspace-back.ts';

const BETWEEN_LOOKS = 24 * 60;

export const afterAbsence: Stream = { name: 'after-absence', run, minutes: BETWEEN_LOOKS };

async function run(tools: Tools, now: Temporal.Instant): Promise<undefined> {
  const since = await backFrom(tools.db, tools.workspace);
  const all = await programmes.all(tools.db, tools.workspace);
  if (since !== undefined) await tellBack(tools, { since, all }, now);
  for (const programme of all) await lookAtHome(tools, programme);
}

/** Every organiser hears it once, for each programme of theirs. */
async function tellBack(
  tools: Tools,
  { since, all }: { since: string; all: readonly programmes.Programme[] },
  now: Temporal.Instant,
): Promise<void> {
  await transact(tools.db, async (tx) => {
    if (!(await noteTold(tx, tools.workspace))) return;
    for (const { id, name, channel, timeZone } of all) {
      const blanks = { programme: name, date: sayDay(dayOf(instantOf(since), timeZone)), channel: { mrkdwn: `<#${channel}>` } };
      const text = tools.content.say('founding.back', blanks);
      for (const user of await organisers.of(tools, tx, id)) {
        const key = `back:${id}:${since}:${user}`;
        const body = { text, blocks: [section(text)] };
        await enqueue(tools, tx, { key, kind: 'back', address: { to: 'person', user }, priority: 2, body }, now);
      }
    }
  });
}
