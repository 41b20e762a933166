// A small Slack on a port in the measuring process, by the real clock, with all of Slack's limits: what people see is read in memory, what the
// bot asks is counted as it leaves.
import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Actor, actorFor } from '../../src/sandbox/actor.ts';
import { drain } from '../../src/sandbox/deliver.ts';
import { foundWorld, type NewPerson } from '../../src/sandbox/found.ts';
import { keepTime } from '../../src/sandbox/port/alarm.ts';
import { openPort } from '../../src/sandbox/port/server.ts';
import { type SmallSlack, smallSlack } from '../../src/sandbox/small-slack.ts';

/** One answered call of the bot. */
export interface Call {
  method: string;
  status: number;
  /** `performance.now()` when the answer was given. */
  at: number;
}

export interface OpenSlack {
  slack: SmallSlack;
  url: string;
  calls: Call[];
  as: (person: string) => Actor;
  close: () => Promise<void>;
}

/** Opens it with these people, all of them in one channel. */
export async function openSlack(people: readonly NewPerson[], channel: string): Promise<OpenSlack> {
  const world = foundWorld({ people, channels: [{ name: channel }], now: Date.now() });
  const slack = smallSlack({ world, now: Date.now });
  const settle = () => drain(slack);
  const port = await openPort({ stage: { slack, settle }, port: 0 });
  const rest = keepTime(slack);
  const calls: Call[] = [];
  const count = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const [, area, method = ''] = (request.url ?? '').split(/[/?]/);
    const own = request.socket.localPort === port.port;
    if (own && area === 'api') calls.push({ method, status: response.statusCode, at: performance.now() });
  };
  diagnostics.subscribe('http.server.response.finish', count);
  return {
    slack,
    url: port.url,
    calls,
    as: (person) => actorFor(slack, person, settle),
    close: async () => {
      diagnostics.unsubscribe('http.server.response.finish', count);
      rest();
      await port.close();
    },
  };
}
