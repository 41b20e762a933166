// A submitted modal: what it saves is committed before Slack is answered. Where that takes too long, the modal waits and is told the end.
import type { ModalView } from '@slack/types';
import type { Tools } from '../tools.ts';
import { answerModal, within } from './answers.ts';
import { turnedAway } from './guard.ts';
import { type HeardSubmission, heardSubmission } from './heard.ts';
import { StaleForm } from './inputs.ts';
import { mishap } from './mishap.ts';
import type { Hearing } from './on-command.ts';
import type { Reply, Submit } from './spoken.ts';

export type Submits = Readonly<Record<string, Submit>>;

/** A little longer than for a command: a form that closes too early loses what was typed. */
const SUBMIT_WITHIN_MS = 2_500;

/** Hears submissions; one that arrives again while the first is still being saved gets the first one's reply. */
export function submitHearer(hearing: Hearing, submits: Submits): (body: unknown, ack: (reply?: object) => Promise<void>) => Promise<void> {
  const underWay = new Map<string, Promise<Reply>>();
  return async (body, ack) => {
    const heard = heardSubmission(body);
    if (!heard) return ack();
    const key = `${heard.user} ${heard.submitted.viewId} ${heard.submitted.hash}`;
    const work = underWay.get(key) ?? run(hearing, submits, heard).finally(() => underWay.delete(key));
    underWay.set(key, work);
    const result = await within(SUBMIT_WITHIN_MS, work);
    if (result.inTime) return ack(replyAsAck(result.value));
    const { tools } = hearing;
    await ack({ response_action: 'update', view: answerModal({ text: tools.content.say('app.working') }) });
    await tools.slack.updateModal(heard.submitted.viewId, replyAsView(tools, await work));
  };
}

async function run({ tools, guard }: Hearing, submits: Submits, heard: HeardSubmission): Promise<Reply> {
  const turned = guard.turns(tools, heard);
  if (turned) return atTheForm(heard, turnedAway(tools, turned).text);
  const { callbackId } = heard.submitted;
  const submit = Object.hasOwn(submits, callbackId) ? submits[callbackId] : undefined;
  if (!submit) return stale(tools);
  try {
    return await submit(tools, heard.submitted);
  } catch (fault) {
    if (fault instanceof StaleForm) return stale(tools);
    return atTheForm(heard, tools.content.plain('app.not-saved', { reference: mishap(tools, callbackId, fault) }));
  }
}

function stale({ content }: Tools): Reply {
  return { then: 'update', view: answerModal({ text: content.say('app.stale') }) };
}

/** Says it at the first field, so that everything typed stays; a modal without fields is replaced. */
function atTheForm({ firstField }: HeardSubmission, text: string): Reply {
  if (firstField) return { then: 'errors', errors: { [firstField]: text } };
  return { then: 'update', view: answerModal({ text }) };
}

function replyAsAck(reply: Reply): object | undefined {
  if (reply.then === 'close') return undefined;
  if (reply.then === 'errors') return { response_action: 'errors', errors: reply.errors };
  return { response_action: reply.then, view: reply.view };
}

/** The end of a submission that Slack no longer waits for, as a view in the place of the modal. */
function replyAsView({ content }: Tools, reply: Reply): ModalView {
  if (reply.then === 'close') return answerModal({ text: content.say('app.done') });
  if (reply.then === 'errors')
    return answerModal({ text: content.say('app.corrections', { problems: Object.values(reply.errors).join(' ') }) });
  return reply.view;
}
