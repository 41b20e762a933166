// "Ask for help": the organisers hear of it privately, at once, and nobody else does. One of them says that it is seen to.
import { transact } from '../../../platform/db/transact.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import type { Tools } from '../../../platform/tools.ts';
import * as programmes from '../../founding/programmes.ts';
import { mayOrganise } from '../../founding/rights.ts';
import * as leaders from '../../joining/leaders.ts';
import * as helpRequests from './help-requests.ts';
import { helpLetter } from './letters.ts';
import { whoHelps } from './who-helps.ts';

export interface Asking {
  user: string;
  programme: string;
  /** The request's own id, made with the form, so that a form sent twice asks once. */
  id: string;
  text: string;
}

export type AskResult = { ok: true; helpers: readonly string[] } | { ok: false; because: 'not-in' | 'nobody' };

export async function askForHelp(tools: Tools, { user, programme, id, text }: Asking): Promise<AskResult> {
  const now = tools.now();
  const asked = await transact(tools.db, async (tx): Promise<AskResult> => {
    const leader = await leaders.find(tx, programme, user);
    if (!leader || leader.leftAt !== null) return { ok: false, because: 'not-in' };
    const { helpers, partners } = await whoHelps(tools, tx, leader);
    if (helpers.length === 0) return { ok: false, because: 'nobody' };
    if (!(await helpRequests.add(tools, tx, { id, programme, leader: leader.id, text }, now))) return { ok: true, helpers };
    for (const helper of helpers) {
      const body = helpLetter(tools.content, {
        id,
        name: leader.name,
        text,
        toPartner: partners.some(({ user: partner }) => partner === helper),
      });
      await enqueue(
        tools,
        tx,
        { key: `help:${id}:${helper}`, kind: 'help', address: { to: 'person', user: helper }, priority: 1, body },
        now,
      );
    }
    return { ok: true, helpers };
  });
  if (asked.ok) tools.knock();
  return asked;
}

export type Settled = { ok: true; name: string } | { ok: false; because: 'not-organiser' | 'settled' };

/** An organiser says that the request is seen to. Whoever asked is not written to: the organiser does that. */
export async function settleHelp(tools: Tools, { id, by }: { id: string; by: string }): Promise<Settled> {
  const request = await helpRequests.byId(tools.db, tools.workspace, id);
  if (!request || !(await maySee(tools, request, by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  const done = await transact(tools.db, (tx) => helpRequests.settle(tx, id, by, now));
  return done ? { ok: true, name: request.name } : { ok: false, because: 'settled' };
}

/** Whether `user` may know of the request: an organiser who heard of it, not one whose partner asks. */
export async function maySee(tools: Tools, { programme, leader: id }: helpRequests.HelpRequest, user: string): Promise<boolean> {
  const found = await programmes.find(tools.db, tools.workspace, programme);
  const leader = await leaders.byId(tools.db, tools.workspace, id);
  if (!found || !leader || !(await mayOrganise(tools, found, user))) return false;
  return (await whoHelps(tools, tools.db, leader)).helpers.includes(user);
}
