// Hands somebody their own data, as two files in their conversation with the bot: one to read, one for other apps.
import type { Tools } from '../../platform/tools.ts';
import { myData } from './my-data.ts';
import { asJson, asText } from './my-data-file.ts';

/** Whether Slack took the files. */
export async function handOver(tools: Tools, user: string): Promise<boolean> {
  const data = await myData(tools, user);
  const bytes = (text: string) => new TextEncoder().encode(text);
  const toRead = { name: 'coaching-pairs.txt', title: 'My data, to read', bytes: bytes(asText(data)) };
  const forApps = { name: 'coaching-pairs.json', title: 'My data, for other apps', bytes: bytes(asJson(data)) };
  const sent = await tools.slack.sendFile(user, { ...toRead, comment: tools.content.plain('leaving.export.comment') });
  return sent.ok && (await tools.slack.sendFile(user, forApps)).ok;
}
