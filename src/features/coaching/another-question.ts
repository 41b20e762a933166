// "Another question": the next one of the fortnight, then the third, then the first again. The button says which question it stood beside, so
// that pressing it twice is pressing it once.
import { transact } from '../../platform/db/transact.ts';
import type { Tools } from '../../platform/tools.ts';
import { carriedInto } from './carried.ts';
import { questionOf, type Theme, themeOf } from './fortnights.ts';
import * as prompts from './prompts.ts';
import type { Opening } from './views.ts';

export type AnotherResult =
  | { ok: true; theme: Theme; prompt: string; question: number; text: string; carried: NonNullable<Opening['carried']> }
  | { ok: false; because: 'no-prompt' };

/** Moves the prompt of `user` on from question `from`. */
export async function anotherQuestion(
  tools: Tools,
  { user, prompt: id, from }: { user: string; prompt: string; from: number },
): Promise<AnotherResult> {
  const { db, workspace, content } = tools;
  return transact(db, async (tx) => {
    const prompt = await prompts.byId(tx, workspace, id);
    if (prompt?.user !== user) return { ok: false, because: 'no-prompt' };
    const theme = themeOf(content, prompt.fortnight);
    const question = (from % theme.questions.length) + 1;
    await prompts.choose(tx, id, question);
    const carried = await carriedInto(tools, tx, prompt.leader, prompt.fortnight);
    return { ok: true, theme, prompt: id, question, text: questionOf(theme, question).text, carried };
  });
}
