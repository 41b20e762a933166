// What went wrong with a call to Slack, as a plain value. The one question that matters is whether Slack may have acted on it all the same.
import { ErrorCode } from '@slack/web-api';
import { z } from 'zod';

export type Fault =
  /** Slack answered, and said no. */
  | { how: 'refused'; error: string; needed?: string }
  /** Slack did nothing and asks to wait. */
  | { how: 'limited'; seconds: number }
  /** The request never left: nothing can have happened. */
  | { how: 'unreached'; error: string }
  /** Slack may have acted: the answer was lost, late, broken, or says so itself. */
  | { how: 'unclear'; error: string };

/** How long to wait where Slack says that it is too much, but not for how long. */
export const UNSAID_WAIT_SECONDS = 30;

const thrownShape = z.object({
  code: z.string().optional(),
  statusCode: z.number().optional(),
  retryAfter: z.number().optional(),
  data: z
    .object({
      error: z.unknown(),
      needed: z.string().optional().catch(undefined),
      response_metadata: z.object({ retryAfter: z.number().optional() }).optional().catch(undefined),
    })
    .optional(),
});

/** Connections that failed before a byte of the request was written. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Slack says of these that part of the work may have been done. */
const PERHAPS_DONE = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);

const TOO_MUCH = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

/** Reads whatever a Slack client threw. */
export function faultOf(thrown: unknown): Fault {
  const shape = thrownShape.safeParse(fieldsOf(thrown)).data ?? {};
  if (shape.code === ErrorCode.RateLimitedError) return limited(shape.retryAfter);
  if (shape.code === ErrorCode.HTTPError) return { how: 'unclear', error: `http_${shape.statusCode ?? 'unknown'}` };
  if (shape.code === ErrorCode.PlatformError && shape.data) return refusalOf(shape.data);
  const connection = connectionCode(thrown);
  if (connection && NEVER_LEFT.has(connection)) return { how: 'unreached', error: connection };
  return { how: 'unclear', error: connection ?? 'connection_lost' };
}

function refusalOf(data: NonNullable<z.infer<typeof thrownShape>['data']>): Fault {
  const error = typeof data.error === 'string' ? data.error : '';
  // The SDK hands over the text of an answer that is not JSON as if it were an error code.
  if (!/^[a-z][a-z0-9_:.-]{0,79}$/i.test(error)) return { how: 'unclear', error: 'unreadable_answer' };
  if (TOO_MUCH.has(error)) return limited(data.response_metadata?.retryAfter);
  if (PERHAPS_DONE.has(error)) return { how: 'unclear', error };
  return { how: 'refused', error, ...(data.needed && { needed: data.needed }) };
}

function limited(seconds = UNSAID_WAIT_SECONDS): Fault {
  return { how: 'limited', seconds: Math.max(1, seconds) };
}

function fieldsOf(thrown: unknown): object {
  if (typeof thrown !== 'object' || thrown === null) return {};
  const { code, statusCode, retryAfter, data } = thrown as Record<string, unknown>;
  return { code, statusCode, retryAfter, data };
}

/** The system's code of a failed connection, which fetch hides behind one or two causes. */
function connectionCode(thrown: unknown, depth = 0): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || depth > 4) return undefined;
  const { code, name, cause } = thrown as Record<string, unknown>;
  const inner = connectionCode(cause, depth + 1);
  if (inner) return inner;
  if (name === 'TimeoutError') return 'timeout';
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code) ? code : undefined;
}
