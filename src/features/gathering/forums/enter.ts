// The ways to forums: by a word, by a button that names a programme or a forum. Each finds out who acts and draws what they may see; nothing that
// came with a press is trusted.
import type { ModalView } from '@slack/types';
import type { Answer, Hear, Press, Pressed } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { openForm } from '../../founding/forms.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { whichAnswer } from '../../founding/views.ts';
import { which } from '../../founding/which.ts';
import { type Saying, sayList, sayMoment } from '../../founding/words.ts';
import { openForums } from './forums.ts';
import { LIST, listModal, ON_A_PAGE, pagesOf } from './list-views.ts';
import { lookAt } from './look.ts';
import { type Who, whoIn } from './who.ts';

export const WHICH = 'forums.forum-in';
/** So many other dates are named where one is refused. */
const MOST_NAMED = 3;
const LOOKED_AT = 10;

/** `/coachingpairs forum`: of the channel's programme, or of the one in which they take part or which they organise. */
export const onForum: Hear = async (tools, spoken) => {
  const found: Programme[] = [];
  for (const speaker of ['leader', 'organiser'] as const)
    for (const each of await which(tools, speaker, spoken)) if (!found.some(({ id }) => id === each.id)) found.push(each);
  const [only] = found;
  if (!only) return { text: tools.content.say('founding.which.none.leader') };
  if (found.length > 1) return whichAnswer(tools.content, WHICH, found, '');
  return openList(tools, spoken, only);
};

/** The value is a programme's id. */
export const onList: Press = async (tools, pressed) => {
  const programme = await programmes.find(tools.db, tools.workspace, pressed.value.split(' ')[0] ?? '');
  return programme ? openList(tools, pressed, programme) : { text: tools.content.say('founding.gone') };
};

async function openList(
  tools: Tools,
  asked: Pick<Pressed, 'user' | 'triggerId' | 'view'>,
  programme: Programme,
): Promise<Answer | undefined> {
  const who = await whoIn(tools, programme, asked.user);
  // Whoever came by an id that is not theirs to know learns no name by it.
  if (!who) return { text: tools.content.say('forums.not-in') };
  return show(tools, asked, await listOf(tools, who));
}

export async function listOf(tools: Tools, who: Who, more: { page?: number; remark?: Saying } = {}): Promise<ModalView> {
  const { programme } = who;
  const open = await openForums(tools.db, programme, tools.now());
  const page = Math.min(Math.max(Math.trunc(more.page ?? 0) || 0, 0), pagesOf(open.length) - 1);
  const forums = await lookAt(tools.db, open.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE), who);
  const about = { programme: programme.id, name: programme.name, forums, count: open.length, page };
  return listModal(tools.content, { ...about, ...(more.remark && { remark: more.remark }) });
}

/**
 * In the form of a forum where the button was pressed; from elsewhere (a message, the Home tab) as a form of its own. `instead` is what is said where Slack
 * opens none, of something that is done all the same.
 */
export async function show(
  tools: Tools,
  { view, triggerId }: Pick<Pressed, 'view' | 'triggerId'>,
  next: ModalView,
  instead?: string,
): Promise<Answer | undefined> {
  if (view?.callbackId.startsWith('forums.') && (await tools.slack.updateModal(view.id, next, view.hash)).ok) return undefined;
  const failed = await openForm(tools, triggerId, next);
  return failed && instead ? { text: instead } : failed;
}

/** Whether it was pressed in the list of all. */
export function inList({ view }: Pick<Pressed, 'view'>): boolean {
  return view?.callbackId === LIST;
}

/** The next open dates on which this leader has no place yet, as a blank; nothing where there is none. */
export async function otherDates(tools: Tools, who: Who, but: string): Promise<string> {
  const others = (await openForums(tools.db, who.programme, tools.now())).filter(({ id }) => id !== but);
  const shown = (await lookAt(tools.db, others.slice(0, LOOKED_AT), who)).filter(({ standing }) => standing.is === 'none');
  const dates = sayList(shown.slice(0, MOST_NAMED).map(({ at, zone }) => sayMoment(at, zone)));
  return dates === '' ? '' : tools.content.plain('forums.line.others', { dates });
}
