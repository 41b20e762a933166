// The forms in which a pair picks a time, and the plan of its meeting.
import type { Offer } from '../../../features/coaching/meetings/offers.ts';
import { arrangedForm, outsideForm, type PickWords, pickForm } from '../../../features/coaching/meetings/pick-view.ts';
import { type PlanShown, planModal } from '../../../features/coaching/meetings/plan-view.ts';
import { whenIn } from '../../../features/coaching/meetings/times.ts';
import type { NoteShown } from '../../../features/coaching/note-views.ts';
import { fortnight } from '../../../platform/content/elements.ts';
import type { Content } from '../../../platform/content/load.ts';
import { bySize, instant, name, recordId, times, written } from '../made-up.ts';
import { type Drawn, inModal, type Sample, type Size, samplesOf } from '../sample.ts';
import { members, namesOf, PAIR, startsAt, THIRD } from './pair.ts';

/** Slack shows a hundred in one list. */
const MOST_OFFERED = 100;

/** Half hours of the days after Tuesday 9 November; at the longest a whole list, where a fortnight of another length has begun. */
function offers(size: Size): Offer[] {
  if (size === 'longest')
    return times(MOST_OFFERED, (n) => ({
      fortnight: THIRD,
      at: startsAt(size).add({ minutes: 30 * n }),
      minutes: n % 2 ? 75 : 60,
      usual: false,
    }));
  const hours = bySize(size, { usual: [9, 10, 13, 14, 15], longest: [], shortest: [9] });
  return bySize(size, { usual: [10, 11, 16, 18], longest: [], shortest: [10] }).flatMap((day) =>
    hours.map((hour) => ({
      fortnight: THIRD,
      at: instant(`2027-11-${day}T${String(hour).padStart(2, '0')}:00:00Z`),
      minutes: 60,
      usual: false,
    })),
  );
}

function form(size: Size): PickWords {
  const all = members(size, size === 'longest' ? 3 : 2);
  const zone = bySize(size, { usual: 'Europe/London', longest: 'America/Argentina/ComodRivadavia', shortest: 'UTC' });
  const pages = bySize(size, { usual: { page: 1, pages: 2 }, longest: { page: 5, pages: 9 }, shortest: { page: 1, pages: 1 } });
  return {
    about: '{}',
    pair: PAIR,
    zone,
    others: all.slice(1),
    minutes: bySize(size, { usual: 60, longest: 75, shortest: 60 }),
    offers: offers(size),
    ...pages,
  };
}

function outside(size: Size, count: number) {
  const all = members(size, count);
  const at = size === 'usual' ? instant('2027-11-18T16:30:00Z') : startsAt(size);
  return {
    about: '{}',
    zone: all[0]?.zone ?? 'UTC',
    others: all.slice(1),
    at,
    outside: namesOf(size === 'longest' ? all : all.slice(1, 2)),
  };
}

/** What the reader has marked for the meeting: at the longest more than are shown. */
function brought(content: Content, size: Size): NoteShown[] {
  const { title, half } = fortnight(content, THIRD);
  const text = bySize(size, {
    usual: 'Held back in the supplier review until everyone had spoken. Edo proposed the split I had in mind, and a better one.',
    longest: written('longest', 40_000),
    shortest: '',
  });
  return times(bySize(size, { usual: 1, longest: 40, shortest: 0 }), (n) => ({
    ...{ id: recordId(50 + n), fortnight: THIRD, title, question: half?.questions[0]?.text ?? '', text, bring: true },
    on: 'Thursday 11 November 2027',
  }));
}

function plan(content: Content, size: Size, id: string): Drawn {
  const timer: Pick<PlanShown, 'timer' | 'remark'> = bySize(size, {
    usual: { timer: 'stopped' },
    longest: { timer: 'running', remark: 'coaching.meeting.timer.started' },
    shortest: {},
  });
  const about = { value: `${PAIR}:${THIRD}`, plan: id, first: name(size), halfWay: size === 'longest' };
  return inModal(planModal(content, { ...about, notes: brought(content, size), ...timer }));
}

const PLANS = {
  'coaching.plan.first': ['The plan of the first meeting', 'plan.first'],
  'coaching.plan.long': ['The plan of a pair’s long meeting', 'plan.pair.long'],
  'coaching.plan.short': ['The plan of a pair’s short meeting', 'plan.pair.short'],
  'coaching.plan.half': ['The plan of the meeting half way', 'plan.half'],
  'coaching.plan.trio.long': ['The plan of a long meeting of three', 'plan.trio.long'],
  'coaching.plan.trio.short': ['The plan of a short meeting of three', 'plan.trio.short'],
  'coaching.plan.closing': ['The plan of the closing meeting', 'plan.closing'],
  'coaching.plan.closing.trio': ['The plan of the closing meeting of three', 'coaching.meeting.plan.closing.trio'],
} as const;

const plans = Object.fromEntries(
  Object.entries(PLANS).map(([id, [title, words]]) => [id, [title, (content: Content, size: Size) => plan(content, size, words)] as const]),
);

export const pickingSamples: readonly Sample[] = [
  ...samplesOf('src/features/coaching/meetings/pick-view.ts', {
    'coaching.pick': ['Pick a time', (content, size) => inModal(pickForm(content, form(size)))],
    'coaching.pick.move': [
      'Move a meeting',
      (content, size) => inModal(pickForm(content, { ...form(size), moving: whenIn(members(size)[0]?.zone ?? 'UTC', startsAt(size)) })),
    ],
    'coaching.pick.none': [
      'No hour that suits everyone',
      (content, size) => inModal(pickForm(content, { ...form(size), offers: [], page: 1, pages: 0 })),
    ],
    'coaching.pick.outside': ['Outside somebody’s hours', (content, size) => inModal(outsideForm(content, outside(size, 2)))],
    'coaching.pick.outside.trio': [
      'Outside somebody’s hours, of three',
      (content, size) => inModal(outsideForm(content, outside(size, 3))),
    ],
    'coaching.arranged': ['We have one already', (content) => inModal(arrangedForm(content, '{}'))],
  }),
  ...samplesOf('src/features/coaching/meetings/plan-view.ts', plans),
];
