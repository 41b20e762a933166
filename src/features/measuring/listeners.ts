// What the measuring room listens to: the word `report`, and the buttons of a report. Rights are asked again at every press.

import { z } from 'zod';
import { remembered } from '../../platform/slack/inputs.ts';
import type { Answer, Ears, Press, Pressed } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import { openForm } from '../founding/forms.ts';
import { mayOrganise } from '../founding/rights.ts';
import { inProgramme } from '../founding/which.ts';
import { leadersHaveHeard } from './leaders-first.ts';
import { type Readers, readers } from './row.ts';
import { formOf, latest, type Readable, readable } from './show-report.ts';
import { asFile, asMap, asPicture } from './take-along.ts';

const reader = z.enum(readers);
const about = z.object({ to: reader });

/** `/coachingpairs report`: the latest, from which the others can be chosen. */
const report = inProgramme('measuring.report-in', 'organiser', async (tools, { user, triggerId }, programme) => {
  if (!(await mayOrganise(tools, programme, user))) return { text: tools.content.say('founding.refused.not-organiser') };
  const found = await latest(tools, programme);
  return found ? openForm(tools, triggerId, await formOf(tools, found, 'organisers')) : { text: tools.content.say('measuring.none') };
});

export const onReport = report.hear;

const onSee: Press = async (tools, { user, value, triggerId }) => {
  const found = await readable(tools, user, value);
  return found ? openForm(tools, triggerId, await formOf(tools, found, 'organisers')) : gone(tools);
};

const onChoose: Press = (tools, pressed) => {
  const before = about.safeParse(remembered(pressed.view?.privateMetadata)).data?.to ?? 'organisers';
  return turnTo(tools, pressed, { id: pressed.value, to: before });
};

const onFor: Press = (tools, pressed) => turnTo(tools, pressed, wishIn(pressed.value));

async function turnTo(
  tools: Tools,
  { user, view, triggerId }: Pressed,
  { id, to }: { id: string; to: Readers },
): Promise<Answer | undefined> {
  const found = await readable(tools, user, id);
  if (!found) return gone(tools);
  if (to === 'sponsors' && !(await leadersHaveHeard(tools, found.report))) return notYet(tools);
  const form = await formOf(tools, found, to);
  if (view?.callbackId !== 'measuring.report') return openForm(tools, triggerId, form);
  const shown = await tools.slack.updateModal(view.id, form, view.hash);
  return shown.ok ? undefined : { text: tools.content.say('founding.form.failed') };
}

function taking(take: (tools: Tools, taking: Readable & { user: string; to: Readers }) => Promise<Answer>): Press {
  return async (tools, { user, value }) => {
    const { id, to } = wishIn(value);
    const found = await readable(tools, user, id);
    if (!found) return gone(tools);
    if (to === 'sponsors' && !(await leadersHaveHeard(tools, found.report))) return notYet(tools);
    return take(tools, { ...found, user, to });
  };
}

export const ears: Ears = {
  presses: {
    'measuring.report-in': report.press,
    'measuring.see': onSee,
    'measuring.choose': onChoose,
    'measuring.for': onFor,
    'measuring.file': taking(asFile),
    'measuring.picture': taking(asPicture),
    'measuring.map': taking(asMap),
  },
};

function wishIn(value: string): { id: string; to: Readers } {
  const [id = '', to] = value.split(' ');
  return { id, to: reader.safeParse(to).data ?? 'organisers' };
}

function notYet({ content }: Tools): Answer {
  return { text: content.say('measuring.not-yet') };
}

function gone({ content }: Tools): Answer {
  return { text: content.say('measuring.gone') };
}
