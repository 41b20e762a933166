// The private look back as a form and to read, and the questions that a pair talks over at its last meeting. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { context, modal, section } from '../../../platform/slack/blocks.ts';
import { answered, box, type Texts } from './box-view.ts';
import { LENGTHS, LOOKING_BACK, TOGETHER } from './plan.ts';

/** The look back, with what was written before; `taps` are the inputs of the self-check, then and now, as long as they count. */
export function lookBackForm(content: Content, { pair, answers, taps }: { pair: string; answers: Texts; taps: KnownBlock[] }): ModalView {
  return modal({
    callback: 'reviewing.look-back',
    title: 'Look back',
    submit: 'Keep it',
    close: 'Cancel',
    about: JSON.stringify({ pair }),
    blocks: [
      context(content.say('reviewing.look-back.who')),
      ...LOOKING_BACK.map((id) => box({ block: id, label: content.plain(id), most: LENGTHS.lookBack, initial: answers[id] })),
      ...(taps.length > 0 ? [context(content.say('reviewing.look-back.taps')), ...taps] : []),
    ],
  });
}

/** The look back to read, once it can no longer be changed. */
export function lookBackModal(content: Content, answers: Texts | 'broken' | undefined): ModalView {
  const [about, body]: [string, KnownBlock[]] =
    answers === undefined
      ? [content.say('reviewing.look-back.none'), []]
      : [
          content.say('reviewing.look-back.read'),
          answers === 'broken' ? [section(content.say('reviewing.look-back.broken'))] : answered(content, LOOKING_BACK, answers),
        ];
  return modal({ callback: 'reviewing.look-back-read', title: 'My look back', blocks: [context(about), ...body] });
}

/** The questions for the ten minutes together, with the plan of the meeting. */
export function togetherModal(content: Content, { trio }: { trio: boolean }): ModalView {
  const plan = trio ? 'coaching.meeting.plan.closing.trio' : 'plan.closing';
  const questions = TOGETHER.map((id) => content.say('reviewing.together.question', { question: content.plain(id) }));
  const blocks = [section(content.say(plan)), section(questions.join('\n')), context(content.say('reviewing.together'))];
  return modal({ callback: 'reviewing.together', title: 'Our closing meeting', blocks });
}
