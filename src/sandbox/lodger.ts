// The bot as whoever plays with the sandbox may treat it, where it lives in the same process: killed, now or in the middle of something, and
// started again. Its database and Slack remain.
import type { Tools } from '../platform/tools.ts';
import { note } from './calls.ts';
import type { House } from './house.ts';
import type { Death } from './life.ts';
import { noteDeath } from './note-call.ts';

export interface Lodger {
  isUp: () => boolean;
  /** What it will die of. */
  doom: () => Death | undefined;
  kill: () => Promise<void>;
  /** At the so-manieth call of a method; not after all, when nothing is given. */
  killAt: (death: Death | undefined) => void;
  /** Rejects, with the reason, when Slack does not let it in. */
  start: () => Promise<void>;
  /** What it has in its hands; its database also when it is dead. */
  tools: () => Tools;
}

/** The bot of a house. `inTurn` keeps what it does apart from what else passes the time. */
export function lodgerIn(house: House, inTurn: (work: () => Promise<unknown>) => Promise<void>): Lodger {
  const { slack } = house;
  let doom: Death | undefined;
  const killAt = (death: Death | undefined) => {
    doom = death;
    house.crashAt(death);
  };
  return {
    isUp: house.isUp,
    doom: () => (house.isUp() ? doom : undefined),
    kill: () =>
      inTurn(async () => {
        if (house.isUp()) noteDeath(slack);
        await house.crash();
      }),
    killAt,
    start: () => {
      doom = undefined;
      return inTurn(() => start(house));
    },
    tools: () => house.tools,
  };
}

async function start(house: House): Promise<void> {
  note(house.slack, { what: 'bot', did: 'started' });
  try {
    await house.reopen();
  } catch (refused) {
    noteDeath(house.slack);
    throw refused;
  }
}
