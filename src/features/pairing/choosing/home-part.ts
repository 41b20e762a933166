// What Home, `status` and `partner` show of choosing: nothing but while there is something to choose, or somebody has been chosen.
import type { KnownBlock } from '@slack/types';
import { Temporal } from 'temporal-polyfill';
import type { Content } from '../../../platform/content/load.ts';
import { actions, section } from '../../../platform/slack/blocks.ts';
import type { Db, Tools } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import { sayList } from '../../founding/words.ts';
import type { Leader } from '../../joining/leaders.ts';
import { endOf, opensAt } from './plan.ts';
import { seasonNow } from './season.ts';
import { type Seen, seeChoosing } from './see.ts';
import { chooseButton, daysOf } from './views.ts';
import { seeWelcomes } from './welcomes.ts';
import { welcomesPart } from './welcomes-view.ts';

type Seeing = Pick<Tools, 'db' | 'workspace' | 'vault' | 'content'>;

/** Where `leader` stands with the partner of the coming round, and the button with which to go on. */
export async function choosingPart(
  tools: Seeing,
  { programme, leader }: { programme: Programme; leader: Leader },
  now: Temporal.Instant,
): Promise<KnownBlock[]> {
  if (programme.choosing === 'welcome') {
    const named = await seeWelcomes(tools, { programme, leader }, now);
    return named ? welcomesPart(tools.content, named) : [];
  }
  if (programme.choosing !== 'leaders') return [];
  const look = await seeChoosing(tools, { programme: programme.id, user: leader.user }, now);
  return look.ok ? drawn(tools.content, look.seen) : [];
}

function drawn(content: Content, seen: Seen): KnownBlock[] {
  const { phase, chosen, asking, asked, programme } = seen;
  if (phase === 'before' || (phase === 'over' && !chosen)) return [];
  const said = content.say(`pairing.choosing.home.${chosen ? 'chosen' : asking ? 'asking' : 'open'}`, {
    ...daysOf(seen),
    name: (chosen ?? asking)?.name ?? '',
  });
  const others = !chosen && asked.length > 0 ? content.say('pairing.choosing.home.asked', { names: namesOf(asked) }) : '';
  const label = chosen ? 'See our choice' : 'Choose a partner';
  return [section([said, others].filter((line) => line !== '').join('\n')), actions([chooseButton(programme.id, label)])];
}

const MOST_NAMED = 3;

function namesOf(asked: Seen['asked']): string {
  const names = asked.slice(0, MOST_NAMED).map(({ name }) => name);
  return sayList(asked.length > MOST_NAMED ? [...names, `${asked.length - MOST_NAMED} more`] : names);
}

/** When time alone changes what is shown. */
export async function choosingTimes(db: Db, programme: Programme, now: Temporal.Instant): Promise<Temporal.Instant[]> {
  if (programme.choosing === 'bot') return [];
  const season = await seasonNow(db, programme, now);
  return [opensAt(season, programme), endOf(season, programme)].filter((each) => Temporal.Instant.compare(now, each) < 0);
}
