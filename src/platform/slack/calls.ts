// The calls to Slack that answer a person who is looking, or that may be repeated freely. Messages that a person could miss never go this
// way: they are outbox rows. Every call gives a result instead of throwing: a refusal is a fact to live with, not a fault.
import type { HomeView, KnownBlock, ModalView } from '@slack/types';

export type Called<T> = { ok: true; value: T } | { ok: false; error: string; needed?: string };

/** A person as Slack describes them, reduced to what the programme needs. */
export interface SlackPerson {
  id: string;
  name: string;
  email: string | null;
  title: string | null;
  timeZone: string | null;
  kind: 'member' | 'guest' | 'bot' | 'external' | 'deactivated';
  workspaceAdmin: boolean;
}

export interface Slack {
  person: (user: string) => Promise<Called<SlackPerson>>;
  personByEmail: (email: string) => Promise<Called<SlackPerson>>;
  /** Members of a channel, all pages. */
  members: (channel: string) => Promise<Called<string[]>>;
  channel: (channel: string) => Promise<Called<{ id: string; name: string; isMember: boolean; isArchived: boolean; isPrivate: boolean }>>;
  openModal: (triggerId: string, view: ModalView) => Promise<Called<{ id: string; hash: string }>>;
  pushModal: (triggerId: string, view: ModalView) => Promise<Called<{ id: string; hash: string }>>;
  updateModal: (viewId: string, view: ModalView, hash?: string) => Promise<Called<{ id: string; hash: string }>>;
  publishHome: (user: string, view: HomeView) => Promise<Called<void>>;
  updateMessage: (channel: string, ts: string, message: { text: string; blocks: KnownBlock[] }) => Promise<Called<void>>;
  /** The text of a file that a person shared with the bot, at most `maxBytes` of it. */
  fileText: (fileId: string, maxBytes: number) => Promise<Called<string>>;
  /** Hands a file to one person in their conversation with the bot. */
  sendFile: (user: string, file: { name: string; title: string; bytes: Uint8Array; comment?: string }) => Promise<Called<void>>;
}
