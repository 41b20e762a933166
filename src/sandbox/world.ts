// A small Slack as plain state: what there is, not how it is reached. Times are seconds since 1970 where Slack says seconds, else milliseconds.

export interface Team {
  id: string;
  name: string;
  domain: string;
}

export interface Person {
  id: string;
  name: string;
  /** The short name typed after an @: `amina`. */
  handle: string;
  email: string;
  title: string;
  timeZone: string;
  kind: 'member' | 'guest' | 'bot' | 'external' | 'deactivated';
  admin: boolean;
  /** Values of the workspace's own profile fields, by field id. */
  fields: Record<string, string>;
  /** Seconds; rises with every change. */
  updated: number;
}

export interface Message {
  ts: string;
  user: string;
  text: string;
  blocks: Block[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  threadTs?: string;
  editedTs?: string;
  /** Seen by this person alone. */
  onlyFor?: string;
  files?: string[];
  botId?: string;
  clientMsgId?: string;
  reactions?: { name: string; users: string[] }[];
  /** Set when the message says what someone did: `channel_join`, … */
  subtype?: string;
}

export interface Conversation {
  id: string;
  kind: 'channel' | 'private' | 'dm' | 'group';
  name: string;
  members: string[];
  archived: boolean;
  messages: Message[];
  creator: string;
  created: number;
  topic: string;
  bookmarks: { id: string; title: string; link: string; emoji: string; type: string }[];
}

/** A block or an element as an app sent it: checked before it is kept. */
export type Block = Record<string, unknown>;

export interface View {
  id: string;
  hash: string;
  user: string;
  kind: 'modal' | 'home';
  /** As the app sent it, with the ids Slack adds. */
  view: Block & { blocks: Block[] };
  /** The view this one was pushed on, if any. */
  on?: string;
  root: string;
  /** What the person has put into the inputs so far, by block id and action id, as Slack reports it. */
  state: Record<string, Record<string, Block>>;
}

export interface StoredFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  bytes: Uint8Array;
  altText: string;
  sharedIn: string[];
  user: string;
  created: number;
  /** Only a completed upload can be seen or read. */
  complete: boolean;
}

/** A token and whose it is: the bot's (`xoxb-…`) or the app's own for its sockets (`xapp-…`). */
export interface Token {
  kind: 'bot' | 'app';
  revoked: boolean;
}

/** What lets an app open a modal before a person: 3 seconds, once. */
export interface Trigger {
  user: string;
  until: number;
  used: boolean;
  /** The view whose button or submission made it: only then may the app push. */
  view?: string;
}

/** Where an app may answer an interaction: 5 times in 30 minutes. */
export interface ResponseUrl {
  user: string;
  channel: string;
  until: number;
  left: number;
  /** The message whose button was pressed. */
  ts?: string;
  threadTs?: string;
}

/** What one person has in front of them. */
export interface Screen {
  /** Ids of the open modals, the first at the bottom. */
  modals: string[];
  tab?: 'home' | 'messages';
  /** Slack's own sentence when something did not work. */
  notice?: string;
  /** Slack's marks at the fields of the top modal, by block id. */
  errors: Record<string, string>;
}

/** How the app is set up in the workspace: what its manifest says, and what was granted. */
export interface AppSettings {
  id: string;
  name: string;
  botUser: string;
  botId: string;
  scopes: string[];
  events: string[];
  commands: { command: string; shouldEscape: boolean }[];
  homeTab: boolean;
  messagesTab: boolean;
  messagesTabReadOnly: boolean;
  signingSecret: string;
}

export interface World {
  team: Team;
  app: AppSettings;
  tokens: Map<string, Token>;
  people: Map<string, Person>;
  /** Definitions of the workspace's own profile fields. */
  profileFields: { id: string; label: string; type: string }[];
  conversations: Map<string, Conversation>;
  /** Direct and group conversations by the people in them: the same set gives the same conversation. */
  byMembers: Map<string, string>;
  views: Map<string, View>;
  /** Home views by person. */
  homes: Map<string, string>;
  files: Map<string, StoredFile>;
  triggers: Map<string, Trigger>;
  responseUrls: Map<string, ResponseUrl>;
  screens: Map<string, Screen>;
  /** How many ids of each kind have been given out. */
  counters: Record<string, number>;
  /** Microseconds of the latest `ts`: no two messages share one. */
  lastTs: number;
}

/** What a person (or a page, or a test) may do in the sandbox, as one person. Everything waits until the bot has answered. */
export interface Actor {
  id: string;
  name: string;
  /** Types a line: a slash command, in `channel` (id or name; the conversation with the bot when missing). Returns what only they see. */
  types: (line: string, where?: string) => Promise<string>;
  /** Says something in the conversation with the bot (or `where`); returns its ts. `file` shares a file with it. */
  says: (text: string, where?: string, file?: TextFile) => Promise<string>;
  /** Replies in the thread of the message `ts`, in the conversation with the bot or `where`; returns the reply's ts. */
  repliesTo: (ts: string, text: string, where?: string) => Promise<string>;
  edits: (ts: string, text: string, where?: string) => Promise<void>;
  deletes: (ts: string, where?: string) => Promise<void>;
  /** Presses a button by its visible label or its action id: in the open modal if there is one, else in the latest message (anywhere they can see, their Home last) that has it. */
  presses: (label: string) => Promise<void>;
  /** Chooses in a menu (select, overflow, date, boxes) outside a form, found like a button; `control` is its placeholder, its text or its action id. */
  chooses: (control: string, option: string | string[]) => Promise<void>;
  /** Fills in the open modal by label or block id; for selects by option text or value, for people by user id or name. */
  fillsIn: (values: Record<string, Filling>) => Promise<void>;
  /** Presses the modal's submit button; returns the errors shown at its fields, by label; empty when it was accepted. */
  submits: () => Promise<Record<string, string>>;
  closes: () => Promise<void>;
  /** Opens the Home tab and returns its text. */
  opensHome: () => Promise<string>;
  /** The open modal as plain text: title, blocks, inputs with their values; `undefined` when none is open. */
  sees: () => string | undefined;
  /** Slack's own sentence when their last act did not work; `undefined` when it did. */
  notices: () => string | undefined;
  /** Everything the bot has said to them, oldest first, as plain text with buttons in square brackets: DMs, groups, channels, and what only they see. */
  reads: (where?: string) => string[];
  readsLast: (where?: string) => string;
}

export interface TextFile {
  name: string;
  text: string;
}

/** What goes into one input: a text, a choice, several choices, or a file. */
export type Filling = string | string[] | TextFile;
