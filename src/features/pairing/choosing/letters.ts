// What leaders hear who choose each other: that somebody asks them, and what has become of what they asked. Pure.
import { sayDay } from '../../../platform/clock.ts';
import type { Content } from '../../../platform/content/load.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, button, context, section } from '../../../platform/slack/blocks.ts';
import { sayList } from '../../founding/words.ts';
import type { Named } from '../said.ts';
import type { Season } from './plan.ts';

export const CHOOSE = 'pairing.choose';
export const ACCEPT = 'pairing.choose-accept';
export const DECLINE = 'pairing.choose-decline';

/** So many of those who ask are named. */
const MOST_NAMED = 5;

export interface Asking extends Named {
  request: string;
}

interface About {
  programme: string;
  season: Season;
}

/** One question to answer at once; several are looked at in the form. */
export function askedMessage(content: Content, people: readonly Asking[], { programme, season }: About): Body {
  const dates = { date: sayDay(season.roundOn), last: sayDay(season.lastDay) };
  const [one, ...others] = people;
  if (one && others.length === 0) {
    const [accept = '', decline = ''] = content.buttons('pairing.choosing.asked');
    return message(content, content.say('pairing.choosing.asked', { ...dates, name: one.name, function: one.function }), [
      button({ label: accept, action: ACCEPT, value: one.request, style: 'primary', accessibilityLabel: `${accept}: ${one.name}` }),
      button({ label: decline, action: DECLINE, value: one.request, accessibilityLabel: `${decline}: ${one.name}` }),
    ]);
  }
  const [see = ''] = content.buttons('pairing.choosing.asked.several');
  const names = namesOf(people);
  return message(content, content.say('pairing.choosing.asked.several', { ...dates, x: people.length, names }), [
    button({ label: see, action: CHOOSE, value: programme, style: 'primary' }),
  ]);
}

/** That choosing has begun. */
export function opensMessage(content: Content, { programme, season }: { programme: { id: string; name: string }; season: Season }): Body {
  const [choose = ''] = content.buttons('pairing.choosing.opens');
  const blanks = { programme: programme.name, date: sayDay(season.roundOn), last: sayDay(season.lastDay) };
  return message(content, content.say('pairing.choosing.opens', blanks), [
    button({ label: choose, action: CHOOSE, value: programme.id, style: 'primary' }),
  ]);
}

function namesOf(people: readonly Named[]): string {
  const named = people.slice(0, MOST_NAMED).map(({ name, function: own }) => `${name} (${own})`);
  return sayList(people.length > MOST_NAMED ? [...named, `${people.length - MOST_NAMED} more`] : named);
}

/** What somebody may hear of what they asked, or had chosen. */
export type News = 'accepted' | 'declined' | 'elsewhere' | 'lapsed' | 'gone' | 'undone' | 'switched';

/** `open`: whether there is still time to choose. */
export function newsMessage(
  content: Content,
  news: News,
  { name, programme, season, open }: About & { name: string; open: boolean },
): Body {
  const blanks = { name, date: sayDay(season.roundOn), last: sayDay(season.lastDay) };
  const said = content.say(`pairing.choosing.${news}`, blanks);
  const next = news === 'accepted' || news === 'switched' ? '' : content.say(`pairing.choosing.then.${open ? 'choose' : 'bot'}`, blanks);
  const [choose = ''] = content.buttons('pairing.choosing.then.choose');
  const controls = open && next !== '' ? [button({ label: choose, action: CHOOSE, value: programme })] : [];
  return message(content, [said, next].filter((part) => part !== '').join(' '), controls);
}

function message(content: Content, text: string, buttons: Parameters<typeof actions>[0]): Body {
  return {
    text,
    blocks: [section(text), ...(buttons.length > 0 ? [actions(buttons)] : []), context(content.say('m.footer'))],
  };
}
