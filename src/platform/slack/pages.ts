// Lists that Slack hands out page by page, read to their end.
import { z } from 'zod';
import type { Api } from './api.ts';
import type { Called } from './called.ts';

const PAGE = 200;
/** More pages than any real list has; the limit only ends a server that never stops. */
const MOST_PAGES = 500;

const cursorShape = z.object({
  response_metadata: z
    .object({ next_cursor: z.string().default('') })
    .optional()
    .catch(undefined),
});

/** Every member of the list that `method` answers with. One page that cannot be had makes the whole list a refusal. */
export async function everyPage<T>(
  api: Pick<Api, 'repeatable'>,
  method: string,
  args: Record<string, unknown>,
  member: z.ZodType<T>,
): Promise<Called<T[]>> {
  const list = z.array(member);
  // Lists of conversations are called otherwise.
  const ofChannels = cursorShape.extend({ channels: list }).transform(({ channels, ...rest }) => ({ ...rest, members: channels }));
  const shape = z.union([cursorShape.extend({ members: list }), ofChannels]);
  const found: T[] = [];
  let cursor = '';
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const answer = await api.repeatable(method, { ...args, limit: PAGE, ...(cursor && { cursor }) }, shape);
    if (!answer.ok) return answer;
    found.push(...answer.value.members);
    const next = answer.value.response_metadata?.next_cursor ?? '';
    if (!next || next === cursor) break;
    cursor = next;
  }
  return { ok: true, value: found };
}
