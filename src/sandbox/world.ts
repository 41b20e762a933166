// A small Slack as plain state: what there is, not how it is reached. Times are seconds since 1970 where Slack says seconds, else milliseconds.

import type { ResponseUrl, Screen, Trigger, View } from './screen.ts';

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
  /** The next stretch in which they want no notifications, in seconds. */
  dnd?: { from: number; to: number };
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
  /** What Slack shows below of the pages that the text links to. */
  attachments?: Block[];
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

export interface TextFile {
  name: string;
  text: string;
}

/** What goes into one input: a text, a choice, several choices, or files. */
export type Filling = string | string[] | TextFile | TextFile[];
