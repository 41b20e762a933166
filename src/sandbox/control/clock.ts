// Reading and moving the clock over the control API, and whether others act by themselves meanwhile.
import { z } from 'zod';
import { findPerson } from '../act/persons.ts';
import type { ControlRequest, Duration, Stage } from '../control.ts';

/** By so much, or until the next thing that happens: to anyone, or to whoever is acted as. */
export type Aim = { by: Duration } | { next: 'anyone' | 'me' };

/** A move under way; `to` where it is known how far it goes. Milliseconds since 1970. */
export interface Moving {
  from: number;
  to?: number;
}

export interface Moved {
  from: number;
  now: number;
  /** How many things happened, to how many people, and how many of them to whoever is acted as. */
  happened: { things: number; people: number; mine: number };
}

export interface MovableClock {
  /** One move after the other; resolves when this one is over. */
  move: (aim: Aim) => Promise<Moved>;
  /** Ends the move under way after its present step, and those that wait for it. */
  stop: () => void;
  moving: () => Moving | undefined;
  /** The programme's zone. */
  zone: () => string;
  living: { others: boolean; actedAs: string };
}

const amount = z.number().int().min(0).max(10_000);
const order = z
  .strictObject({
    ...{ minutes: amount, hours: amount, days: amount, weeks: amount, months: amount },
    to: z.enum(['next', 'mine']),
    stop: z.literal(true),
    others: z.boolean(),
    as: z.string(),
  })
  .partial();

/** Moves the clock, where that is asked; tells what it shows. Throws where it is the real one. */
export async function moveClock(stage: Stage, request: ControlRequest): Promise<Record<string, unknown>> {
  const moved = request.method === 'POST' ? await obey(stage, request.body) : undefined;
  const { clock } = stage;
  const moving = clock?.moving();
  return {
    now: iso(stage.slack.now()),
    movable: clock !== undefined,
    ...(clock && { zone: clock.zone(), others: clock.living.others, actedAs: clock.living.actedAs }),
    moving: moving ? { from: iso(moving.from), ...(moving.to === undefined ? {} : { to: iso(moving.to) }) } : null,
    ...(moved && { from: iso(moved.from), now: iso(moved.now), happened: moved.happened, notice: noticeOf(moved) }),
  };
}

async function obey({ clock, slack }: Stage, body: Record<string, unknown>): Promise<Moved | undefined> {
  if (!clock) throw new Error('This clock is the real one: nobody can move it.');
  const read = order.safeParse(body);
  if (!read.success) throw new Error('Say how far, in whole minutes, hours, days, weeks or months, up to 10,000.');
  const { to, stop, others, as, ...given } = read.data;
  if (as !== undefined) clock.living.actedAs = findPerson(slack, as).id;
  if (others !== undefined) clock.living.others = others;
  if (stop) clock.stop();
  if (to) return clock.move({ next: to === 'mine' ? 'me' : 'anyone' });
  const by = Object.fromEntries(Object.entries(given).filter(([, units]) => units !== undefined));
  if (Object.keys(by).length > 0) return clock.move({ by });
  if (stop === undefined && others === undefined && as === undefined)
    throw new Error('Say how far, in whole minutes, hours, days, weeks or months.');
  return undefined;
}

/** What the page says when a move is over. */
function noticeOf({ happened: { things, people, mine } }: Moved): string {
  if (things === 0) return 'Nothing happened.';
  const said = (count: number, one: string, many: string) => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
  return `${said(things, 'thing', 'things')} happened to ${said(people, 'person', 'people')}; ${mine.toLocaleString('en-GB')} to you.`;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
