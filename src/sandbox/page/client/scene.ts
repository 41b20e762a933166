// What one person has in front of them, as the sandbox tells it, and the few deeds that may be done about it.
import type { Block, Held } from './blocks/block-kit.ts';

export interface SceneFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  /** In bytes. */
  size: number;
  alt: string;
}

export interface SceneMessage {
  ts: string;
  user: string;
  text: string;
  blocks: Block[];
  edited: boolean;
  onlyForMe: boolean;
  threadTs?: string;
  /** Of the message that a thread began with. */
  replies?: { count: number; people: string[]; latest: string };
  reactions: { name: string; count: number }[];
  files: SceneFile[];
}

export interface SceneConversation {
  id: string;
  kind: 'channel' | 'private' | 'dm' | 'group';
  name: string;
  members: string[];
  archived: boolean;
  topic: string;
  bookmarks: { id: string; title: string; link: string }[];
  /** Whether the bot is in it. */
  withBot: boolean;
  count: number;
  unread: number;
  /** The latest message that has been read. */
  readTo: string;
}

/** Messages of one conversation or one thread, oldest first. */
export interface SceneMessages {
  messages: SceneMessage[];
  /** Whether there are older ones that have not been fetched. */
  earlier: boolean;
}

export interface SceneView {
  id: string;
  title: string;
  submit?: string;
  close: string;
  blocks: Block[];
}

export interface ScenePerson {
  id: string;
  name: string;
  handle: string;
  title: string;
  timeZone: string;
  kind: 'member' | 'guest' | 'bot' | 'external' | 'deactivated';
  admin: boolean;
  /** What else their profile says: `['Finance']`. */
  details: string[];
}

/** A line that may be typed: `/coachingpairs pause`, what may follow it, and what it does. */
export interface Line {
  line: string;
  args?: string;
  help: string;
  organisers?: boolean;
}

export interface Scene {
  now: string;
  team: string;
  lines: Line[];
  bot: { id: string; name: string };
  me: string;
  /** Everyone but the bot; whoever is deactivated too. */
  people: ScenePerson[];
  conversations: SceneConversation[];
  /** What the open conversation says. */
  said: SceneMessages;
  /** What the open thread says, its first message in front. */
  thread?: SceneMessages;
  home?: { id: string; blocks: Block[] };
  /** The views that are open, the lowest first: only the last can be acted in. */
  modals: SceneView[];
  /** Marks at the fields of the top modal, by block id. */
  faults: Record<string, string>;
  /** What Slack itself has said about the last deed. */
  notice?: string;
  /** Whether the page may move the clock. */
  clock: boolean;
}

/** Something the acting person does. */
export type Deed =
  | { do: 'type'; line: string; where: string }
  | { do: 'say'; text: string; where: string; thread?: string; file?: { name: string; text: string } }
  | { do: 'edit'; ts: string; where: string; text: string }
  | { do: 'delete'; ts: string; where: string }
  | { do: 'press'; at: Place; block: string; action: string }
  | { do: 'choose'; at: Place; block: string; action: string; option: Held }
  | { do: 'fill' | 'submit'; values: ViewValues }
  | { do: 'close'; all?: true }
  | { do: 'home' };

/** Where a control stands. */
export type Place = { channel: string; ts: string } | { view: string };

/** What the inputs of a view hold, by block id. */
export type ViewValues = Record<string, Held>;
