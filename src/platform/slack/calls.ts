// The calls to Slack that answer a person who is looking, or that may be repeated freely. Messages that a person could miss never go this
// way: they are outbox rows. Every call gives a result instead of throwing: a refusal is a fact to live with, not a fault.
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { DecodedText } from '../text-encoding.ts';
import { type Api, type CallSettings, openApi } from './api.ts';
import { undisturbed } from './dnd.ts';
import { completeUpload, fileText, type Upload, upload } from './files.ts';
import { everyPage } from './pages.ts';
import { personFrom, userShape } from './person.ts';
import { fieldsFrom, fieldsShape, type ProfileField, profileFrom, profileShape } from './profiles.ts';
import { cut, inert } from './text.ts';

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

export interface SlackChannel {
  id: string;
  name: string;
  isMember: boolean;
  isArchived: boolean;
  isPrivate: boolean;
  /** A direct or group conversation, which is no channel. */
  isGroup: boolean;
}

export interface Slack {
  person: (user: string) => Promise<Called<SlackPerson>>;
  personByEmail: (email: string) => Promise<Called<SlackPerson>>;
  /** What the workspace's own profile fields say of someone, by field id. */
  profileOf: (user: string) => Promise<Called<ReadonlyMap<string, string>>>;
  /** The fields that the workspace has added to everybody's profile. */
  profileFields: () => Promise<Called<ProfileField[]>>;
  /** Everyone in the workspace, all pages: two calls where 300 addresses would be 300. */
  people: () => Promise<Called<SlackPerson[]>>;
  /** Members of a channel, all pages. */
  members: (channel: string) => Promise<Called<string[]>>;
  channel: (channel: string) => Promise<Called<SlackChannel>>;
  openModal: (triggerId: string, view: ModalView) => Promise<Called<{ id: string; hash: string }>>;
  pushModal: (triggerId: string, view: ModalView) => Promise<Called<{ id: string; hash: string }>>;
  updateModal: (viewId: string, view: ModalView, hash?: string) => Promise<Called<{ id: string; hash: string }>>;
  publishHome: (user: string, view: HomeView) => Promise<Called<void>>;
  updateMessage: (channel: string, ts: string, message: { text: string; blocks: KnownBlock[] }) => Promise<Called<void>>;
  /** Until when each of these people wants no notifications, of those who want none just now. Asked once, for two seconds: nothing waits for it. */
  undisturbed: (users: readonly string[]) => Promise<Called<ReadonlyMap<string, Temporal.Instant>>>;
  /** The text of a file that a person shared with the bot, at most `maxBytes` of it; with `from`, only of one that is theirs. */
  fileText: (fileId: string, maxBytes: number, from?: string) => Promise<Called<DecodedText>>;
  /** Hands a picture to Slack for a message that will show it; returns the file's id. Nobody sees it until then. */
  addPicture: (picture: Upload) => Promise<Called<string>>;
  /** Hands a file to one person in their conversation with the bot; `alt` says what a picture shows. */
  sendFile: (
    user: string,
    file: { name: string; title: string; bytes: Uint8Array; comment?: string; alt?: string },
  ) => Promise<Called<void>>;
}

const text = z.string().catch('');
const user = z.object({ user: userShape });
/** Some Slack-like servers say only that the view stands open; without its id it cannot be changed later. */
const opened = z.object({ view: z.object({ id: text, hash: text }).catch({ id: '', hash: '' }) });
const nothing = z.object({});
const conversation = z.object({
  channel: z.object({
    id: z.string(),
    name: z.string().nullish(),
    is_member: z.boolean().nullish(),
    is_archived: z.boolean().nullish(),
    is_private: z.boolean().nullish(),
    is_mpim: z.boolean().nullish(),
    is_im: z.boolean().nullish(),
  }),
});

/** The calls, over the client the settings describe. */
export function slackCalls(settings: CallSettings): Slack {
  const api = openApi(settings);
  const personOf = (answer: z.infer<typeof user>) => personFrom(answer.user, settings.workspace);
  const viewOf = (answer: z.infer<typeof opened>) => answer.view;
  return {
    person: async (id) => map(await api.repeatable('users.info', { user: id }, user), personOf),
    personByEmail: async (email) => map(await api.repeatable('users.lookupByEmail', { email }, user), personOf),
    profileOf: async (id) => map(await api.swiftly('users.profile.get', { user: id }, profileShape), profileFrom),
    profileFields: async () => map(await api.swiftly('team.profile.get', {}, fieldsShape), fieldsFrom),
    people: async () => {
      const found = await everyPage(api, 'users.list', {}, userShape);
      return map(found, (users) => users.map((each) => personFrom(each, settings.workspace)));
    },
    members: async (channel) => map(await everyPage(api, 'conversations.members', { channel }, z.string()), (ids) => [...new Set(ids)]),
    channel: async (id) => map(await api.repeatable('conversations.info', { channel: id }, conversation), channelOf),
    openModal: async (trigger_id, view) => map(await api.swiftly('views.open', { trigger_id, view }, opened), viewOf),
    pushModal: async (trigger_id, view) => map(await api.swiftly('views.push', { trigger_id, view }, opened), viewOf),
    updateModal: async (view_id, view, hash) =>
      map(await api.repeatable('views.update', { view_id, view, ...(hash && { hash }) }, opened), viewOf),
    publishHome: async (user_id, view) => map(await api.repeatable('views.publish', { user_id, view }, nothing), () => undefined),
    updateMessage: async (channel, ts, { text, blocks }) =>
      map(
        await api.repeatable('chat.update', { channel, ts, text: cut(inert(text), 3900), blocks, parse: 'none' }, nothing),
        () => undefined,
      ),
    undisturbed: (users) => undisturbed(api, users),
    fileText: (id, maxBytes, from) => fileText(api, id, maxBytes, from),
    addPicture: (picture) => addPicture(api, picture),
    sendFile: (to, file) => sendFile(api, to, file),
  };
}

function map<A, B>(called: Called<A>, change: (value: A) => B): Called<B> {
  return called.ok ? { ok: true, value: change(called.value) } : called;
}

function channelOf({ channel }: z.infer<typeof conversation>): SlackChannel {
  return {
    id: channel.id,
    name: channel.name ?? channel.id,
    isMember: channel.is_member ?? true,
    isArchived: channel.is_archived ?? false,
    isPrivate: channel.is_private ?? false,
    isGroup: channel.is_mpim === true || channel.is_im === true,
  };
}

async function addPicture(api: Api, picture: Upload): Promise<Called<string>> {
  const uploaded = await upload(api, picture);
  if (!uploaded.ok) return uploaded;
  const completed = await completeUpload(api, { id: uploaded.value, title: picture.title });
  return completed.ok ? uploaded : completed;
}

async function sendFile(api: Api, to: string, file: Parameters<Slack['sendFile']>[1]): Promise<Called<void>> {
  const dm = await api.repeatable('conversations.open', { users: to }, z.object({ channel: z.object({ id: z.string() }) }));
  if (!dm.ok) return dm;
  const uploaded = await upload(api, file);
  if (!uploaded.ok) return uploaded;
  const sharing = { channel: dm.value.channel.id, ...(file.comment && { comment: file.comment }) };
  return completeUpload(api, { id: uploaded.value, title: file.title }, sharing);
}
