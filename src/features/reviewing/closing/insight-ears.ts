// What is heard about the one insight of a pair: suggesting it, changing its words, and what each of them says of it.
import { z } from 'zod';
import { choiceIn, recall, textIn } from '../../../platform/slack/inputs.ts';
import type { Press, Pressed, Submit } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { openForm } from '../../founding/forms.ts';
import { sayList } from '../../founding/words.ts';
import { answerInsight, type InsightSeen, insightSeen } from './answer-insight.ts';
import { doneModal } from './box-view.ts';
import { insightForm, insightMessage, insightModal } from './insight-views.ts';
import * as insights from './insights.ts';
import { type Closing, closingOf } from './place.ts';
import { LENGTHS, type Say } from './plan.ts';
import { refusal, refusalAt } from './refusals.ts';
import { suggestInsight } from './suggest-insight.ts';

/** Where somebody has suggested one meanwhile, that one is shown. */
const onAdd: Press = async (tools, { user, value, triggerId }) => {
  const found = await closingOf(tools, tools.db, { pair: value, user }, tools.now());
  if (!found.ok) return refusal(tools.content, found);
  const seen = await insightSeen(tools, tools.db, found.closing);
  return openForm(tools, triggerId, seen ? insightModal(tools.content, seen) : formFor(tools, found.closing));
};

const onRead: Press = async (tools, { user, value, triggerId }) => {
  const found = await closingOf(tools, tools.db, { pair: value, user }, tools.now());
  if (!found.ok) return refusal(tools.content, found);
  const seen = await insightSeen(tools, tools.db, found.closing);
  return seen ? openForm(tools, triggerId, insightModal(tools.content, seen)) : refusal(tools.content, { because: 'gone' });
};

const onChange: Press = async (tools, pressed) => {
  const { id } = aboutIn(pressed);
  const insight = await insights.byId(tools.db, tools.workspace, id);
  const found = insight && (await closingOf(tools, tools.db, { pair: insight.pair, user: pressed.user }, tools.now()));
  if (!found?.ok) return refusal(tools.content, found ?? { because: 'gone' });
  const seen = await insightSeen(tools, tools.db, found.closing);
  const form = formFor(tools, found.closing, seen);
  if (!pressed.view?.callbackId.startsWith('reviewing.')) return openForm(tools, pressed.triggerId, form);
  const shown = await tools.slack.updateModal(pressed.view.id, form, pressed.view.hash);
  return shown.ok ? undefined : { text: tools.content.say('reviewing.closing.no-form') };
};

const says =
  (answer: Say): Press =>
  async (tools, pressed) => {
    const { id, version } = aboutIn(pressed);
    const done = await answerInsight(tools, { user: pressed.user, insight: id, version, answer });
    if (!done.ok && done.because !== 'changed') return refusal(tools.content, done);
    const { seen } = done;
    const text = done.ok ? outcome(tools, seen) : tools.content.say('reviewing.insight.changed');
    return (await redrawn(tools, pressed, seen)) && done.ok ? undefined : { text };
  };

const about = z.object({ pair: z.string(), over: z.number() });

const onSuggest: Submit = async (tools, { user, privateMetadata, state }) => {
  const { pair, over } = recall(about, privateMetadata);
  const how = choiceIn(state, 'how') === 'named' ? 'named' : 'share';
  const done = await suggestInsight(tools, { user, pair, over, how, text: textIn(state, 'text') });
  if (!done.ok) return refusalAt(tools.content, 'text', done, LENGTHS.insight);
  return {
    then: 'update',
    view: doneModal('One insight', tools.content.say('reviewing.insight.sent', { partner: partnersOf(done.closing) })),
  };
};

export const insightPresses: Record<string, Press> = {
  'reviewing.insight-add': onAdd,
  'reviewing.insight-read': onRead,
  'reviewing.insight-change': onChange,
  'reviewing.insight-share': says('share'),
  'reviewing.insight-named': says('named'),
  'reviewing.insight-no': says('no'),
};

export const insightSubmits: Record<string, Submit> = { 'reviewing.insight': onSuggest };

function formFor({ content }: Tools, closing: Closing, seen?: InsightSeen) {
  const partner = partnersOf(closing);
  if (!seen) return insightForm(content, { pair: closing.pair.id, over: 0, partner });
  const { version: over, text, said } = seen;
  return insightForm(content, { pair: closing.pair.id, over, partner, text, ...(said && { how: said }) });
}

function partnersOf({ partners }: Closing): string {
  return sayList(partners.map(({ name }) => name));
}

function outcome({ content }: Tools, { said, state }: InsightSeen): string {
  return [...(said ? [content.say(`reviewing.insight.said.${said}`)] : []), content.say(`reviewing.insight.${state}`)].join(' ');
}

/** Shows the answer where it was pressed: in the modal, or in the message that asked. */
async function redrawn({ slack, content }: Tools, { view, message }: Pressed, seen: InsightSeen): Promise<boolean> {
  if (view?.callbackId === 'reviewing.insight-look') return (await slack.updateModal(view.id, insightModal(content, seen), view.hash)).ok;
  if (!message || seen.by === undefined) return false;
  return (await slack.updateMessage(message.channel, message.ts, insightMessage(content, { ...seen, partner: seen.by }))).ok;
}

function aboutIn({ value }: Pressed): { id: string; version: number } {
  const [id = '', version = ''] = value.split(':');
  return { id, version: Number(version) || 0 };
}
