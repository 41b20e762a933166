// The gathering as its organisers see it now: the form where none is planned, else what stands.
import type { ModalView } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import { dayOf, isBefore } from '../../../platform/clock.ts';
import { standingUnder } from '../../../platform/outbox/placed.ts';
import type { Tools } from '../../../platform/tools.ts';
import { sharedInsights } from '../../reviewing/closing/shared-insights.ts';
import { countsOf } from './answers.ts';
import type { Occasion } from './occasion.ts';
import { usualMoment } from './plan.ts';
import { inviteKey } from './tell.ts';
import { type Overview, overviewModal, planModal, type Remark } from './views.ts';

type Planned = Occasion & { gathering: NonNullable<Occasion['gathering']> };

/** What comes back with the form: the round to plan for, or the gathering to change in the state in which it was seen. */
export interface FormAbout {
  programme: string;
  round: string;
  gathering?: string;
  sequence?: number;
}

/** To plan, filled with the usual moment; to change, filled with what stands. */
export function formFor({ content }: Pick<Tools, 'content'>, occasion: Occasion, now: Temporal.Instant): ModalView {
  const { programme, round, calendar, gathering, followed } = occasion;
  const zone = programme.timeZone;
  const about: FormAbout = {
    ...{ programme: programme.id, round: round.id },
    ...(gathering && { gathering: gathering.id, sequence: gathering.sequence }),
  };
  const usual = usualMoment(calendar, dayOf(now, zone));
  const there = gathering?.startsAt.toZonedDateTimeISO(zone);
  return planModal(content, {
    ...{ programme: programme.name, number: round.number, zone, about: JSON.stringify(about), changing: gathering !== undefined },
    day: (there?.toPlainDate() ?? usual.day).toString(),
    time: there?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? usual.time,
    place: gathering?.place ?? '',
    reveals: gathering?.reveals ?? !followed,
    revealable: !followed,
  });
}

export async function overviewOf(
  tools: Tools,
  { programme, round, gathering, followed }: Planned,
  now: Temporal.Instant,
  said: { remark?: Remark; busy?: boolean } = {},
): Promise<ModalView> {
  const { id, startsAt, endsAt, place } = gathering;
  const shown: Overview = {
    ...{ id, startsAt, place, zone: programme.timeZone, programme: programme.name, number: round.number },
    counts: await countsOf(tools.db, id),
    invited: (await standingUnder(tools.db, tools.workspace, inviteKey(gathering))).length > 0,
    pairs: pairsIn({ programme, gathering, followed }),
    insights: (await sharedInsights(tools, tools.db, round.id)).length,
    state: isBefore(now, startsAt) ? 'ahead' : isBefore(now, endsAt) ? 'begun' : 'over',
    ...said,
  };
  return overviewModal(tools.content, shown);
}

/** Where no organiser has to approve a round, it needs no approval here either. */
function pairsIn({ programme, gathering, followed }: Pick<Planned, 'programme' | 'gathering' | 'followed'>): Overview['pairs'] {
  if (!gathering.reveals || followed) return 'own';
  if (gathering.approved) return 'reveal.approved';
  return programme.rotating === 'automatic' ? 'reveal' : 'reveal.missing';
}
