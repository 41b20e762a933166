// A workspace of three with a bare Bolt app in it, in memory: for tests of the sandbox itself, without any of our own bot.
import { App, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { type Actor, actorFor } from '../../src/sandbox/actor.ts';
import { nextDue } from '../../src/sandbox/agenda.ts';
import { settle } from '../../src/sandbox/deliver.ts';
import { foundWorld } from '../../src/sandbox/found.ts';
import { botToken } from '../../src/sandbox/installed.ts';
import { memoryFetch, memoryReceiver } from '../../src/sandbox/receiver.ts';
import { type SmallSlack, smallSlack } from '../../src/sandbox/small-slack.ts';
import type { AppSettings } from '../../src/sandbox/world.ts';

export interface Office {
  slack: SmallSlack;
  app: App;
  web: WebClient;
  as: (name: string) => Actor;
  /** Moves the clock, running what becomes due on the way. */
  pass: (milliseconds: number) => Promise<void>;
}

export const monday = Date.UTC(2027, 0, 11, 9, 0, 0);

/** Amina, Bo and Chidi, the channel #leaders, and a Bolt app that does nothing yet. */
export async function openOffice(settings: Partial<AppSettings> = {}): Promise<Office> {
  let now = monday;
  const people = [
    { id: 'U000AMINA', name: 'Amina Adeyemi', handle: 'amina', title: 'Finance Director', admin: true },
    { id: 'U000000BO', name: 'Bo Lindqvist', handle: 'bo', timeZone: 'America/New_York' },
    { id: 'U000CHIDI', name: 'Chidi Okafor', handle: 'chidi', kind: 'guest' as const },
  ];
  const world = foundWorld({
    people,
    channels: [
      { name: 'leaders', id: 'C0LEADERS' },
      { name: 'else', withoutApp: true },
    ],
    app: settings,
    now,
  });
  const slack = smallSlack({ world, now: () => now });
  const options = {
    slackApiUrl: `${slack.baseUrl}/api/`,
    fetch: memoryFetch(slack),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  };
  const receiver = memoryReceiver(slack);
  const { botUser, botId } = world.app;
  const app = new App({
    token: botToken,
    botId,
    botUserId: botUser,
    tokenVerificationEnabled: false,
    receiver,
    convoStore: false,
    clientOptions: options,
    logLevel: LogLevel.ERROR,
  });
  await app.start();
  return {
    slack,
    app,
    web: new WebClient(botToken, options),
    as: (name) => actorFor(slack, name, () => settle(slack)),
    pass: async (milliseconds) => {
      const until = now + milliseconds;
      for (let due = nextDue(slack.agenda); due !== undefined && due <= until; due = nextDue(slack.agenda)) {
        now = Math.max(now, due);
        await settle(slack);
      }
      now = until;
      await settle(slack);
    },
  };
}
