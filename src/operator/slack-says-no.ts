// Why the bot could not start although its settings are complete, in the operator's words. Pure.
import type { Settings } from '../platform/config.ts';
import { settingsTable } from '../platform/settings-table.ts';

const ABOUT_THE_TOKEN = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'no_permission',
  'missing_scope',
  'user_removed_from_team',
  'team_disabled',
]);

/** `error` is Slack's word, or the network's. */
export function refusedBot(error: string): string {
  if (!ABOUT_THE_TOKEN.has(error)) return unreachable(error);
  return `Slack refuses SLACK_BOT_TOKEN (${error}): it was revoked, belongs to another app, or was not copied whole.\n${whereToGet('SLACK_BOT_TOKEN')}`;
}

/** The same for the way in: the app token in Socket Mode, the port in HTTP mode. */
export function refusedApp(error: string, { mode, port }: Pick<Settings, 'mode' | 'port'>): string {
  if (mode === 'http') return `Port ${port ?? ''} cannot be listened on (${error}). Is another program using it? Choose another PORT.`;
  if (!ABOUT_THE_TOKEN.has(error)) return unreachable(error);
  return `Slack refuses SLACK_APP_TOKEN (${error}): it needs the scope connections:write, and Socket Mode must be on.\n${whereToGet('SLACK_APP_TOKEN')}`;
}

function unreachable(error: string): string {
  return `Slack cannot be reached (${error}). Check the network, the proxy and SLACK_API_URL, then start again. coachingpairs doctor looks at each.`;
}

function whereToGet(setting: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'): string {
  return `Where to get it: ${settingsTable[setting].where}`;
}
