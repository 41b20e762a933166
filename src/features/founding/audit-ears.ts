// What the audit listens to: `/coachingpairs audit`, its pages, and the file of it. For organisers of the programme, asked again at every press.
import type { Answer, Ears, Press } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import { auditFile } from './audit-file.ts';
import { AUDIT, AUDIT_LINES, auditAnswer, auditModal } from './audit-view.ts';
import * as audits from './audits.ts';
import { openForm } from './forms.ts';
import type { Programme } from './programmes.ts';
import { mayOrganise, organisedBy } from './rights.ts';
import { inProgramme } from './which.ts';

/** More deeds than a programme sees in many years. */
const MOST_IN_A_FILE = 100_000;

const audit = inProgramme('founding.audit-in', 'organiser', async (tools, { user }, programme) => {
  if (!(await mayOrganise(tools, programme, user))) return notOrganiser(tools);
  const deeds = await audits.latest(tools.db, programme, { count: AUDIT_LINES });
  return auditAnswer(tools.content, programme, deeds, await audits.count(tools.db, programme));
});

export const onAudit = audit.hear;

const onAll: Press = async (tools, { user, value, triggerId }) => {
  const programme = await organisedBy(tools, user, value);
  return programme ? openForm(tools, triggerId, await pageOf(tools, programme, 0)) : notOrganiser(tools);
};

const onPage: Press = async (tools, { user, value, view }) => {
  const programme = await organisedBy(tools, user, view?.privateMetadata ?? '');
  if (!view || !programme) return notOrganiser(tools);
  const shown = await tools.slack.updateModal(view.id, await pageOf(tools, programme, Number.parseInt(value, 10) || 0));
  return shown.ok ? undefined : { text: tools.content.say('founding.form.failed') };
};

const onFile: Press = async (tools, { user, value }): Promise<Answer> => {
  const programme = await organisedBy(tools, user, value);
  if (!programme) return notOrganiser(tools);
  const text = auditFile(await audits.latest(tools.db, programme, { count: MOST_IN_A_FILE }));
  const title = `What was done in ${programme.name}`;
  const sent = await tools.slack.sendFile(user, { name: 'audit.csv', title, bytes: new TextEncoder().encode(text) });
  return { text: tools.content.say(sent.ok ? 'founding.audit.sent' : 'founding.audit.unsent') };
};

/** A page that there is, the nearest to `wanted`. */
async function pageOf(tools: Tools, programme: Programme, wanted: number) {
  const count = await audits.count(tools.db, programme);
  const page = Math.min(Math.max(0, wanted), Math.max(0, Math.ceil(count / AUDIT_LINES) - 1));
  const deeds = await audits.latest(tools.db, programme, { count: AUDIT_LINES, from: page * AUDIT_LINES });
  return auditModal(tools.content, programme, { deeds, count, page });
}

function notOrganiser({ content }: Tools): Answer {
  return { text: content.say('founding.refused.not-organiser') };
}

export const auditPresses: NonNullable<Ears['presses']> = {
  'founding.audit-in': audit.press,
  [AUDIT.all]: onAll,
  [`${AUDIT.page}-later`]: onPage,
  [`${AUDIT.page}-earlier`]: onPage,
  [AUDIT.file]: onFile,
};
