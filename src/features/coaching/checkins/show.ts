// Shows where a check-in has got to: in every message that asks it, in the modal where a button was pressed, or as an answer where neither can be
// changed. So no button stays that asks what has been answered.
import { byKey } from '../../../platform/outbox/outbox.ts';
import type { Answer, Pressed } from '../../../platform/slack/spoken.ts';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import { themeOf } from '../fortnights.ts';
import type { Step } from './plan.ts';
import type { StepWords } from './questions-view.ts';
import type { Scene } from './scene.ts';
import * as sealed from './sealed-commitments.ts';
import { stepMessage, stepModal } from './step-view.ts';

/** The keys of the letters that ask a leader about one fortnight. */
export function checkinKey(pair: string, fortnight: number, leader: string): string {
  return `check-in:${pair}:${fortnight}:${leader}`;
}

export function againKey(pair: string, fortnight: number, leader: string): string {
  return `check-in-again:${pair}:${fortnight}:${leader}`;
}

export function nudgeKey(pair: string, fortnight: number, leader: string): string {
  return `nudge:${pair}:${fortnight}:${leader}`;
}

type Seeing = Pick<Tools, 'workspace' | 'vault' | 'log' | 'content'>;

/** A step in words, with the commitment it is about opened for its author. */
export async function wordsOf(tools: Seeing, db: Db | Tx, scene: Scene, step: Step = scene.step): Promise<StepWords> {
  const about = 'about' in step ? scene.own.find(({ id }) => id === step.about) : undefined;
  return {
    step,
    pair: scene.pair.id,
    fortnight: scene.fortnight,
    title: themeOf(tools.content, scene.fortnight).title,
    past: scene.match.fortnight !== scene.fortnight,
    partners: scene.partners.map(({ name }) => name),
    saidMet: scene.saidMet.map(({ name }) => name),
    ...(scene.team && { team: { ...scene.team, programme: scene.programme.id } }),
    ...(about && { about: { words: await sealed.open(tools, db, about), state: about.state } }),
  };
}

/** Draws the step wherever it is asked; an answer where the pressed message could not be changed. */
export async function showStep(tools: Tools, pressed: Pressed, scene: Scene): Promise<Answer | undefined> {
  const words = await wordsOf(tools, tools.db, scene);
  const drawn = await redrawLetters(tools, scene, words);
  const { message } = pressed;
  if (message && drawn.some(({ channel, ts }) => channel === message.channel && ts === message.ts)) return undefined;
  return showHere(tools, pressed, words);
}

/** Draws a step in the one place where a button was pressed. */
export async function showHere(tools: Tools, { message, view, triggerId }: Pressed, words: StepWords): Promise<Answer | undefined> {
  const { content, slack } = tools;
  if (view) {
    const modal = stepModal(content, words);
    const inOurs = view.callbackId.startsWith('coaching.');
    const shown = inOurs ? await slack.updateModal(view.id, modal, view.hash) : await slack.openModal(triggerId, modal);
    return shown.ok ? undefined : { text: content.say('coaching.no-form') };
  }
  const body = stepMessage(content, words);
  const shown = message && (await slack.updateMessage(message.channel, message.ts, body));
  return shown?.ok ? undefined : body;
}

/** Draws a step in the check-in and the nudge that ask it, as far as they have been sent; returns where those stand. */
export async function redrawLetters(tools: Tools, scene: Scene, words: StepWords): Promise<{ channel: string; ts: string }[]> {
  const { pair, fortnight, leader } = scene;
  const body = stepMessage(tools.content, words);
  const drawn: { channel: string; ts: string }[] = [];
  for (const keyOf of [checkinKey, nudgeKey, againKey]) {
    const key = keyOf(pair.id, fortnight, leader.id);
    const { channel, ts } = (await byKey(tools.db, tools.workspace, key)) ?? {};
    if (!channel || !ts) continue;
    const shown = await tools.slack.updateMessage(channel, ts, body);
    if (shown.ok) drawn.push({ channel, ts });
  }
  return drawn;
}
