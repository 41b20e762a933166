// What the bot has on record of letters that met with a fault: where each stands, and what is to happen to it when. Read from its outbox, without
// opening a letter.
import { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../../platform/clock.ts';
import { markOf } from '../../platform/outbox/compose.ts';
import { readAddress } from '../../platform/outbox/kept.ts';
import { current, type Pause } from '../../platform/outbox/lane-pauses.ts';
import { nextLook } from '../../platform/outbox/look.ts';
import type { OutboxRow } from '../../platform/outbox/outbox.ts';
import type { State } from '../../platform/outbox/states.ts';
import type { Tools } from '../../platform/tools.ts';

export interface Letter {
  mark: string;
  /** `match`, `opener`, `menu`, … */
  kind: string;
  to: 'person' | 'group' | 'channel';
  state: State;
  reason: string | undefined;
  /** Milliseconds: when it is sent, or looked for, next. */
  next: number | undefined;
  /** Why everything waits, where it does. */
  pause: string | undefined;
  /** Marks of the letters that it became where each was told alone. */
  parts: string[];
}

/** A letter may have been written long before it goes. */
const LOOK_BACK = { hours: 1 };

/** The letters that were begun since `since` (milliseconds) or wait now, by their marks. */
export async function lettersSince(tools: Tools, since: number): Promise<Map<string, Letter>> {
  const { db, workspace, vault } = tools;
  const from = stamp(Temporal.Instant.fromEpochMilliseconds(since).subtract(LOOK_BACK));
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('workspace', '=', workspace)
    .where((eb) => eb.or([eb('started_at', '>=', from), eb('created_at', '>=', from), eb('state', 'not in', ['sent', 'skipped', 'dead'])]))
    .execute();
  const now = tools.now();
  const { post } = await current(db, workspace, now);
  const mark = (key: string) => vault.mark(markOf(workspace, key));
  const letters = rows.map((row): Letter => {
    const parts = rows.filter(({ key }) => key.startsWith(`${row.key}:`)).map(({ key }) => mark(key));
    return { ...plain(row, post, now), mark: mark(row.key), parts };
  });
  return new Map(letters.map((letter) => [letter.mark, letter]));
}

function plain(row: OutboxRow, pause: Pause | undefined, now: Temporal.Instant): Omit<Letter, 'mark' | 'parts'> {
  const waits = row.state === 'pending' ? pause : undefined;
  return {
    kind: row.kind,
    to: readAddress(row.address).to,
    state: row.state as State,
    reason: row.reason ?? undefined,
    next: nextOf(row, waits, now)?.epochMilliseconds,
    pause: waits?.reason,
  };
}

function nextOf(row: OutboxRow, pause: Pause | undefined, now: Temporal.Instant): Temporal.Instant | undefined {
  if (row.state === 'sending' || row.state === 'unclear') return nextLook(row);
  if (row.state !== 'pending') return undefined;
  const due = instantOf(row.not_before);
  const soonest = isBefore(due, now) ? now : due;
  return pause && isBefore(soonest, pause.until) ? pause.until : soonest;
}
