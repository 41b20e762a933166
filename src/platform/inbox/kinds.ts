// The events the program acknowledges only after they are on disk, and the few fields of each that are kept.

/** One event as its handler sees it: `fields` as allow-listed for the kind, `text` opened from its seal where there is one. */
export interface Event {
  workspace: string;
  kind: EventKind;
  fields: Record<string, string>;
  text?: string;
}

export type EventKind =
  /** fields: user, channel, ts, thread_ts?, client_msg_id?, file? (the first shared file's id); sealed: the text as it was typed. */
  | 'reply'
  /** fields: user, channel, ts; sealed: the new text. */
  | 'reply_changed'
  /** fields: user?, channel, ts. */
  | 'reply_deleted'
  /** fields: user, channel?. Not kept: it is handled at once, and whoever opens Home again asks again. */
  | 'home_opened'
  /** fields: user. Someone's profile changed, or they joined the workspace, or were deactivated. */
  | 'person_changed'
  /** fields: user, channel. */
  | 'left_channel'
  /** fields: channel, what (archived, deleted, left, unarchived, renamed). */
  | 'channel_changed'
  /** No fields: uninstalled, or tokens revoked. */
  | 'disconnected'
  /**
   * Not from Slack but from the postman: a letter that will not be seen, or waits for a decision. fields: id (of the outbox row), key,
   * letter (its kind), state (dead, organiser, operator), reason, to, user? or channel?.
   */
  | 'undelivered';
