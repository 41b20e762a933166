// What organisers press and send about a gathering: planning it, changing it, calling it off, and its slides.
import { z } from 'zod';
import { remembered } from '../../../platform/slack/inputs.ts';
import type { Answer, Ears, Press, Pressed, Reply, Submit } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { atFields, openForm } from '../../founding/forms.ts';
import { organisedBy } from '../../founding/rights.ts';
import { fileText } from '../../joining/text-file-view.ts';
import type { Gathering } from '../../pairing/gatherings.ts';
import { callOffGathering } from './call-off.ts';
import { type Occasion, occasionById, occasionOf } from './occasion.ts';
import { formFor, overviewOf } from './overview.ts';
import { makePack } from './pack/make-pack.ts';
import { readPlan } from './plan-form.ts';
import { changeGathering, type GatheringWish, planGathering } from './plan-gathering.ts';
import { redrawInvitation } from './standing.ts';
import { CONTROL, OVERVIEW, PLAN_FORM, type Remark, toldModal } from './views.ts';

const about = z.object({ programme: z.string(), round: z.string(), gathering: z.string().optional(), sequence: z.number().optional() });

const onPlan: Submit = async (tools, { user, privateMetadata, state }) => {
  const meant = about.safeParse(remembered(privateMetadata)).data;
  const programme = meant && (await organisedBy(tools, user, meant.programme));
  if (!meant || !programme) return instead(tools, { id: 'founding.refused.not-organiser' });
  const now = tools.now();
  const { gathering: id, sequence = 0 } = meant;
  const occasion = id ? await occasionById(tools, id) : await occasionOf(tools.db, programme, now);
  // A form from a round that has long ended plans nothing for another one.
  if (!occasion || occasion.round.id !== meant.round || occasion.programme.id !== programme.id)
    return instead(tools, { id: 'together.gone' });
  const read = readPlan(state, occasion, now);
  if (!read.ok) return atFields(tools, read.faults);
  const wish = { ...read.wish, by: user };
  return id ? changed(tools, occasion, { id, sequence }, wish) : planned(tools, occasion, wish);
};

async function planned(tools: Tools, occasion: Occasion, wish: GatheringWish): Promise<Reply> {
  const done = await planGathering(tools, occasion, wish);
  if (done.ok) return shown(tools, occasion, done.gathering, { id: 'together.planned' });
  if (done.because === 'not-organiser') return instead(tools, { id: 'founding.refused.not-organiser' });
  return shown(tools, occasion, done.gathering, { id: `together.${done.because}` });
}

async function changed(tools: Tools, occasion: Occasion, seen: { id: string; sequence: number }, wish: GatheringWish): Promise<Reply> {
  const done = await changeGathering(tools, seen, wish);
  if (!done.ok && !('gathering' in done))
    return instead(tools, { id: done.because === 'gone' ? 'together.gone' : 'founding.refused.not-organiser' });
  if (done.ok) await redrawInvitation(tools, seen.id);
  const remark = done.ok ? (done.different ? 'together.changed' : 'together.same') : `together.${done.because}`;
  return shown(tools, occasion, done.gathering, { id: remark });
}

async function shown(tools: Tools, occasion: Occasion, gathering: Gathering, remark: Remark): Promise<Reply> {
  return { then: 'update', view: await overviewOf(tools, { ...occasion, gathering }, tools.now(), { remark }) };
}

function instead({ content }: Tools, remark: Remark): Reply {
  return { then: 'update', view: toldModal(content, remark) };
}

/** The gathering of a button, for one of its organisers. */
async function organisedIn(tools: Tools, { user, value }: Pressed): Promise<(Occasion & { gathering: Gathering }) | undefined> {
  const occasion = await occasionById(tools, value);
  const programme = occasion && (await organisedBy(tools, user, occasion.programme.id));
  return programme && occasion?.gathering.calledOffAt === null ? occasion : undefined;
}

const onChange: Press = async (tools, pressed) => {
  const occasion = await organisedIn(tools, pressed);
  if (!occasion) return gone(tools);
  return replace(tools, pressed, formFor(tools, occasion, tools.now()));
};

const onCallOff: Press = async (tools, pressed) => {
  const done = await callOffGathering(tools, { id: pressed.value, by: pressed.user });
  if (!done.ok) return done.because === 'too-late' ? { text: tools.content.say('together.too-late') } : gone(tools);
  await redrawInvitation(tools, pressed.value);
  return replace(tools, pressed, toldModal(tools.content, { id: 'together.stands-off' }));
};

/** Packs that are being made: whoever presses twice gets one. */
const making = new Set<string>();

const onPack: Press = async (tools, pressed) => {
  const occasion = await organisedIn(tools, pressed);
  if (!occasion) return gone(tools);
  const { user, value: id } = pressed;
  const key = `${tools.workspace} ${id} ${user}`;
  if (making.has(key)) return undefined;
  making.add(key);
  try {
    await inPlace(tools, pressed, occasion, { remark: { id: 'together.pack.making' }, busy: true });
    const made = await makePack(tools, { id, by: user });
    if (!made.ok && made.because !== 'not-taken') return gone(tools);
    const remark = made.ok ? { id: 'together.pack.sent', blanks: { x: made.slides, y: made.insights } } : { id: 'together.pack.failed' };
    const seen = await inPlace(tools, pressed, occasion, { remark });
    if (!made.ok) return fileText(tools.content.say(remark.id), made.text);
    return seen ? undefined : { text: tools.content.say(remark.id, remark.blanks) };
  } finally {
    making.delete(key);
  }
};

/** In the form in which it was pressed, which stays open; false where it was pressed elsewhere, or the form has been closed. */
async function inPlace(
  tools: Tools,
  { view }: Pressed,
  occasion: Occasion & { gathering: Gathering },
  said: { remark: Remark; busy?: boolean },
): Promise<boolean> {
  if (view?.callbackId !== OVERVIEW) return false;
  return (await tools.slack.updateModal(view.id, await overviewOf(tools, occasion, tools.now(), said))).ok;
}

async function replace(tools: Tools, { view, triggerId }: Pressed, next: ReturnType<typeof toldModal>): Promise<Answer | undefined> {
  if (view?.callbackId !== OVERVIEW) return openForm(tools, triggerId, next);
  const done = await tools.slack.updateModal(view.id, next, view.hash);
  return done.ok ? undefined : { text: tools.content.say('founding.form.failed') };
}

function gone({ content }: Tools): Answer {
  return { text: content.say('together.gone') };
}

export const planPresses: NonNullable<Ears['presses']> = {
  [CONTROL.change]: onChange,
  [CONTROL.callOff]: onCallOff,
  [CONTROL.pack]: onPack,
};

export const planSubmits: NonNullable<Ears['submits']> = { [PLAN_FORM]: onPlan };
