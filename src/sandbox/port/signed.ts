// The other way to an app: signed requests to an address it answers at. Events as JSON, commands and interactions as forms.
import { createHmac } from 'node:crypto';
import { verificationToken } from '../installed.ts';
import type { Envelope, SmallSlack, Transport } from '../small-slack.ts';

const usualPatience = 3_000;

/** Brings payloads to `url` (Bolt: `…/slack/events`), signed with the app's secret at the time that `clock` shows. */
export function signedTransport(
  slack: SmallSlack,
  url: string,
  { clock = slack.now, patience = usualPatience }: { clock?: () => number; patience?: number | undefined } = {},
): Transport {
  return {
    atOnce: true,
    deliver: async (envelope) => {
      const sent = performance.now();
      try {
        const response = await fetch(url, { ...signed(slack, envelope, clock()), method: 'POST', signal: AbortSignal.timeout(patience) });
        const body = await response.text();
        const noRetry = response.headers.get('x-slack-no-retry') === '1';
        if (!response.ok) return noRetry ? { body: undefined, noRetry, ms: performance.now() - sent } : undefined;
        const read = readBody(response, body);
        envelope.acknowledged?.(read);
        return { body: read, ms: performance.now() - sent };
      } catch {
        return undefined;
      }
    },
  };
}

function readBody(response: Response, body: string): unknown {
  if (body === '') return undefined;
  if (!response.headers.get('content-type')?.includes('json')) return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** Headers and body of one request. */
function signed(
  slack: SmallSlack,
  envelope: Pick<Envelope, 'type' | 'payload' | 'retry'>,
  now = slack.now(),
): { headers: Record<string, string>; body: string } {
  const body = bodyOf(envelope);
  const time = String(Math.floor(now / 1000));
  const mark = createHmac('sha256', slack.world.app.signingSecret).update(`v0:${time}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': envelope.type === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${mark}`,
      ...(envelope.retry
        ? { 'x-slack-retry-num': String(envelope.retry.num), 'x-slack-retry-reason': reasonOf(envelope.retry.reason) }
        : {}),
    },
  };
}

function reasonOf(reason: string): string {
  return reason === 'timeout' ? 'http_timeout' : reason;
}

function bodyOf(envelope: Pick<Envelope, 'type' | 'payload'>): string {
  if (envelope.type === 'events_api') return JSON.stringify(envelope.payload);
  if (envelope.type === 'interactive') return new URLSearchParams({ payload: JSON.stringify(envelope.payload) }).toString();
  return new URLSearchParams(envelope.payload as Record<string, string>).toString();
}

/** Asks the address to repeat a word, as Slack does before it believes in it; whether it did. */
export async function verifies(slack: SmallSlack, url: string): Promise<boolean> {
  const challenge = 'sandbox-challenge';
  const request = signed(slack, {
    type: 'events_api',
    payload: { type: 'url_verification', token: verificationToken, challenge },
  });
  try {
    const response = await fetch(url, { ...request, method: 'POST', signal: AbortSignal.timeout(usualPatience) });
    return response.ok && (await response.text()).includes(challenge);
  } catch {
    return false;
  }
}
