// What the sandbox's control API answers, as far as the page reads it, and how that becomes part of a scene. Pure.
import type { Block, Values } from './blocks/block-kit.ts';
import { asTyped } from './blocks/held.ts';
import type { SceneConversation, SceneMessage, ScenePerson, SceneView } from './scene.ts';

export interface OverviewSight {
  team: { name: string };
  app: { botUser: string; name: string };
  now: string;
  movable: boolean;
  people: (Omit<ScenePerson, 'details'> & { fields: Record<string, string> })[];
}

export interface ViewSight {
  id: string;
  title: { text: string };
  submit?: { text: string } | null;
  close?: { text: string } | null;
  blocks: Block[];
  state: { values: Values };
  errors?: Record<string, string>;
}

export interface ScreenSight {
  now: string;
  conversations: ConversationSight[];
  modals: ViewSight[];
  modal: ViewSight | null;
  home: ViewSight | null;
  notice: string | null;
}

export type ConversationSight = Omit<SceneConversation, 'withBot'> & { withApp: boolean; latest: string };

interface FileSight {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  alt_txt?: string;
}

export interface MessageSight {
  ts: string;
  user: string;
  text: string;
  blocks?: Block[];
  edited?: object;
  is_ephemeral: boolean;
  thread_ts?: string;
  reply_count?: number;
  reply_users?: string[];
  latest_reply?: string;
  reactions?: { name: string; count: number }[];
  files?: FileSight[];
}

export interface MessagesSight {
  messages: MessageSight[];
  earlier: boolean;
}

export interface ChangeSight {
  what: string;
  conversation?: string;
  person?: string;
}

export function personFrom({ fields, ...person }: OverviewSight['people'][number]): ScenePerson {
  return { ...person, details: Object.values(fields).filter((value) => value !== '') };
}

export function messageFrom(sight: MessageSight): SceneMessage {
  const { ts, user, text, blocks = [], edited, is_ephemeral: onlyForMe, thread_ts: threadTs, reactions = [], files = [] } = sight;
  const { reply_count: count = 0, reply_users: people = [], latest_reply: latest = '' } = sight;
  return {
    ...{ ts, user, text, blocks, edited: edited !== undefined, onlyForMe },
    ...(threadTs && { threadTs }),
    ...(count > 0 && { replies: { count, people, latest } }),
    reactions: reactions.map((one) => ({ name: one.name, count: one.count })),
    files: files.map(({ id, name, title, mimetype, size, alt_txt }) => ({ id, name, title, mimetype, size, alt: alt_txt ?? '' })),
  };
}

/** A view as its person left it: what they typed stands in its fields. */
export function viewFrom({ id, title, submit, close, blocks, state }: ViewSight): SceneView {
  return {
    id,
    title: title.text,
    ...(submit && { submit: submit.text }),
    close: close?.text ?? 'Close',
    blocks: asTyped(blocks, state.values),
  };
}

export function conversationFrom({ withApp, latest: _latest, ...conversation }: ConversationSight): SceneConversation {
  return { ...conversation, withBot: withApp };
}
