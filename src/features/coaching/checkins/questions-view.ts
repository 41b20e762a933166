// The questions of a check-in one by one, each with its buttons, and how it ended. Pure; step-view.ts puts them into a message or a modal.
import type { Button } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { button } from '../../../platform/slack/blocks.ts';
import { type Company, inWords, saidWords } from './company-view.ts';
import type { Step } from './plan.ts';
import type { Words } from './sealed-commitments.ts';
import type { TeamOffer } from './team-offer.ts';
import { writeValue } from './values.ts';

export interface StepWords extends Company {
  step: Step;
  pair: string;
  fortnight: number;
  title: string;
  /** The next fortnight has begun. */
  past: boolean;
  /** Names of partners who said that they met. */
  saidMet: readonly string[];
  /** The offer to start with their own team, where it is theirs; in which programme. */
  team?: TeamOffer & { programme: string };
  /** The commitment it is about, and what was answered; without words where it cannot be opened. */
  about?: { words?: Words | undefined; state: string };
}

export interface Said {
  texts: string[];
  buttons: Button[];
}

/** The question that stands now, or the outcome. */
export function stepSaid(content: Content, words: StepWords): Said {
  const { step } = words;
  if (step.is === 'ask') return ask(content, words);
  if (step.is === 'not-yet') return notYet(content, words);
  if (step.is === 'how' || step.is === 'carry' || step.is === 'noticed') return aboutOne(content, words, step);
  if (step.is === 'commit') return commitAsked(content, words);
  const ended = step.is === 'done' ? [content.say('coaching.checkin.met'), ...(step.saved ? [content.say('m.saved')] : [])] : [];
  const texts = step.is === 'done' ? ended : [content.say(`coaching.checkin.${step.is}`)];
  return { texts, buttons: [pressed(words, 'Change my answer', 'coaching.checkin-change')] };
}

function ask(content: Content, words: StepWords): Said {
  const { one, other } = inWords(words);
  const text = other ? content.say('coaching.checkin.trio', { partner: one, other }) : content.say('m.checkin', { partner: one });
  return { texts: [text, ...saidMet(content, words)], buttons: askButtons(words, content.buttons('m.checkin')) };
}

function saidMet(content: Content, { saidMet: names }: StepWords): string[] {
  return names.length === 0 ? [] : [content.say('coaching.checkin.said-met', { partner: names[0] ?? '' })];
}

export function askButtons(words: StepWords, [met = '', notYetLabel = '', skip = '']: readonly string[]): Button[] {
  return [
    pressed(words, met, 'coaching.checkin-met', { style: 'primary' }),
    pressed(words, notYetLabel, 'coaching.checkin-not-yet'),
    pressed(words, skip, 'coaching.checkin-skip'),
  ];
}

function notYet(content: Content, words: StepWords): Said {
  const [again = '', shorter = '', leave = ''] = content.buttons('m.notyet');
  return {
    texts: [content.say('m.notyet'), ...saidMet(content, words)],
    buttons: [
      pressed(words, again, 'coaching.meet', { style: 'primary' }),
      pressed(words, shorter, 'coaching.meet-short'),
      pressed(words, leave, 'coaching.checkin-leave'),
      pressed(words, 'Change my answer', 'coaching.checkin-change'),
    ],
  };
}

function aboutOne(content: Content, words: StepWords, step: Extract<Step, { about: string }>): Said {
  const quoted = saidWords(content, words.about?.words);
  const on = (label: string, action: string, style?: 'primary') =>
    pressed(words, label, action, { on: step.about, ...(style && { style }) });
  if (step.is === 'how') {
    const [done = '', partly = '', later = '', letGo = ''] = content.buttons('m.met');
    const choices = [
      on(done, 'coaching.commitment-done', 'primary'),
      on(partly, 'coaching.commitment-partly'),
      on(later, 'coaching.commitment-not-yet'),
      on(letGo, 'coaching.commitment-let-go'),
    ];
    return { texts: [content.say('m.met'), quoted], buttons: choices };
  }
  if (step.is !== 'carry') {
    const [, skip = ''] = content.buttons('m.noticed');
    const marked = content.say(words.about?.state === 'partly' ? 'coaching.commitment.partly' : 'coaching.commitment.done');
    const choices = [on('Write a line', 'coaching.commitment-noticed', 'primary'), on(skip, 'coaching.commitment-skip')];
    return { texts: [`${marked} ${content.say('m.noticed')}`], buttons: choices };
  }
  const id = step.last ? 'm.carry.last' : 'm.carry';
  const actionsOf = [...(step.last ? [] : ['coaching.commitment-keep']), 'coaching.commitment-smaller', 'coaching.commitment-let-go'];
  return { texts: [content.say(id), quoted], buttons: content.buttons(id).map((label, at) => on(label, actionsOf[at] ?? '')) };
}

function commitAsked(content: Content, words: StepWords): Said {
  const { one, other } = inWords(words);
  const text = other ? content.say('coaching.commitment.ask.trio', { partner: one, other }) : content.say('m.commit', { partner: one });
  return {
    texts: [text],
    buttons: [
      pressed(words, 'Write it', 'coaching.commit', { style: 'primary' }),
      pressed(words, 'Not this time', 'coaching.checkin-leave'),
      pressed(words, 'Change my answer', 'coaching.checkin-change'),
    ],
  };
}

interface More {
  on?: string;
  style?: 'primary';
}

/** A button of this check-in: it says which one it is of, and about which commitment. */
function pressed({ pair, fortnight, title }: StepWords, label: string, action: string, { on, style }: More = {}): Button {
  return button({
    label,
    action,
    value: writeValue({ pair, fortnight }, on),
    accessibilityLabel: `${label}: ${title}`,
    ...(style && { style }),
  });
}
