// The samples of Home: the tab, the answers to "status" and "partner", the menu, the starter cards, and what waits for organisers.
import { cardModal, cardsModal } from '../../../features/home/card-views.ts';
import type { HomeFacts, Now, Taking } from '../../../features/home/facts.ts';
import { menu } from '../../../features/home/menu-view.ts';
import { partnerShown, statusAnswer } from '../../../features/home/status-view.ts';
import { partnersInWords } from '../../../features/home/taking-view.ts';
import { toDoModal } from '../../../features/home/to-do/to-do-view.ts';
import { homeTab } from '../../../features/home/views.ts';
import type { Content } from '../../../platform/content/load.ts';
import { starterCards } from '../../../platform/content/starter-kit.ts';
import { bySize, department, programme, recordId, times } from '../made-up.ts';
import { type Drawn, inModal, onHome, onlyForYou, type Sample, type Size, samplesOf } from '../sample.ts';
import { dates, facts, organising, partners, parts, taking, waits, words } from './facts.ts';
import { team } from './groups.ts';

const DAY = 'Wednesday 1 December 2027';

function tab(content: Content, size: Size, shown: HomeFacts): Drawn {
  const drawn = new Map(shown.taking.map((part) => [part.programme, parts(content, size)]));
  return onHome(homeTab(content, { facts: shown, parts: drawn, team: team(content, size), words }));
}

/** Home of a leader of whom this is true. */
function of(title: string, more: (content: Content, size: Size) => Partial<Taking>) {
  return [
    title,
    (content: Content, size: Size) => tab(content, size, facts({ taking: [taking(content, size, more(content, size))] })),
  ] as const;
}

const NOWS = ['waiting', 'matched', 'between'] as const;
const NOW_TITLES: Record<(typeof NOWS)[number], string> = {
  waiting: 'Home before there is a partner',
  matched: 'Home between the match and the first question',
  between: 'Home after the last fortnight',
};
const now = (is: (typeof NOWS)[number]): Now => ({ is, date: DAY });

const tabs: Sample[] = samplesOf('src/features/home/views.ts', {
  'home.newcomer': ['Home of somebody who takes part in nothing', (content, size) => tab(content, size, facts({}))],
  'home.newcomer.none': ['Home where there is no programme', (content, size) => tab(content, size, facts({ programmes: 0 }))],
  'home.leader': of('Home of a leader', () => ({})),
  'home.paused': of('Home of somebody who sits out', (_, size) => ({ paused: size === 'shortest' ? {} : { until: DAY } })),
  'home.unconfirmed': of('Home with a match to say yes to', () => ({ confirm: { pair: recordId(40), by: DAY } })),
  'home.coming': of('Home with the next partner known', (_, size) => ({ coming: { partners: partners(size), begins: DAY } })),
  'home.partner.away': of('Home while a partner sits out', (_, size) => ({
    partners: partners(size).map((partner) => ({ ...partner, away: size === 'shortest' ? {} : { until: DAY } })),
  })),
  'home.seeking': of('Home while a partner is looked for', () => ({
    partners: [],
    now: now('waiting'),
    without: { because: 'seeking', by: DAY },
  })),
  'home.asked': of('Home when another partner has been asked for', () => ({ without: { because: 'asked', by: DAY } })),
  'home.left': of('Home when a partner has left', () => ({ partners: [], now: now('waiting'), without: { because: 'left' } })),
  ...Object.fromEntries(
    NOWS.map((is) => [`home.${is}`, of(NOW_TITLES[is], (_, size) => ({ now: now(is), partners: is === 'matched' ? partners(size) : [] }))]),
  ),
  'home.several': [
    'Home of somebody in several programmes',
    (content, size) =>
      tab(
        content,
        size,
        facts({ taking: times(bySize(size, { usual: 2, longest: 12, shortest: 2 }), (n) => taking(content, size, {}, n)) }),
      ),
  ],
  'home.organiser': [
    'Home of an organiser',
    (content, size) => {
      const all = times(bySize(size, { usual: 1, longest: 12, shortest: 1 }), (n) => organising(size, n));
      return tab(content, size, facts({ organising: all }));
    },
  ],
});

const answers: Sample[] = samplesOf('src/features/home/status-view.ts', {
  'home.status': ['Where somebody stands', (content, size) => onlyForYou(status(content, size))],
  'home.partner': [
    'Who my partner is, with the next meeting and the agreement',
    (content, size) => onlyForYou(partnerShown({ text: partnersInWords(content, partners(size)) }, parts(content, size))),
  ],
});

function status(content: Content, size: Size) {
  const hours = { days: 'Monday to Friday', from: '9am', to: '5:30pm', zone: programme(size).timeZone };
  const lines = [
    content.say('home.status.in', { programme: programme(size).name, function: department(size) }),
    content.say('home.status.hours', hours),
    content.say('home.status.usual', { weekday: 'Wednesday', time: '9:30am' }),
    ...(size === 'shortest' ? [] : [partnersInWords(content, partners(size)), content.say('home.status.commitments', { x: 2 })]),
  ];
  return statusAnswer(content, { ...parts(content, size), lines, dates: dates(content, size), programme: recordId(1) });
}

const OPENINGS = {
  menu: 'The menu',
  'menu.command': 'The menu, after a command without its slash',
  'menu.file': 'The menu, after a file',
  'menu.stray': 'The menu, after words that answer nothing',
};

const menus: Sample[] = samplesOf('src/features/home/menu-view.ts', {
  ...Object.fromEntries(
    Object.entries(OPENINGS).map(([opening, title]) => [
      `home.${opening}`,
      [title, (content: Content, size: Size) => onlyForYou(menu(content, inMenu(content, size), words, `home.${opening}`))] as const,
    ]),
  ),
});

/** Somebody who leads and organises; at the shortest somebody new, where nothing is founded. */
function inMenu(content: Content, size: Size): HomeFacts {
  if (size === 'shortest') return facts({ programmes: 0 });
  const away = size === 'longest' ? [taking(content, size, { paused: {} }, 1)] : [];
  return facts({ taking: [taking(content, 'usual'), ...away], organising: [organising(size)] });
}

const cards: Sample[] = samplesOf('src/features/home/card-views.ts', {
  'home.cards': ['All starter cards', (content) => inModal(cardsModal(content))],
  'home.cards.organiser': ['All starter cards, for organisers', (content) => inModal(cardsModal(content, { organises: true }))],
  ...Object.fromEntries(
    times(7, (n) => [
      `home.card.${n + 1}`,
      [`Starter card ${n + 1}`, (content: Content) => inModal(cardModal(content, starterCards(content)[n]?.id ?? ''))] as const,
    ]),
  ),
});

const toDo: Sample[] = samplesOf('src/features/home/to-do/to-do-view.ts', {
  'home.to-do': [
    'Everything that waits for organisers',
    (content, size) =>
      inModal(toDoModal(content, { id: recordId(1), name: programme(size).name }, waits(size), size === 'longest' ? 1 : 0)),
  ],
  'home.to-do.one': [
    'One thing waits for organisers',
    (content, size) => inModal(toDoModal(content, { id: recordId(1), name: programme(size).name }, waits('usual').slice(0, 1))),
  ],
});

export const homeSamples: readonly Sample[] = [...tabs, ...answers, ...menus, ...cards, ...toDo];
