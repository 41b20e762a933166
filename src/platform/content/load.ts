// The words the bot says, read from Markdown files and checked before anything starts.

/** A piece of text that is already Slack mrkdwn (a mention, a date): everything else is escaped when it fills a blank. */
export interface Markup {
  mrkdwn: string;
}

export type Blanks = Record<string, string | number | Markup>;

export interface Content {
  /** The text of `id` with its blanks filled, as mrkdwn; user text is escaped. Throws on an unknown id or an unfilled blank: both are bugs. */
  say: (id: string, blanks?: Blanks) => string;
  /** The same without formatting, for `plain_text` objects, notifications and titles; nothing is escaped. */
  plain: (id: string, blanks?: Blanks) => string;
  /** The labels of the buttons that stand behind the text, in order, blanks filled. */
  buttons: (id: string, blanks?: Blanks) => string[];
  /** Whether `id` exists. */
  has: (id: string) => boolean;
  /** All ids, in the order of the files. */
  ids: () => string[];
}
