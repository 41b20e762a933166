// A pressed button or a changed choice: acknowledged at once, then done, then answered where it was pressed.
import { answerPress } from './answers.ts';
import { turnedAway } from './guard.ts';
import { type HeardPress, heardPress } from './heard.ts';
import { StaleForm } from './inputs.ts';
import { mishap } from './mishap.ts';
import type { Hearing } from './on-command.ts';
import type { Answer, Press } from './spoken.ts';

/** Controls that a form reads when it is submitted: nobody need listen to them. */
const QUIET_IN_FORMS = /^(?!button$|overflow$)/;

export type Presses = Readonly<Record<string, Press>>;

/** Hears presses; one that arrives again while the first is still being done is the same press. */
export function pressHearer(hearing: Hearing, presses: Presses): (body: unknown, ack: () => Promise<void>) => Promise<void> {
  const underWay = new Set<string>();
  return async (body, ack) => {
    await ack();
    const heard = heardPress(body);
    if (!heard || underWay.has(heard.key)) return;
    underWay.add(heard.key);
    try {
      const answer = await run(hearing, presses, heard);
      if (answer) await answerPress(hearing.tools, hearing.fetch, heard, answer);
    } finally {
      underWay.delete(heard.key);
    }
  };
}

async function run({ tools, guard }: Hearing, presses: Presses, heard: HeardPress): Promise<Answer | undefined> {
  const press = Object.hasOwn(presses, heard.pressed.action) ? presses[heard.pressed.action] : undefined;
  if (!press && (heard.isLink || (heard.place !== 'message' && QUIET_IN_FORMS.test(heard.control)))) return undefined;
  const turned = guard.turns(tools, heard);
  if (turned) return turnedAway(tools, turned);
  if (!press) return { text: tools.content.say('app.stale') };
  try {
    return await press(tools, heard.pressed);
  } catch (fault) {
    if (fault instanceof StaleForm) return { text: tools.content.say('app.stale') };
    return { text: tools.content.say('app.fault', { reference: mishap(tools, heard.pressed.action, fault) }) };
  }
}
