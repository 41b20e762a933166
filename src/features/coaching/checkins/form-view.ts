// The forms in which a leader writes: a commitment, smaller words for one, and a line about what they noticed. Who sees it stands beside the
// box. Pure.
import type { ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { context, input, modal, section } from '../../../platform/slack/blocks.ts';
import { radios, textBox } from '../../../platform/slack/controls.ts';
import { type Company, inWords, saidWords } from './company-view.ts';
import { LENGTHS } from './plan.ts';
import type { Words } from './sealed-commitments.ts';

/** A new commitment. Neither sharing it nor keeping it is chosen beforehand. */
export function commitForm(content: Content, company: Company, about: string): ModalView {
  const { one, other, all } = inWords(company);
  const text = other ? content.say('coaching.commitment.ask.trio', { partner: one, other }) : content.say('m.commit', { partner: one });
  const [save = ''] = content.buttons('m.commit');
  const choices = [
    { value: 'share', label: content.plain('m.commit.share', { partner: all }) },
    { value: 'keep', label: content.plain('m.commit.keep') },
  ];
  return modal({
    callback: 'coaching.commit',
    title: 'One small thing',
    submit: save,
    close: 'Cancel',
    about,
    blocks: [
      section(text),
      ...boxes(content),
      input({ block: 'seen', label: 'Who sees it', element: radios({ action: 'seen', choices }) }),
    ],
  });
}

export interface SmallerForm {
  about: string;
  words: Words;
  /** With whom it is shared; missing where only its author sees it. */
  sharedWith?: string;
}

/** The words of one that was too big, to change. Who sees it stays as it is. */
export function smallerForm(content: Content, { about, words, sharedWith }: SmallerForm): ModalView {
  const seen = sharedWith ? content.say('coaching.commitment.shared', { partner: sharedWith }) : content.say('coaching.commitment.own');
  return modal({
    callback: 'coaching.commitment-smaller',
    title: 'Make it smaller',
    submit: 'Save',
    close: 'Cancel',
    about,
    blocks: [section(content.say('coaching.commitment.smaller')), ...boxes(content, words), context(seen)],
  });
}

/** One private line about a commitment that was kept, or partly. */
export function noticedForm(content: Content, { about, words }: { about: string; words: Words | undefined }): ModalView {
  const [save = '', skip = ''] = content.buttons('m.noticed');
  return modal({
    callback: 'coaching.commitment-noticed',
    title: 'What you noticed',
    submit: save,
    close: skip,
    about,
    blocks: [
      context(saidWords(content, words)),
      section(content.say('m.noticed')),
      input({
        block: 'noticed',
        label: 'Your line',
        hint: content.plain('coaching.commitment.own'),
        element: textBox({ action: 'text', most: LENGTHS.noticed, focus: true }),
      }),
    ],
  });
}

function boxes(content: Content, words?: Words) {
  const box = (name: 'when' | 'will') =>
    input({
      block: name,
      label: content.plain(`m.commit.${name}`),
      element: textBox({
        action: 'text',
        most: LENGTHS[name],
        placeholder: content.plain(`m.commit.${name}.hint`),
        ...(words && { initial: words[name] }),
      }),
    });
  return [box('when'), box('will')];
}
