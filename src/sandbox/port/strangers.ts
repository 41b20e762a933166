// Who may ask at a port of the sandbox: programs on this machine, and pages that the port itself handed out. Whoever has it open looks at other sites,
// too, in the same browser: none of them may act in it or read of it, neither from its own address nor under a name that it has turned into this one.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';

/** What goes with everything that a browser may be given, unless it says something else itself. */
const KEEP_TO_ITSELF = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** Names that nobody can register, so that no other site can turn them into this address. */
const OWN_NAMES = /^[^.]+$|\.(?:localhost|local|internal|test)$/;

/** Answers whoever may not ask, and whoever asks for something unreadable; false for all others. `hosts` are names under which the port is known. */
export function turnedAway(request: IncomingMessage, response: ServerResponse, hosts: readonly string[] = []): boolean {
  for (const [name, value] of Object.entries(KEEP_TO_ITSELF)) response.setHeader(name, value);
  const refused = refusal(request, hosts);
  if (!refused) return false;
  response.writeHead(refused.status, { 'content-type': 'application/json; charset=utf-8', connection: 'close' });
  response.end(JSON.stringify({ ok: false, error: refused.error }));
  return true;
}

/** Why a request is not answered. */
export function refusal(request: IncomingMessage, hosts: readonly string[]): { status: number; error: string } | undefined {
  if (!URL.canParse(request.url ?? '/', 'http://sandbox')) return { status: 400, error: 'This address cannot be read.' };
  if (!isKnown(request.headers.host, hosts))
    return { status: 403, error: 'This is answered under localhost only, or under the address it was started with.' };
  if (isFromElsewhere(request))
    return { status: 403, error: 'This was asked by a page of another site. Only pages of this address are answered.' };
  return undefined;
}

function isKnown(host: string | undefined, hosts: readonly string[]): boolean {
  if (host === undefined) return true;
  if (!URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  return isIP(hostname.replace(/^\[|\]$/g, '')) > 0 || OWN_NAMES.test(hostname) || hosts.includes(hostname);
}

/** Browsers say where a request comes from; where they do not, they name the page's address with everything but a plain look. */
function isFromElsewhere({ method, headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return false;
  // Somebody follows a link to the page.
  if (site !== undefined) return method !== 'GET' || headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document';
  const { origin } = headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== headers.host?.toLowerCase());
}
