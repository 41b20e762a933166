// What the answer to a post means for the message. Pure: this is the table of reliability, in code. Whatever is not known for certain to have
// been refused may have arrived.
import type { Fault } from '../slack/errors.ts';

export type Outcome =
  /** Nothing happened: again after so many seconds (or, without a number, after a growing while), this message or all of them. */
  | { then: 'later'; seconds?: number; whole: boolean; reason: string }
  /** It will never be taken. */
  | { then: 'dead'; reason: string }
  /** Slack takes nothing from us until an operator does something. */
  | { then: 'halt'; reason: string; needed?: string }
  /** It may have arrived. */
  | { then: 'unclear'; reason: string };

/** The person or the conversation cannot be written to; the message itself is refused; or the place is closed to us. */
const REFUSED_FOR_GOOD = new Set([
  'as_user_not_supported',
  'attachment_payload_limit_exceeded',
  'cannot_dm_bot',
  'cannot_reply_to_message',
  'channel_is_limited_access',
  'channel_not_found',
  'duplicate_channel_not_found',
  'duplicate_message_not_found',
  'file_not_found',
  'invalid_arg_name',
  'invalid_arguments',
  'invalid_array_arg',
  'invalid_attachments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_channel',
  'invalid_charset',
  'invalid_form_data',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'invalid_post_type',
  'invalid_user_combination',
  'is_archived',
  'is_inactive',
  'markdown_text_conflict',
  'messages_tab_disabled',
  'metadata_must_be_sent_from_app',
  'metadata_too_large',
  'missing_post_type',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_dual_broadcast_content_update',
  'no_text',
  'not_in_channel',
  'slack_connect_blocked_file_type',
  'slack_connect_canvas_sharing_blocked',
  'slack_connect_clip_sharing_blocked',
  'slack_connect_file_link_sharing_blocked',
  'slack_connect_file_upload_sharing_blocked',
  'slack_connect_lists_sharing_blocked',
  'too_many_attachments',
  'too_many_contact_cards',
  'too_many_users',
  'user_disabled',
  'user_not_found',
  'user_not_in_channel',
  'user_not_visible',
  'users_list_not_supplied',
  'users_not_found',
]);

/** Nothing goes out of this workspace as things are: a token, a scope, a policy. */
const HALTS_EVERYTHING = new Set([
  'access_denied',
  'accesslimited',
  'account_inactive',
  'deprecated_endpoint',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'invalid_auth',
  'method_deprecated',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'team_added_to_org',
  'team_disabled',
  'token_expired',
  'token_revoked',
  'two_factor_setup_required',
  'unknown_method',
]);

/** Slack is busy with itself: nothing was done, and it will pass. */
const PASSES = new Set(['external_channel_migrating', 'team_not_available', 'migration_in_progress']);

export function outcomeOf(fault: Fault): Outcome {
  if (fault.how === 'limited') return { then: 'later', seconds: fault.seconds, whole: true, reason: 'ratelimited' };
  if (fault.how === 'unreached') return { then: 'later', whole: true, reason: fault.error };
  if (fault.how === 'unclear') return { then: 'unclear', reason: fault.error };
  const { error, needed } = fault;
  if (isForGood(error)) return { then: 'dead', reason: error };
  if (HALTS_EVERYTHING.has(error)) return { then: 'halt', reason: error, ...(needed && { needed }) };
  if (PASSES.has(error)) return { then: 'later', seconds: 60, whole: false, reason: error };
  return { then: 'unclear', reason: error };
}

function isForGood(error: string): boolean {
  return REFUSED_FOR_GOOD.has(error) || error.startsWith('restricted_action') || error.startsWith('invalid_metadata');
}

/** Refusals of one method that leave the others as they are: what cannot be done this way may be done another way. */
const ONLY_THIS_METHOD = new Set([
  'access_denied',
  'accesslimited',
  'deprecated_endpoint',
  'method_deprecated',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'unknown_method',
]);

/** Whether a refused call tells nothing about other methods. */
export function concernsMethodOnly(reason: string): boolean {
  return ONLY_THIS_METHOD.has(reason) || !HALTS_EVERYTHING.has(reason);
}

/** Whether a refusal says that there is nobody to write to any more. */
export function saysGone(reason: string): boolean {
  return ['user_disabled', 'user_not_found', 'user_not_visible', 'users_not_found', 'cannot_dm_bot'].includes(reason);
}

/** Whether a refusal says that the blocks are at fault, and so perhaps the picture in them. */
export function blamesBlocks(reason: string): boolean {
  return ['invalid_blocks', 'invalid_blocks_format', 'file_not_found'].includes(reason);
}
