// What is heard about what comes after: the next round, what is kept of this one, and the commitment that goes along.
import { z } from 'zod';
import { sayDay } from '../../../platform/clock.ts';
import { choiceIn, recall } from '../../../platform/slack/inputs.ts';
import type { Press, Pressed, Submit } from '../../../platform/slack/spoken.ts';
import * as commitments from '../../coaching/checkins/sealed-commitments.ts';
import { openForm } from '../../founding/forms.ts';
import * as programmes from '../../founding/programmes.ts';
import * as leaders from '../../joining/leaders.ts';
import type { NextAnswer } from '../../joining/next-rounds.ts';
import { answerNext, nextRoundOn } from './answer-next.ts';
import { doneModal } from './box-view.ts';
import { carry, chosenIn, mayCarry } from './carry.ts';
import { carryForm, type MayCarry, NOTHING } from './carry-view.ts';
import { keepOwn } from './keep-own.ts';
import { closingOf } from './place.ts';
import { refusal, refusalAt } from './refusals.ts';

const answers =
  (answer: NextAnswer): Press =>
  async (tools, pressed) => {
    const done = await answerNext(tools, { user: pressed.user, ...placeIn(pressed), answer });
    if (!done.ok) {
      return done.because === 'closed'
        ? { text: tools.content.say('reviewing.next.closed') }
        : refusal(tools.content, { because: 'not-yours' });
    }
    return { text: tools.content.say(answer === 'join' ? 'reviewing.next.joined' : 'reviewing.next.not', { date: sayDay(done.on) }) };
  };

const onMore: Press = async (tools, pressed) => {
  const leader = await leaders.byId(tools.db, tools.workspace, placeIn(pressed).leader);
  const programme = leader?.user === pressed.user && (await programmes.find(tools.db, tools.workspace, leader.programme));
  if (!programme) return refusal(tools.content, { because: 'not-yours' });
  const date = sayDay(await nextRoundOn(tools.db, programme, tools.now()));
  return openForm(tools, pressed.triggerId, doneModal('The next round', tools.content.say('reviewing.next.more', { date })));
};

const keeps =
  (keep: boolean): Press =>
  async (tools, pressed) => {
    const done = await keepOwn(tools, { user: pressed.user, ...placeIn(pressed), keep });
    if (!done.ok)
      return done.because === 'gone'
        ? { text: tools.content.say('reviewing.keep.gone') }
        : refusal(tools.content, { because: 'not-yours' });
    return { text: tools.content.say(keep ? 'reviewing.keep.kept' : 'reviewing.keep.not') };
  };

const onCarry: Press = async (tools, { user, value: pair, triggerId }) => {
  const found = await closingOf(tools, tools.db, { pair, user }, tools.now());
  if (!found.ok) return refusal(tools.content, found);
  const offered: MayCarry[] = [];
  for (const commitment of await mayCarry(tools.db, found.closing)) {
    const words = await commitments.open(tools, tools.db, commitment);
    if (words) offered.push({ id: commitment.id, ...words });
  }
  const chosen = await chosenIn(tools, tools.db, found.closing);
  return openForm(tools, triggerId, carryForm(tools.content, { pair, offered, ...(chosen && { chosen }) }));
};

const about = z.object({ pair: z.string() });

const onCarried: Submit = async (tools, { user, privateMetadata, state }) => {
  const { pair } = recall(about, privateMetadata);
  const wanted = choiceIn(state, 'commitment');
  const done = await carry(tools, { user, pair, ...(wanted && wanted !== NOTHING && { commitment: wanted }) });
  if (!done.ok) return refusalAt(tools.content, 'commitment', done);
  const words = done.chosen && (await commitments.open(tools, tools.db, done.chosen));
  const text = words ? tools.content.say('reviewing.carry.chosen', { ...words }) : tools.content.say('reviewing.carry.nothing');
  return { then: 'update', view: doneModal('Take one along', text) };
};

export const nextPresses: Record<string, Press> = {
  'reviewing.next-join': answers('join'),
  'reviewing.next-not': answers('not-this-time'),
  'reviewing.next-more': onMore,
  'reviewing.keep': keeps(true),
  'reviewing.let-go': keeps(false),
  'reviewing.carry': onCarry,
};

export const nextSubmits: Record<string, Submit> = { 'reviewing.carry': onCarried };

function placeIn({ value }: Pressed): { round: string; leader: string } {
  const [round = '', leader = ''] = value.split(' ');
  return { round, leader };
}
