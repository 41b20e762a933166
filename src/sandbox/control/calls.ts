// The record of calls over the control API: what happened, and what the bot did about each letter that met with a fault.
import { type Account, accountsOf } from '../accounts/account.ts';
import { type Letter, lettersSince } from '../accounts/letters.ts';
import { lineOf, placeName, receivedOf } from '../accounts/record.ts';
import type { Stage } from '../control.ts';
import type { SmallSlack } from '../small-slack.ts';
import { faults } from './faults.ts';

type Told = Record<string, unknown>;

/** The lines from number `after` on, an account of every letter on record that met with a fault, and what is still to go wrong. */
export async function calls({ slack, bot, sockets }: Stage, after: number): Promise<Told> {
  const { entries, count } = slack.calls;
  const letters = bot && entries[0] ? await lettersSince(bot.tools(), entries[0].at) : new Map<string, Letter>();
  const kindOf = (mark: string) => letters.get(mark)?.kind;
  return {
    last: count,
    calls: entries.filter(({ n }) => n > after).map((one) => lineOf(slack, one, kindOf)),
    letters: accountsOf(entries, letters).map((account) => told(slack, account)),
    ordered: faults(slack, 'GET', {}),
    bot: bot ? { isUp: bot.isUp(), dies: bot.doom() ?? null } : null,
    sockets: sockets?.count() ?? null,
  };
}

function told(slack: SmallSlack, account: Account): Told {
  const place = slack.world.conversations.get(account.channel ?? '');
  const { next } = account;
  return {
    mark: account.mark,
    kind: account.kind,
    to: place ? placeName(slack, place) : '',
    steps: account.steps.map(({ at, ...step }) => ({ at: new Date(at).toISOString(), ...step })),
    next: next ? { said: next.said, ...(next.at !== undefined && { at: new Date(next.at).toISOString() }) } : null,
    received: receivedOf(slack, account),
  };
}
