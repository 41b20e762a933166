// Files of the bot's own for people: a picture that a message will show, a file or several in somebody's conversation with the bot.
import { z } from 'zod';
import type { Api } from './api.ts';
import { type Called, done } from './called.ts';
import { completeUpload, type Upload, upload } from './files.ts';

export interface SharingCalls {
  /** Hands a picture to Slack for a message that will show it; returns the file's id. Nobody sees it until then. */
  addPicture: (picture: Upload) => Promise<Called<string>>;
  /** Hands a file to one person in their conversation with the bot; `alt` says what a picture shows. */
  sendFile: (user: string, file: Upload & { comment?: string }) => Promise<Called<void>>;
  /**
   * Hands several files to one person, in one message as far as Slack takes them together (ten), the words above the first. Nothing is to be seen
   * before the last has arrived.
   */
  sendFiles: (user: string, files: readonly Upload[], comment?: string) => Promise<Called<void>>;
}

/** What Slack's own clients put into one message; the API fails from the fifteenth on. */
const TOGETHER = 10;

export function sharingCalls(api: Api): SharingCalls {
  return {
    addPicture: async (picture) => {
      const uploaded = await upload(api, picture);
      if (!uploaded.ok) return uploaded;
      const completed = await completeUpload(api, [{ id: uploaded.value, title: picture.title }]);
      return completed.ok ? uploaded : completed;
    },
    sendFile: (user, { comment, ...file }) => sendFiles(api, user, [file], comment),
    sendFiles: (user, files, comment) => sendFiles(api, user, files, comment),
  };
}

const opened = z.object({ channel: z.object({ id: z.string() }) });

async function sendFiles(api: Api, user: string, files: readonly Upload[], comment?: string): Promise<Called<void>> {
  const dm = await api.repeatable('conversations.open', { users: user }, opened);
  if (!dm.ok) return dm;
  const uploaded: { id: string; title: string }[] = [];
  for (const file of files) {
    const arrived = await upload(api, file);
    if (!arrived.ok) return arrived;
    uploaded.push({ id: arrived.value, title: file.title });
  }
  for (let from = 0; from < uploaded.length; from += TOGETHER) {
    const sharing = { channel: dm.value.channel.id, ...(comment && from === 0 && { comment }) };
    const shared = await completeUpload(api, uploaded.slice(from, from + TOGETHER), sharing);
    if (!shared.ok) return shared;
  }
  return done(dm);
}
