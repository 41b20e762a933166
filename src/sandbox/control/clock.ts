// Reading and moving the clock over the control API.
import type { ControlRequest, Duration, Stage } from '../control.ts';

/** Moves the clock, where that is asked; tells what it shows. Throws where it is the real one. */
export async function moveClock(stage: Stage, request: ControlRequest): Promise<Record<string, unknown>> {
  if (request.method === 'POST') {
    if (!stage.clock) throw new Error('This clock is the real one: nobody can move it.');
    if (request.body.to === 'next') await stage.clock.toNext();
    else await stage.clock.forward(durationIn(request.body));
  }
  return { now: new Date(stage.slack.now()).toISOString(), movable: stage.clock !== undefined };
}

function durationIn(body: Record<string, unknown>): Duration {
  const units = ['minutes', 'hours', 'days', 'weeks', 'months'] as const;
  const given = units.filter((unit) => body[unit] !== undefined);
  const fits =
    given.length > 0 && given.every((unit) => Number.isInteger(body[unit]) && Number(body[unit]) >= 0 && Number(body[unit]) <= 10_000);
  if (!fits) throw new Error('Say how far, in whole minutes, hours, days, weeks or months.');
  return Object.fromEntries(given.map((unit) => [unit, Number(body[unit])]));
}
