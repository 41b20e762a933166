// What an app can put before a person, and with what right: views, and the short-lived permits that come with every interaction.
import type { Block } from './world.ts';

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
  /** The latest message they have read, by conversation. */
  read: Record<string, string>;
}
