// What is heard from the forms of commitments. Where one was opened under a message, that message goes on and the form closes; elsewhere what
// follows takes the form's place.
import type { ModalView } from '@slack/types';
import { choiceIn, textIn } from '../../../platform/slack/inputs.ts';
import type { Ears, Reply, Submit } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { redrawCards } from '../meetings/redraw-cards.ts';
import { type Committed, commit } from './commit.ts';
import { type About, readAbout } from './forms.ts';
import { listModal, savedModal } from './list-view.ts';
import { LENGTHS } from './plan.ts';
import { look } from './scene.ts';
import type { Words } from './sealed-commitments.ts';
import { listOf } from './see-commitments.ts';
import { makeSmaller, notice } from './settle.ts';
import { redrawLetters, wordsOf } from './show.ts';
import { stepModal } from './step-view.ts';

const onCommitted: Submit = async (tools, { user, privateMetadata, state }) => {
  const about = readAbout(privateMetadata);
  const seen = choiceIn(state, 'seen');
  const chosen = seen === 'share' || seen === 'keep' ? seen : undefined;
  const done = await commit(tools, { ...about, user, ...wordsIn(state), seen: chosen });
  if (!done.ok) return corrected(tools, done);
  return about.from === 'list' ? { then: 'update', view: savedModal(tools.content) } : goOn(tools, user, about);
};

const onSmaller: Submit = async (tools, { user, privateMetadata, state }) => {
  const about = readAbout(privateMetadata);
  const done = await makeSmaller(tools, { user, id: about.id }, wordsIn(state));
  if (!done.ok) return corrected(tools, done);
  if (done.concerned) await redrawCards(tools, { user, pair: done.concerned }, tools.now());
  return goOn(tools, user, about);
};

const onNoticed: Submit = async (tools, { user, privateMetadata, state }) => {
  const about = readAbout(privateMetadata);
  const text = textIn(state, 'noticed');
  const fault = (id: string, x = LENGTHS.noticed): Reply => ({ then: 'errors', errors: { noticed: tools.content.plain(id, { x }) } });
  if (text.length > LENGTHS.noticed) return fault('coaching.commitment.too-long');
  const done = await notice(tools, { user, id: about.id }, text);
  return done.ok ? goOn(tools, user, about) : fault(`coaching.commitment.${done.because}`);
};

export const commitmentSubmits: NonNullable<Ears['submits']> = {
  'coaching.commit': onCommitted,
  'coaching.commitment-smaller': onSmaller,
  'coaching.commitment-noticed': onNoticed,
};

/** As they typed it, without the words that stand before the box already, and without a full stop behind. */
function wordsIn(state: Parameters<typeof textIn>[0]): Words {
  const bare = (text: string) =>
    text
      .replace(/\s+/g, ' ')
      .replace(/[.…]+$/, '')
      .trim();
  return {
    when: bare(textIn(state, 'when').replace(/^(?:when\b|…)\s*/i, '')),
    will: bare(textIn(state, 'will').replace(/^(?:i will\b|i['’]ll\b|…)\s*/i, '')),
  };
}

async function goOn(tools: Tools, user: string, { pair, fortnight, from }: About): Promise<Reply> {
  if (from === 'list') return { then: 'update', view: await listNow(tools, user) };
  const looked = await look(tools, tools.db, { user, pair, fortnight }, tools.now());
  if (!looked.ok) return { then: 'update', view: await listNow(tools, user) };
  const words = await wordsOf(tools, tools.db, looked.scene);
  const drawn = await redrawLetters(tools, looked.scene, words);
  return from === 'message' && drawn.length > 0 ? { then: 'close' } : { then: 'update', view: stepModal(tools.content, words) };
}

async function listNow(tools: Tools, user: string): Promise<ModalView> {
  return listModal(tools.content, await listOf(tools, user, tools.now()));
}

function corrected({ content }: Tools, { faults }: Extract<Committed, { ok: false }>): Reply {
  const told = Object.entries(faults).map(([box, fault]) => {
    const blanks = fault === 'too-long' ? { x: LENGTHS[box as 'when' | 'will'] } : {};
    return [box, content.plain(`coaching.commitment.${fault}`, blanks)];
  });
  return { then: 'errors', errors: Object.fromEntries(told) };
}
