// What the two or three of a team read together: each fortnight's line in their conversation, or alone where they have none; and how the half hour goes.
// Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../../platform/content/load.ts';
import type { Body } from '../../../../platform/outbox/enqueue.ts';
import { actions, button, confirm, context, modal, section } from '../../../../platform/slack/blocks.ts';
import { sayList } from '../../../founding/words.ts';

export const AGREEMENT = 'teams.agreement';
export const HALF_HOUR = 'teams.half-hour';
export const LEAVE = 'teams.leave';
export const FILE = 'teams.file';

/** Each fortnight's line, by its number. */
const LINES = ['ts.w1', 'ts.w3', 'ts.w5', 'ts.w7'] as const;
export interface Named {
  /** Slack id. */
  user: string;
  name: string;
}

export interface StepShown {
  team: string;
  pair: string;
  /** Fortnight 1 to 4. */
  n: number;
  /** The name of the leader who hosts the team. */
  host: string;
  members: readonly Named[];
  /** Whether it is the first that these hear together: at the start, or after a change. */
  first?: 'start' | 'changed';
}

/** One fortnight's line. `for` is whoever reads it alone. */
export function stepMessage(content: Content, shown: StepShown): Body & { alone: Omit<Body, 'alone'> } {
  return { ...written(content, shown, 'together'), alone: written(content, shown, 'alone') };
}

function written(content: Content, shown: StepShown, to: 'together' | 'alone'): Omit<Body, 'alone'> {
  const { n, members } = shown;
  const weeks = content.say('teams.weeks.title', { from: 2 * n - 1, to: 2 * n });
  const three = members.length > 2 ? [content.say('teams.weeks.three')] : [];
  const line = [weeks, content.say(lineOf(n)), ...three].join('\n');
  const first = opening(content, shown, to);
  const stop = content.say('teams.weeks.stop');
  return {
    text: [...first, line, stop].join('\n\n'),
    blocks: [...first.map((text) => section(text)), section(line), actions(controls(content, shown)), context(stop)],
  };
}

function opening(content: Content, { first, host, members }: StepShown, to: 'together' | 'alone'): string[] {
  const names = sayList(members.map(({ name }) => name));
  if (first === 'start') return [content.say('teams.weeks.pair', { host, names })];
  if (first === 'changed') return [content.say('teams.weeks.changed', { names })];
  return to === 'alone' ? [content.say('teams.weeks.with', { names })] : [];
}

/** The line of the fortnight with all its controls, for whoever looks it up. */
export function lineBlocks(content: Content, { team, pair, n }: Pick<StepShown, 'team' | 'pair' | 'n'>): KnownBlock[] {
  const weeks = content.say('teams.weeks.title', { from: 2 * n - 1, to: 2 * n });
  return [section([weeks, content.say(lineOf(n))].join('\n')), actions(controls(content, { team, pair }))];
}

function controls(content: Content, { team, pair }: Pick<StepShown, 'team' | 'pair'>) {
  return [
    button({ label: 'Our agreement', action: AGREEMENT, value: pair }),
    button({ label: 'Plan the half hour', action: HALF_HOUR, value: pair }),
    leaveButton(content, team),
  ];
}

/** One tap and a confirmation. */
export function leaveButton(content: Content, team: string) {
  const asked = { title: 'Leave the eight weeks', text: content.plain('teams.weeks.leave'), yes: 'Leave', no: 'Stay', danger: true };
  return button({ label: 'Leave', action: LEAVE, value: team, confirm: confirm(asked), accessibilityLabel: 'Leave the eight weeks' });
}

/** The line of fortnight `n`. */
export function lineOf(n: number): (typeof LINES)[number] {
  return LINES[n - 1] ?? 'ts.w7';
}

export interface HalfHourShown {
  pair: string;
  members: readonly Named[];
  /** Fortnight 1 to 4. */
  n: number;
  /** A half hour that suits everyone, said in the reader's zone, with where it can be put down. */
  proposal?: { when: string; google: string; outlook: string };
}

/** The thirty minutes, minute by minute, with a time to propose. */
export function halfHourModal(content: Content, { members, n, proposal, pair }: HalfHourShown): ModalView {
  return modal({
    callback: 'teams.half-hour',
    title: 'The half hour',
    blocks: [
      section(content.say(lineOf(n))),
      section(content.say(members.length > 2 ? 'teams.weeks.plan.trio' : 'teams.weeks.plan.pair')),
      ...(proposal ? proposed(content, proposal, pair) : [context(content.say('teams.weeks.no-time'))]),
    ],
  });
}

function proposed(content: Content, { when, google, outlook }: NonNullable<HalfHourShown['proposal']>, pair: string): KnownBlock[] {
  return [
    section(content.say('teams.weeks.time', { when })),
    actions([
      button({ label: 'Add to Google', action: 'teams.google.link', url: google }),
      button({ label: 'Add to Outlook', action: 'teams.outlook.link', url: outlook }),
      button({ label: 'Send me a file', action: FILE, value: pair }),
    ]),
  ];
}

/** A short text in the place of a form. */
export function weeksTold(content: Content, id: string): ModalView {
  return modal({ callback: 'teams.weeks-told', title: 'Eight weeks', blocks: [section(content.say(id))] });
}
