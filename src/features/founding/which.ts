// Which programme a command is about: the one at home in the channel it was typed in; elsewhere the person's only one; with several it asks.
import type { Answer, Hear, Press } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import * as organisers from './organisers.ts';
import type { Programme } from './programmes.ts';
import * as programmes from './programmes.ts';
import { whichAnswer } from './views.ts';

/** Who speaks: someone who takes part, someone who organises, or someone who would like to join. */
export type Speaker = 'leader' | 'organiser' | 'newcomer';

/** What a command does once it is known for which programme. Everything that a button passes on has been typed by someone: check it. */
export type InProgramme = (tools: Tools, said: Said, programme: Programme) => Promise<Answer | undefined>;

export interface Said {
  user: string;
  /** The rest of the line. */
  rest: string;
  triggerId: string;
  /** Where it was typed; missing where a button was pressed. */
  channel?: string;
  /** Missing where Slack has been told already. */
  acknowledge?: () => Promise<void>;
}

/** A command that is about one programme, and the press of a button that answers which. `control` is the button's `room.control`. */
export function inProgramme(control: string, speaker: Speaker, act: InProgramme): { hear: Hear; press: Press } {
  return {
    hear: async (tools, spoken) => {
      const found = await which(tools, speaker, spoken);
      if (found.length === 1) return act(tools, spoken, found[0] as Programme);
      if (found.length === 0) return { text: tools.content.say(`founding.which.none.${speaker}`) };
      return whichAnswer(tools.content, control, found, spoken.rest);
    },
    press: async (tools, { user, value, triggerId }) => {
      const [id = '', ...rest] = value.split(' ');
      const programme = await programmes.find(tools.db, tools.workspace, id);
      if (!programme) return { text: tools.content.say('founding.gone') };
      return act(tools, { user, rest: rest.join(' '), triggerId }, programme);
    },
  };
}

/** The programmes that may be meant. */
export async function which(tools: Tools, speaker: Speaker, { user, channel }: { user: string; channel: string }): Promise<Programme[]> {
  const here = await programmes.ofChannel(tools.db, tools.workspace, channel);
  if (here) return [here];
  const all = await programmes.all(tools.db, tools.workspace);
  const ids = await idsOf(tools, speaker, user, all);
  return all.filter(({ id }) => ids.has(id));
}

async function idsOf(tools: Tools, speaker: Speaker, user: string, all: readonly Programme[]): Promise<ReadonlySet<string>> {
  if (speaker === 'organiser') {
    if (tools.organisers.includes(user)) return new Set(all.map(({ id }) => id));
    return new Set(await organisers.programmesOf(tools.db, tools.workspace, user));
  }
  const places = await programmes.placesOf(tools.db, tools.workspace, user);
  const current = places.filter(({ left }) => !left);
  if (speaker === 'leader') return new Set((current.length > 0 ? current : places).map(({ programme }) => programme));
  // Someone new is not told what programmes there are, unless there is only one, or they have been invited.
  const invited = await programmes.invitingTo(tools.db, tools.workspace, user);
  const known = [...invited, ...places.map(({ programme }) => programme)];
  return new Set(known.length > 0 ? known : all.length === 1 ? all.map(({ id }) => id) : []);
}
