// The connection to Slack's Web API. None of our clients retries by itself: the SDK cannot know which call may be repeated, and a repeated
// post is a message seen twice.
import { type FetchFunction, WebClient } from '@slack/web-api';
import type { z } from 'zod';
import type { Log } from '../log.ts';
import { type Fault, faultOf, UNSAID_WAIT_SECONDS } from './errors.ts';
import { sdkLog } from './sdk-log.ts';

export type Fetch = typeof globalThis.fetch;

export interface ClientSettings {
  token: string;
  /** `https://slack.com/api/` when missing. */
  slackApiUrl?: string | undefined;
  fetch?: Fetch | undefined;
  log: Log;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; fault: Fault };

/** One request to a method: answered, or with a fault; it never throws and never tries again. */
export type Ask = <T>(method: string, args: Record<string, unknown>, shape: z.ZodType<T>) => Promise<Outcome<T>>;

/** How to ask Slack, waiting at most `timeoutMs` for each answer. */
export function openClient(settings: ClientSettings, timeoutMs: number): Ask {
  const client = new WebClient(settings.token, {
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: sdkLog(settings.log),
    fetch: withRetryAfter(settings.fetch ?? globalThis.fetch),
    ...(settings.slackApiUrl && { slackApiUrl: settings.slackApiUrl }),
  });
  return async (method, args, shape) => {
    try {
      const answer = shape.safeParse(await client.apiCall(method, args));
      if (answer.success) return { ok: true, value: answer.data };
      return { ok: false, fault: { how: 'unclear', error: 'unreadable_answer' } };
    } catch (thrown) {
      return { ok: false, fault: faultOf(thrown) };
    }
  };
}

/** Without a Retry-After the SDK turns a 429 into an error that looks like any other: it gets one. */
function withRetryAfter(fetch: Fetch): FetchFunction {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.status !== 429 || Number.isInteger(Number.parseInt(response.headers.get('retry-after') ?? '', 10))) return response;
    return new Response(null, { status: 429, headers: { 'retry-after': String(UNSAID_WAIT_SECONDS) } });
  };
}
