// The three steps of the first minute: whether each is done, what to press next, and what "Do it with me" prepares. Pure.
import { MESSAGES } from '../link.ts';
import type { Scene } from '../scene.ts';
import type { Facts } from './facts.ts';

/** Whom to be, where, and what to have in the box: pressing Send is left to the visitor. */
export interface Prepared {
  me: string;
  place: string;
  text: string;
}

export interface Step {
  id: 'join' | 'rotate' | 'reply';
  title: string;
  done: boolean;
  /** What to press next. */
  say: string;
  /** What to press once the line stands in the box. */
  sayPrepared: string;
  prepare?: Prepared;
  passing?: Passing;
}

/** So much time has to pass first, spent as somebody. */
export interface Passing {
  by: { weeks: number };
  as: string;
}

export function stepsOf(facts: Facts, scene: Scene): Step[] {
  const nameOf = (id: string) => scene.people.find((person) => person.id === id)?.name ?? 'somebody';
  return [joinStep(facts, nameOf(facts.newcomer)), rotateStep(facts, nameOf(facts.organiser)), replyStep(facts, nameOf(facts.replier))];
}

function joinStep({ joined, newcomer, channel }: Facts, name: string): Step {
  return {
    ...{ id: 'join', title: 'Join', done: joined },
    say: `Type /coachingpairs join as ${name}.`,
    sayPrepared: 'Press Send, choose a function, press Join.',
    prepare: { me: newcomer, place: channel, text: '/coachingpairs join' },
  };
}

function rotateStep({ rotated, organiser, channel }: Facts, name: string): Step {
  return {
    ...{ id: 'rotate', title: 'Rotate', done: rotated },
    say: `Type /rotate as ${name}, the organiser.`,
    sayPrepared: 'Press Send. Look, press Approve, then Tell everyone.',
    prepare: { me: organiser, place: channel, text: '/rotate' },
  };
}

function replyStep({ asked, replied, replier }: Facts, name: string): Step {
  const step = { id: 'reply', title: 'Reply', done: replied } as const;
  if (!asked) return { ...step, say: 'A question comes every two weeks.', sayPrepared: '', passing: { by: { weeks: 2 }, as: replier } };
  return {
    ...step,
    say: `Answer the question as ${name}, in Messages.`,
    sayPrepared: `Read the question, press Send. Only ${name.split(' ')[0]} sees the answer.`,
    prepare: { me: replier, place: MESSAGES, text: 'Being asked what I would do first.' },
  };
}
