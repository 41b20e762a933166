// The states of a letter, from its enqueueing to its end.

export type State =
  /** Waits for its turn. */
  | 'pending'
  /** Claimed: the request is on its way, or the process that made it has died. */
  | 'sending'
  /** May have arrived; Slack's history will tell. */
  | 'unclear'
  /** May have arrived where the bot cannot look; an organiser decides. */
  | 'organiser'
  /** May have arrived, and nobody could find out within a day; the operator decides. */
  | 'operator'
  | 'sent'
  /** Refused for good; `reason` says why. */
  | 'dead'
  /** Not sent on purpose; `reason` says why. */
  | 'skipped';
