// Acts of a person, as the control API takes them: checked, done, and answered with what the person got to see.
import { z } from 'zod';
import { fillIn } from '../act/fill.ts';
import { type Control, controlAt } from '../act/find.ts';
import { openHome } from '../act/home.ts';
import { close, submit } from '../act/modal.ts';
import { findPerson } from '../act/persons.ts';
import { choose, chooseLike, press, pressLike } from '../act/press.ts';
import { edit, say, takeBack } from '../act/say.ts';
import { typeCommand } from '../act/type.ts';
import type { Stage } from '../control.ts';
import { readerOf, readHome } from '../readings.ts';
import { readMessage } from '../render/blocks.ts';
import type { SmallSlack } from '../small-slack.ts';
import { screenOf } from '../views.ts';
import type { Filling } from '../world.ts';

type Shown = Record<string, unknown>;

const where = z.string().optional();
/** Half a sign, which JSON can carry, fits into no address. */
const fileName = z
  .string()
  .min(1)
  .transform((name) => Buffer.from(name).toString());
const file = z.object({ name: fileName, text: z.string() });
const filling = z.union([z.string(), z.array(z.string()), file, z.array(file)]);
const values = z.record(z.string(), filling);
const at = {
  at: z.object({ view: z.string().optional(), channel: z.string().optional(), ts: z.string().optional() }),
  block: z.string(),
  action: z.string(),
};
const option = z.union([z.string(), z.array(z.string())]);

/** One act: the form of its body, and what it does as `user`. */
interface Act<Body> {
  body: z.ZodType<Body>;
  run: (slack: SmallSlack, user: string, body: Body) => Promise<Shown | undefined> | Shown | undefined;
}

function define<Body>(body: z.ZodType<Body>, run: Act<Body>['run']): Act<unknown> {
  return { body, run: run as Act<unknown>['run'] };
}

const acts: Record<string, Act<unknown>> = {
  type: define(z.object({ line: z.string(), where }), async (slack, user, body) => {
    const ackMs = await typeCommand(slack, user, body.line, body.where);
    return ackMs === undefined ? {} : { ackMs };
  }),
  say: define(z.object({ text: z.string(), where, thread: z.string().optional(), file: file.optional() }), (slack, user, body) => ({
    ts: say(slack, user, { text: body.text, where: body.where, threadTs: body.thread, file: body.file }),
  })),
  edit: define(z.object({ ts: z.string(), text: z.string(), where }), (slack, user, body) => {
    edit(slack, user, body.ts, body);
    return undefined;
  }),
  delete: define(z.object({ ts: z.string(), where }), (slack, user, body) => {
    takeBack(slack, user, body.ts, body.where);
    return undefined;
  }),
  press: define(z.union([z.object({ label: z.string() }), z.object(at)]), async (slack, user, body) => {
    if ('label' in body) await pressLike(slack, user, body.label);
    else await press(slack, user, found(slack, body));
    return undefined;
  }),
  choose: define(z.union([z.object({ control: z.string(), option }), z.object({ ...at, option })]), async (slack, user, body) => {
    if ('control' in body) await chooseLike(slack, user, body.control, body.option);
    else await choose(slack, user, found(slack, body), body.option);
    return undefined;
  }),
  fill: define(z.object({ values }), async (slack, user, body) => {
    await fillIn(slack, user, body.values as Record<string, Filling>);
    return undefined;
  }),
  submit: define(z.object({ values: values.optional() }), async (slack, user, body) => {
    if (body.values) await fillIn(slack, user, body.values as Record<string, Filling>);
    return { errors: await submit(slack, user) };
  }),
  close: define(z.object({ all: z.boolean().optional() }), async (slack, user, body) => {
    await close(slack, user, body.all);
    return undefined;
  }),
  home: define(z.object({}), (slack, user) => {
    openHome(slack, user);
    return undefined;
  }),
};

function found(
  slack: SmallSlack,
  body: { at: { view?: string | undefined; channel?: string | undefined; ts?: string | undefined }; block: string; action: string },
): Control {
  const { view, channel, ts } = body.at;
  const place = { ...(view && { view }), ...(channel && { channel }), ...(ts && { ts }) };
  const control = controlAt(slack, { ...place, block: body.block, action: body.action });
  if (!control) throw new Error('There is no such control any more.');
  return control;
}

export function isAct(verb: string): boolean {
  return Object.hasOwn(acts, verb);
}

/** Does one act and everything that follows from it; returns what the person got to see of it alone. */
export async function act(stage: Stage, person: string, verb: string, given: Record<string, unknown>): Promise<Shown> {
  const { slack } = stage;
  const { id } = findPerson(slack, person);
  const { body, run } = acts[verb] as Act<unknown>;
  const read = body.safeParse(given);
  if (!read.success)
    throw new Error(`The body does not fit: ${read.error.issues.map((one) => `${one.path.join('.')} ${one.message}`).join('; ')}`);
  const before = slack.transcript.length;
  const result = await run(slack, id, read.data);
  await stage.settle();
  const shown = slack.transcript
    .slice(before)
    .filter((seen) => seen.only === id && (seen.what === 'posted' || seen.what === 'notice'))
    .map((seen) => readMessage(seen, readerOf(slack, id)));
  const notice = screenOf(slack, id).notice;
  return { ...result, shown, ...(notice && { notice }), ...(verb === 'home' && { home: readHome(slack, id) }) };
}
