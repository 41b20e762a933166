// What one person has in front of them, as the sandbox tells it, and the few deeds that may be done about it.
import type { Block, Held } from './shapes.ts';

export interface SceneMessage {
  ts: string;
  user: string;
  text: string;
  blocks: Block[];
  edited: boolean;
  onlyForMe: boolean;
  threadTs?: string;
  files: { id: string; name: string; title: string }[];
}

export interface SceneConversation {
  id: string;
  kind: 'channel' | 'private' | 'dm' | 'group';
  name: string;
  members: string[];
  /** Only of the open conversation. */
  messages: SceneMessage[];
  count: number;
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
  title: string;
  timeZone: string;
  kind: string;
  admin: boolean;
}

export interface Scene {
  now: string;
  team: string;
  /** The whole lines that may be typed, with their help. */
  lines: { line: string; help: string }[];
  bot: { id: string; name: string };
  me: string;
  people: ScenePerson[];
  conversations: SceneConversation[];
  home?: { id: string; blocks: Block[] };
  modal?: SceneView;
  faults: Record<string, string>;
  notice?: string;
  /** Whether the page may move the clock. */
  clock: boolean;
}

/** Something the acting person does. */
export type Deed =
  | { do: 'type'; line: string; where: string }
  | { do: 'say'; text: string; where: string; file?: { name: string; text: string } }
  | { do: 'edit'; ts: string; where: string; text: string }
  | { do: 'delete'; ts: string; where: string }
  | { do: 'press'; at: Place; block: string; action: string }
  | { do: 'choose'; at: Place; block: string; action: string; option: Held }
  | { do: 'fill' | 'submit'; values: ViewValues }
  | { do: 'close' }
  | { do: 'home' };

/** Where a control stands. */
export type Place = { channel: string; ts: string } | { view: string };

/** What the inputs of a view hold, by block id. */
export type ViewValues = Record<string, Held>;
