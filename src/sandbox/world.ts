// A small Slack as plain state: what there is, not how it is reached.

export interface Person {
  id: string;
  name: string;
  email: string;
  title: string;
  timeZone: string;
  kind: 'member' | 'guest' | 'bot' | 'external' | 'deactivated';
  admin: boolean;
}

export interface Message {
  ts: string;
  user: string;
  text: string;
  blocks: unknown[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  threadTs?: string;
  editedTs?: string;
  /** Seen by this person alone. */
  onlyFor?: string;
  files?: string[];
  botId?: string;
}

export interface Conversation {
  id: string;
  kind: 'channel' | 'private' | 'dm' | 'group';
  name: string;
  members: string[];
  archived: boolean;
  messages: Message[];
}

export interface View {
  id: string;
  hash: string;
  user: string;
  kind: 'modal' | 'home';
  view: Record<string, unknown>;
  /** The view this one was pushed on, if any. */
  on?: string;
}

export interface StoredFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  bytes: Uint8Array;
  altText: string;
  sharedIn: string[];
}

/** What a person (or a page, or a test) may do in the sandbox, as one person. Everything waits until the bot has answered. */
export interface Actor {
  id: string;
  name: string;
  /** Types a line: a slash command, in `channel` (id or name; the conversation with the bot when missing). Returns what only they see. */
  types: (line: string, where?: string) => Promise<string>;
  /** Says something in the conversation with the bot (or `where`); returns its ts. `file` shares a file with it. */
  says: (text: string, where?: string, file?: { name: string; text: string }) => Promise<string>;
  /** Replies in the thread of the bot's message `ts`. */
  repliesTo: (ts: string, text: string) => Promise<string>;
  edits: (ts: string, text: string, where?: string) => Promise<void>;
  deletes: (ts: string, where?: string) => Promise<void>;
  /** Presses a button by its visible label or its action id: in the open modal if there is one, else in the latest message (anywhere they can see, their Home last) that has it. */
  presses: (label: string) => Promise<void>;
  /** Fills in the open modal by label or block id; for selects by option text or value, for people by user id. */
  fillsIn: (values: Record<string, string | string[]>) => Promise<void>;
  /** Presses the modal's submit button; returns the errors shown at its fields, by label; empty when it was accepted. */
  submits: () => Promise<Record<string, string>>;
  closes: () => Promise<void>;
  /** Opens the Home tab and returns its text. */
  opensHome: () => Promise<string>;
  /** The open modal as plain text: title, blocks, inputs with their values; `undefined` when none is open. */
  sees: () => string | undefined;
  /** Everything the bot has said to them, oldest first, as plain text with buttons in square brackets: DMs, groups, channels, and what only they see. */
  reads: (where?: string) => string[];
  readsLast: (where?: string) => string;
}
