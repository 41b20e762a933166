// The Web API as a function from request to response: token, scope, limits and faults first, then the method itself.

import { later } from './agenda.ts';
import { appMethods } from './api/app.ts';
import { type Answered, type Args, type Call, type Method, refuse, textArg } from './api/call.ts';
import { channels } from './api/channels.ts';
import { chat } from './api/chat.ts';
import { conversations } from './api/conversations.ts';
import { files } from './api/files.ts';
import { historyMethods } from './api/history.ts';
import { people } from './api/people.ts';
import { views } from './api/views.ts';
import { type CallFault, callFault } from './faults.ts';
import { noteCall } from './note-call.ts';
import { countCall } from './rate.ts';
import type { SmallSlack } from './small-slack.ts';

/** Every method the small Slack knows; all others answer `unknown_method`. */
export const methods: Readonly<Record<string, Method>> = {
  ...appMethods,
  ...chat,
  ...conversations,
  ...channels,
  ...historyMethods,
  ...people,
  ...views,
  ...files,
};

export interface ApiRequest {
  method: string;
  /** From the `Authorization` header or the form's `token`. */
  token: string;
  args: Args;
}

/** An answer; or none, because the connection went away (`late`: after so many milliseconds the call still takes effect). */
export type ApiResponse = { status: number; headers: Record<string, string>; body: string } | { lost: true; late?: number };

/** Does what one request asks, or what has been ordered to go wrong with it. */
export function callApi(slack: SmallSlack, request: ApiRequest): ApiResponse {
  const fault = callFault(slack.faults, request.method);
  if (!fault) {
    const outcome = run(slack, request);
    noteCall(slack, request, { outcome });
    return answerOf(slack, request.method, outcome);
  }
  noteCall(slack, request, { fault, outcome: 'posted' in fault && fault.posted ? run(slack, request) : undefined });
  return faultily(slack, request, fault);
}

/** What the app hears of a call that goes wrong. */
function faultily(slack: SmallSlack, request: ApiRequest, fault: CallFault): ApiResponse {
  if (fault.kind === 'ratelimited') return tooMany(fault.retryAfter);
  if (fault.kind === 'late') {
    later(slack.agenda, slack.now() + fault.ms, async () => void run(slack, request));
    return { lost: true, late: fault.ms };
  }
  if (fault.kind === 'lost') return { lost: true };
  if (fault.kind === 'status')
    return { status: fault.status, headers: { 'content-type': 'text/html' }, body: '<html>upstream error</html>' };
  if (fault.kind === 'garbage') return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":tr' };
  return answerOf(slack, request.method, refuse(fault.code));
}

type Outcome = Answered | { retryAfter: number };

function run(slack: SmallSlack, request: ApiRequest): Outcome {
  const method = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
  if (!method) return refuse('unknown_method', { req_method: request.method });
  const refused = request.method === 'api.test' ? undefined : tokenFault(slack, request.token, method);
  if (refused) return refuse(refused);
  const call: Call = { slack, world: slack.world, args: request.args, now: slack.now() };
  const missing = missingScope(call, method);
  if (missing) return refuse('missing_scope', { needed: missing, provided: slack.world.app.scopes.join(',') });
  const wait = counted(slack, method)
    ? countCall(slack.buckets, { method: request.method, tier: method.tier, channel: textArg(request.args, 'channel') }, call.now)
    : 0;
  return wait > 0 ? { retryAfter: wait } : method.run(call);
}

function counted(slack: SmallSlack, method: Method): boolean {
  return slack.limits === 'all' || (slack.limits === 'posts' && method.tier === 'post');
}

function tokenFault(slack: SmallSlack, token: string, method: Method): string | undefined {
  if (token === '') return 'not_authed';
  const known = slack.world.tokens.get(token);
  if (!known) return 'invalid_auth';
  if (known.revoked) return 'token_revoked';
  return known.kind === (method.token ?? 'bot') ? undefined : 'not_allowed_token_type';
}

function missingScope(call: Call, method: Method): string | undefined {
  const scopes = typeof method.scopes === 'function' ? method.scopes(call) : (method.scopes ?? []);
  if (scopes.length === 0 || scopes.some((scope) => call.world.app.scopes.includes(scope))) return undefined;
  return scopes.join(',');
}

function answerOf(slack: SmallSlack, method: string, outcome: Outcome): ApiResponse {
  if (!('ok' in outcome)) return tooMany(outcome.retryAfter);
  const accepted = methods[method]?.scopes;
  return {
    status: 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-oauth-scopes': slack.world.app.scopes.join(','),
      ...(Array.isArray(accepted) && { 'x-accepted-oauth-scopes': accepted.join(',') }),
    },
    body: JSON.stringify(outcome),
  };
}

function tooMany(seconds: number): ApiResponse {
  return {
    status: 429,
    headers: { 'content-type': 'application/json; charset=utf-8', 'retry-after': String(seconds) },
    body: JSON.stringify({ ok: false, error: 'ratelimited' }),
  };
}
