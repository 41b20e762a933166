// What the doctor asks Slack: who the tokens are, what they may do, and what time it is there. Nothing is changed by asking.
import type { Settings } from '../platform/config.ts';
import type { Real } from './command-line.ts';
import type { Finding } from './findings.ts';
import { optional, scopes } from './scopes.ts';

/** Slack refuses signed requests that are older than five minutes; a minute is the time to set the clock right. */
const MOST_SKEW_SECONDS = 60;
const PATIENCE_MS = 10_000;

const botPage = 'api.slack.com/apps → your app → OAuth & Permissions';
const appPage = 'api.slack.com/apps → your app → Basic Information → App-Level Tokens';

export type SlackSettings = Pick<Settings, 'botToken' | 'appToken' | 'apiUrl' | 'mode'>;

interface Asked {
  error: string | undefined;
  body: Record<string, unknown>;
  headers: Headers;
}

/** Everything that can be known of Slack with these settings. */
export async function checkSlack(settings: SlackSettings, { now }: Pick<Real, 'now'>): Promise<Finding[]> {
  const bot = await ask(settings, 'auth.test', settings.botToken);
  const findings = [botToken(bot), ...(bot.error ? [] : [granted(bot), clock(bot, now().epochMilliseconds)])];
  if (settings.mode === 'socket') findings.push(appToken(await ask(settings, 'apps.connections.open', settings.appToken ?? '')));
  return findings;
}

async function ask({ apiUrl = 'https://slack.com/api/' }: SlackSettings, method: string, token: string): Promise<Asked> {
  try {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' };
    const response = await fetch(`${apiUrl}${method}`, { method: 'POST', headers, signal: AbortSignal.timeout(PATIENCE_MS) });
    const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    const error = body.ok === true ? undefined : String(body.error ?? `http_${response.status}`);
    return { error, body, headers: response.headers };
  } catch {
    return { error: 'unreachable', body: {}, headers: new Headers() };
  }
}

function botToken({ error, body }: Asked): Finding {
  if (!error)
    return {
      what: 'SLACK_BOT_TOKEN',
      good: true,
      told: `is the bot ${String(body.user ?? '')} in the workspace ${String(body.team ?? '')}`,
    };
  if (error === 'unreachable')
    return { what: 'Slack', good: false, told: 'does not answer', todo: 'Check the network, the proxy, and SLACK_API_URL.' };
  return {
    what: 'SLACK_BOT_TOKEN',
    good: false,
    told: `is refused by Slack (${error})`,
    todo: `Copy the Bot User OAuth Token again: ${botPage}.`,
  };
}

function granted({ headers }: Asked): Finding {
  const said = headers.get('x-oauth-scopes');
  if (said === null) return { what: 'Scopes', good: true, told: 'are not told by this server' };
  const has = new Set(said.split(/,\s*/));
  const missing = Object.keys(scopes).filter((scope) => !has.has(scope));
  if (missing.length === 0) return { what: 'Scopes', good: true, told: 'are all there' };
  const losses = missing.map((scope) => `${scope} is missing: ${scopes[scope]}`).join('; ');
  if (missing.every((scope) => optional.has(scope)))
    return { what: 'Scopes', good: true, told: `are all there that are needed; ${losses}` };
  return { what: 'Scopes', good: false, told: losses, todo: `Add them under Bot Token Scopes and reinstall the app: ${botPage}.` };
}

function clock({ headers }: Asked, here: number): Finding {
  const there = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(there)) return { what: 'Clock', good: true, told: 'cannot be compared: this server does not tell the time' };
  const seconds = Math.round((here - there) / 1000);
  if (Math.abs(seconds) <= MOST_SKEW_SECONDS) return { what: 'Clock', good: true, told: "agrees with Slack's" };
  const how = `${Math.abs(seconds)} seconds ${seconds > 0 ? 'ahead of' : 'behind'} Slack's`;
  return { what: 'Clock', good: false, told: `is ${how}`, todo: 'Let the machine set its clock over the network (NTP).' };
}

function appToken({ error }: Asked): Finding {
  if (!error) return { what: 'SLACK_APP_TOKEN', good: true, told: 'opens Socket Mode' };
  const todo =
    error === 'missing_scope' || error === 'not_allowed_token_type'
      ? `Make an app-level token with the scope connections:write: ${appPage}.`
      : `Copy the app-level token again: ${appPage}. Socket Mode must be switched on for the app.`;
  return { what: 'SLACK_APP_TOKEN', good: false, told: `is refused by Slack (${error})`, todo };
}
