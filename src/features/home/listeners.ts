// What the home room listens to: someone opens their Home tab, asks for the menu, the cards or help, or writes to the bot. The table of commands
// is handed in, because the buttons here are its words.
import type { Event } from '../../platform/inbox/kinds.ts';
import type { Stream } from '../../platform/schedule/stream.ts';
import { section } from '../../platform/slack/blocks.ts';
import type { Ears, Hear, Press } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import { openForm } from '../founding/forms.ts';
import * as programmes from '../founding/programmes.ts';
import { organisesAny } from '../founding/rights.ts';
import { inProgramme } from '../founding/which.ts';
import { teamsPartOf } from '../gathering/teams/home-part.ts';
import { answerMessage } from './answer-message.ts';
import { cardModal, cardsModal } from './card-views.ts';
import { helpList, menu, type Word } from './menu-view.ts';
import { drawOpened, homeTabsStream, redrawAfter, redrawOrganisers } from './redraw.ts';
import { see } from './see.ts';
import { seePartner } from './see-partner.ts';
import { statusOf } from './status.ts';
import { toDoPresses } from './to-do/to-do-ears.ts';

/** A line of a table of commands. */
export interface Runnable extends Word {
  run: Hear;
}

/** The tables of commands by the name of their slash command. */
export interface Tables {
  '/coachingpairs': readonly Runnable[];
  '/rotate': readonly Runnable[];
}

/** What this room says, hears and keeps up to date. */
interface AtHome {
  onMenu: Hear;
  onStatus: Hear;
  onPartner: Hear;
  onHelp: Hear;
  onGuide: Hear;
  ears: Ears;
  tabs: Stream;
}

/** What this room hears, given the tables: they are asked for when needed, since this room's own words stand in them. */
export function atHome(tables: () => Tables): AtHome {
  const words = () => wordsOf(tables());
  return {
    onMenu: async (tools, { user }) => menu(tools.content, await see(tools, user, tools.now()), words()),
    onStatus: status.hear,
    onPartner: partner.hear,
    onHelp: async (tools) =>
      helpList(
        tools.content,
        Object.entries(tables()).map(([name, list]) => ({ name, words: list })),
      ),
    onGuide: async (tools, { user, triggerId }) =>
      openForm(tools, triggerId, cardsModal(tools.content, { organises: await organisesAny(tools, user) })),
    tabs: homeTabsStream(words),
    ears: {
      presses: {
        'home.status-in': status.press,
        'home.partner-in': partner.press,
        'home.word': onWord(tables),
        'home.card': onCard,
        ...toDoPresses,
      },
      events: {
        home_opened: (tools, { fields }) => drawOpened(tools, fields.user ?? '', words()),
        reply: (tools, event) => onReply(tools, event, words()),
        left_channel: (tools, { fields }) => redrawAfter(tools, fields.user ?? '', words()),
        person_changed: (tools, { fields }) => redrawAfter(tools, fields.user ?? '', words()),
        channel_changed: redrawOrganisers,
        undelivered: redrawOrganisers,
      },
      afterwards: (tools, user) => redrawAfter(tools, user, words()),
    },
  };
}

const status = inProgramme('home.status-in', 'leader', async (tools, { user }, programme) => {
  const now = tools.now();
  const answer = await statusOf(tools, user, programme, now);
  if (answer) return answer;
  const text = tools.content.say('home.not-in', { programme: programme.name });
  // People whom a leader asked into a team need not take part themselves.
  const teams = await teamsPartOf(tools, user, now);
  return teams.length > 0 ? { text, blocks: [section(text), ...teams] } : { text };
});

const partner = inProgramme('home.partner-in', 'leader', (tools, { user }, programme) => seePartner(tools, user, programme, tools.now()));

/** Pressing a word is typing it in the channel of the programme it stood beside. */
function onWord(tables: () => Tables): Press {
  return async (tools, { user, value, triggerId, message }) => {
    const [word = '', id] = value.split(' ');
    const run = runOf(tables(), word);
    if (!run) return { text: tools.content.say('home.gone') };
    const programme = id && (await programmes.find(tools.db, tools.workspace, id));
    const channel = programme ? programme.channel : (message?.channel ?? '');
    return run(tools, { user, channel, rest: '', triggerId });
  };
}

const onCard: Press = async (tools, { value, triggerId, view }) => {
  const card = cardModal(tools.content, value);
  if (!view?.callbackId.startsWith('home.')) return openForm(tools, triggerId, card);
  const shown = await tools.slack.pushModal(triggerId, card);
  return shown.ok ? undefined : openForm(tools, triggerId, card);
};

async function onReply(tools: Tools, { fields, text = '' }: Event, words: ReadonlySet<string>): Promise<void> {
  const { user = '', channel = '', ts = '', thread_ts: threadTs } = fields;
  await answerMessage(tools, { user, channel, ts, text, ...(threadTs && { threadTs }) }, words);
}

/** `/rotate` alone is the word `rotate` on a button. */
function runOf(tables: Tables, word: string): Hear | undefined {
  const [table, wanted] = word === 'rotate' ? [tables['/rotate'], ''] : [tables['/coachingpairs'], word];
  return table.find((each) => each.word === wanted)?.run;
}

function wordsOf(tables: Tables): ReadonlySet<string> {
  const rotate = tables['/rotate'].some(({ word }) => word === '') ? ['rotate'] : [];
  return new Set([...tables['/coachingpairs'].map(({ word }) => word), ...rotate]);
}
