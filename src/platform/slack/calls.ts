// The calls to Slack that answer a person who is looking, or that may be repeated freely. Messages that a person could miss never go this
// way: they are outbox rows. Every call gives a result instead of throwing: a refusal is a fact to live with, not a fault.
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { DecodedText } from '../text-encoding.ts';
import { type CallSettings, openApi } from './api.ts';
import { type Called, done, map } from './called.ts';
import { type ChannelCalls, channelCalls } from './channels.ts';
import { undisturbed } from './dnd.ts';
import { fileText } from './files.ts';
import { everyPage } from './pages.ts';
import { personFrom, userShape } from './person.ts';
import { fieldsFrom, fieldsShape, type ProfileField, profileFrom, profileShape } from './profiles.ts';
import { type SharingCalls, sharingCalls } from './sharing.ts';
import { cut, inert } from './text.ts';

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

export interface Slack extends ChannelCalls, SharingCalls {
  person: (user: string) => Promise<Called<SlackPerson>>;
  personByEmail: (email: string) => Promise<Called<SlackPerson>>;
  /** What the workspace's own profile fields say of someone, by field id. */
  profileOf: (user: string) => Promise<Called<ReadonlyMap<string, string>>>;
  /** The fields that the workspace has added to everybody's profile. */
  profileFields: () => Promise<Called<ProfileField[]>>;
  /** Everyone in the workspace, all pages: two calls where 300 addresses would be 300. */
  people: () => Promise<Called<SlackPerson[]>>;
  openModal: (triggerId: string, view: ModalView) => Promise<Called<{ id: string; hash: string }>>;
  pushModal: (triggerId: string, view: ModalView) => Promise<Called<{ id: string; hash: string }>>;
  updateModal: (viewId: string, view: ModalView, hash?: string) => Promise<Called<{ id: string; hash: string }>>;
  publishHome: (user: string, view: HomeView) => Promise<Called<void>>;
  updateMessage: (channel: string, ts: string, message: { text: string; blocks: KnownBlock[] }) => Promise<Called<void>>;
  /** Takes a message of the bot's own back, if it still stands. */
  deleteMessage: (channel: string, ts: string) => Promise<Called<void>>;
  /** Until when each of these people wants no notifications, of those who want none just now. Asked once, for two seconds: nothing waits for it. */
  undisturbed: (users: readonly string[]) => Promise<Called<ReadonlyMap<string, Temporal.Instant>>>;
  /** The text of a file that a person shared with the bot, at most `maxBytes` of it; with `from`, only of one that is theirs. */
  fileText: (fileId: string, maxBytes: number, from?: string) => Promise<Called<DecodedText>>;
}

const text = z.string().catch('');
const user = z.object({ user: userShape });
/** Some Slack-like servers say only that the view stands open; without its id it cannot be changed later. */
const opened = z.object({ view: z.object({ id: text, hash: text }).catch({ id: '', hash: '' }) });
const nothing = z.object({});
/** The calls, over the client the settings describe. */
export function slackCalls(settings: CallSettings): Slack {
  const api = openApi(settings);
  const personOf = (answer: z.infer<typeof user>) => personFrom(answer.user, settings.workspace);
  const viewOf = (answer: z.infer<typeof opened>) => answer.view;
  return {
    ...channelCalls(api),
    ...sharingCalls(api),
    person: async (id) => map(await api.repeatable('users.info', { user: id }, user), personOf),
    personByEmail: async (email) => map(await api.repeatable('users.lookupByEmail', { email }, user), personOf),
    profileOf: async (id) => map(await api.swiftly('users.profile.get', { user: id }, profileShape), profileFrom),
    profileFields: async () => map(await api.swiftly('team.profile.get', {}, fieldsShape), fieldsFrom),
    people: async () => {
      const found = await everyPage(api, 'users.list', {}, userShape);
      return map(found, (users) => users.map((each) => personFrom(each, settings.workspace)));
    },
    openModal: async (trigger_id, view) => map(await api.swiftly('views.open', { trigger_id, view }, opened), viewOf),
    pushModal: async (trigger_id, view) => map(await api.swiftly('views.push', { trigger_id, view }, opened), viewOf),
    updateModal: async (view_id, view, hash) =>
      map(await api.repeatable('views.update', { view_id, view, ...(hash && { hash }) }, opened), viewOf),
    publishHome: async (user_id, view) => done(await api.repeatable('views.publish', { user_id, view }, nothing)),
    updateMessage: async (channel, ts, { text, blocks }) =>
      done(await api.repeatable('chat.update', { channel, ts, text: cut(inert(text), 3900), blocks, parse: 'none' }, nothing)),
    deleteMessage: async (channel, ts) => done(await api.once('chat.delete', { channel, ts }, nothing), ['message_not_found']),
    undisturbed: (users) => undisturbed(api, users),
    fileText: (id, maxBytes, from) => fileText(api, id, maxBytes, from),
  };
}
