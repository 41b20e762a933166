// How the bot and the small Slack of a house reach each other: hand to hand in memory, or as out in the world, over a real port with the bot's own door.
import type { Receiver } from '@slack/bolt';
import { beginLife, type Life } from './life.ts';
import { memoryFetch, memoryReceiver } from './receiver.ts';
import type { SmallSlack } from './small-slack.ts';

/** One life of the bot and its way to Slack. */
export interface Passage {
  life: Life;
  receiver: Receiver;
  /** Where the bot finds Slack. */
  slackApiUrl: string;
  /** From now on Slack reaches the bot. */
  open: () => Promise<void>;
  close: () => Promise<void>;
  /** Waits until nothing is on its way in either direction; true when anything was since this was last asked. */
  stilled: () => Promise<boolean>;
}

export interface Way {
  begin: () => Passage;
  close: () => Promise<void>;
}

/** Nothing is ever on its way that nobody waits for. */
export function memoryWay(slack: SmallSlack): Way {
  return {
    begin: () => {
      const life = beginLife(slack, memoryFetch(slack));
      const receiver = memoryReceiver(slack, life);
      return {
        life,
        receiver,
        slackApiUrl: `${slack.baseUrl}/api/`,
        open: async () => void (await receiver.start()),
        close: async () => void (await receiver.stop()),
        stilled: async () => false,
      };
    },
    close: async () => {},
  };
}
