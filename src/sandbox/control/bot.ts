// Killing the bot and starting it again over the control API.
import { z } from 'zod';
import type { Stage } from '../control.ts';

const death = z.object({
  method: z.string().min(1),
  when: z.enum(['before', 'after']),
  count: z.number().int().min(1).max(1000).default(1),
});
const order = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('kill'), at: death.optional() }),
  z.strictObject({ do: z.literal('spare') }),
  z.strictObject({ do: z.literal('start') }),
]);

/** Does what is ordered, if anything is; returns whether the bot lives, and at which call it is to die. */
export async function bot(stage: Stage, body: Record<string, unknown> | undefined): Promise<Record<string, unknown>> {
  const { bot: lodger } = stage;
  if (!lodger) throw new Error('The bot does not live here: it can be killed where it runs.');
  if (body) {
    const read = order.safeParse(body);
    if (!read.success) throw new Error('Say { "do": "kill" }, "start", or "spare".');
    if (read.data.do === 'start') await lodger.start();
    else if (read.data.do === 'spare') lodger.killAt(undefined);
    else if (read.data.at) lodger.killAt(read.data.at);
    else await lodger.kill();
  }
  return { isUp: lodger.isUp(), dies: lodger.doom() ?? null };
}
