// What Slack's words mean for a forum's space: whether asking again later may help, whether the channel is gone, or whether this may not be done at all.

/** Slack is busy, or could not be reached: it will pass. */
const PASSING: ReadonlySet<string> = new Set([
  'connection_lost',
  'fatal_error',
  'internal_error',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
  'team_not_available',
  'timeout',
  'unreadable_answer',
]);
const GONE: ReadonlySet<string> = new Set(['channel_not_found', 'not_in_channel', 'is_archived', 'method_not_supported_for_channel_type']);
const FORBIDDEN: ReadonlySet<string> = new Set([
  'access_denied',
  'accesslimited',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'method_deprecated',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'org_login_required',
  'team_access_not_granted',
  'unknown_method',
]);

export function passes(error: string): boolean {
  return PASSING.has(error) || /^(?:http_\w+|[A-Z][A-Z0-9_]+)$/.test(error);
}

/** The channel cannot be used any more: it was deleted or archived, or the bot was put out of it. */
export function saysGone(error: string): boolean {
  return GONE.has(error);
}

/** Whatever the channel and whoever is meant: the workspace, or the app's rights, do not allow it. */
export function isForbidden(error: string): boolean {
  return FORBIDDEN.has(error) || error.startsWith('restricted_action');
}
