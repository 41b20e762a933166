// An organiser invites people: those on the roster who have not been asked, some by name, or the whole channel with one message.
import type { Temporal } from 'temporal-polyfill';
import { record } from '../../../platform/audit.ts';
import { stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import { lookUp, type Person } from '../../../platform/slack/people.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import { comingRound } from '../../founding/coming-round.ts';
import type { Programme } from '../../founding/programmes.ts';
import { mayOrganise } from '../../founding/rights.ts';
import { channelInvitation } from '../letters.ts';
import * as askedEntries from './asked-entries.ts';
import { type BroughtIn, bringIn } from './bring-in.ts';
import * as rosterEntries from './roster-entries.ts';
import type { Import } from './roster-imports.ts';
import * as rosterImports from './roster-imports.ts';

export interface Invitation {
  programme: Programme;
  by: string;
}

export type Refused = { ok: false; because: 'not-organiser' | 'nobody' | 'no-channel' };

/** Asks everyone on the roster who has neither been asked nor joined; who they are in Slack is looked up beside this. Returns how many. */
export async function inviteRoster(tools: Tools, { programme, by }: Invitation): Promise<{ ok: true; people: number } | Refused> {
  if (!(await mayOrganise(tools, programme, by))) return { ok: false, because: 'not-organiser' };
  const now = tools.now();
  return transact(tools.db, async (tx) => {
    const waiting = await askedEntries.uninvited(tx, programme.id);
    if (waiting.length === 0) return { ok: false, because: 'nobody' };
    const wanted = { programme: programme.id, by, wish: 'invite', people: waiting.length } as const;
    const { id } = await rosterImports.begin(tools, tx, wanted, now);
    await rosterEntries.moveTo(
      tx,
      waiting.map((entry) => entry.id),
      id,
    );
    return { ok: true, people: waiting.length };
  });
}

/** Asks people by name. */
export async function invitePeople(
  tools: Tools,
  { programme, by }: Invitation,
  users: readonly string[],
): Promise<({ ok: true } & BroughtIn) | Refused> {
  if (!(await mayOrganise(tools, programme, by))) return { ok: false, because: 'not-organiser' };
  if (users.length === 0) return { ok: false, because: 'nobody' };
  const people = await Promise.all(users.map((user) => lookUp(tools, user)));
  const now = tools.now();
  const begun = await transact(tools.db, async (tx) => {
    const wanted = { programme: programme.id, by, wish: 'invite', people: people.length } as const;
    const each = await rosterImports.begin(tools, tx, wanted, now);
    for (const person of people) await list(tools, tx, { programme, each, person }, now);
    return each;
  });
  return { ok: true, ...(await bringIn(tools, begun, { tell: false })) };
}

/** Posts the invitation in the programme's channel. */
export async function inviteChannel(tools: Tools, { programme, by }: Invitation): Promise<{ ok: true } | Refused> {
  if (!(await mayOrganise(tools, programme, by))) return { ok: false, because: 'not-organiser' };
  if (programme.channelLostAt !== null) return { ok: false, because: 'no-channel' };
  const now = tools.now();
  await transact(tools.db, async (tx) => {
    const nextOn = (await comingRound(tx, programme, now)).on;
    await enqueue(tools, tx, channelInvitation(tools.content, { programme, by, nextOn }), now);
    await record(tools, tx, { programme: programme.id, actor: by, action: 'channel-invited' }, now);
  });
  tools.knock();
  return { ok: true };
}

/** Puts somebody on the roster who was chosen by name, or moves what it says of them to this import. */
async function list(
  tools: Tools,
  tx: Tx,
  about: { programme: Programme; each: Import; person: Person },
  now: Temporal.Instant,
): Promise<void> {
  const { programme, each, person } = about;
  const known = await rosterEntries.about(tx, programme.id, { user: person.id, email: person.email });
  if (known) {
    await rosterEntries.moveTo(tx, [known.id], each.id);
    await rosterEntries.settle(tx, known.id, person.id, now);
    return;
  }
  await rosterEntries.putAll(tx, [
    {
      ...nothingSaid,
      id: tools.newId(),
      workspace: tools.workspace,
      programme: programme.id,
      import: each.id,
      name: person.name,
      email: person.email,
      slack_user: person.id,
      imported_at: stamp(now),
      looked_up_at: stamp(now),
    },
  ]);
}

const unknown = { manager: null, invited_at: null, reminded_at: null, declined_at: null, profiled_at: null };
const nothingSaid = { function: '', level: '', manager_email: null, time_zone: null, ...unknown };
