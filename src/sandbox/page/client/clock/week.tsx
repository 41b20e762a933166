// One week of the timeline: closed a line, open its days with what happened on each. Its days are fetched when it is opened.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Page } from '../state.ts';
import { Icon } from '../workspace/icons.tsx';
import { askDays, type Narrowed, type TimelineDay, type TimelineWeek } from './ask.ts';
import { TimelineEntry } from './entry.tsx';
import { rowsOf } from './rows.ts';
import { dayInWords, sum, THEMES, things } from './words.ts';

interface WeekProps {
  page: Page;
  latest: () => Page;
  week: TimelineWeek;
  narrowed: Narrowed;
  zone: string;
  startsOpen: boolean;
}

export function Week({ page, latest, week: { week, counts }, narrowed, zone, startsOpen }: WeekProps) {
  const [chosen, choose] = useState<boolean>();
  const open = chosen ?? startsOpen;
  const count = sum(counts);
  const days = useDays(open && count > 0, week, narrowed, count);
  const id = `week-${week}`;
  return (
    <li>
      <h3>
        <button type="button" aria-expanded={open} aria-controls={id} disabled={count === 0} onClick={() => choose(!open)}>
          <Icon name="down" />
          <span>Week of {dayInWords(week, 'short')}</span>
          <small>{count === 0 ? 'nothing' : things(count)}</small>
        </button>
      </h3>
      {open && count > 0 && (
        <div id={id}>
          <p class="themes">{themesOf(counts)}</p>
          {days === undefined && <p class="empty">Fetching…</p>}
          {days?.map((day) => (
            <Day key={day.day} page={page} latest={latest} day={day} narrowed={narrowed} zone={zone} />
          ))}
        </div>
      )}
    </li>
  );
}

interface DayProps {
  page: Page;
  latest: () => Page;
  day: TimelineDay;
  narrowed: Narrowed;
  zone: string;
}

function Day({ page, latest, day: { day, entries }, narrowed, zone }: DayProps) {
  const { people } = page.scene;
  const rows = useMemo(() => rowsOf(entries, page.scene), [entries, people]);
  return (
    <section>
      <h4>{dayInWords(day, 'long')}</h4>
      <ol>
        {rows.map((row) => (
          <TimelineEntry key={row.line.n} page={page} latest={latest} row={row} wanted={narrowed.person} zone={zone} />
        ))}
      </ol>
    </section>
  );
}

/** The days of an open week, fetched again when there is more in it. */
function useDays(wanted: boolean, week: string, { person, pair, kind }: Narrowed, count: number): TimelineDay[] | undefined {
  const [days, setDays] = useState<TimelineDay[]>();
  useEffect(() => {
    if (!wanted) return undefined;
    let late = false;
    askDays({ person, pair, kind }, week).then(
      (fresh) => late || setDays(fresh),
      () => undefined,
    );
    return () => {
      late = true;
    };
  }, [wanted, week, person, pair, kind, count]);
  return days;
}

function themesOf(counts: Readonly<Record<string, number>>): string {
  return THEMES.filter(([theme]) => (counts[theme] ?? 0) > 0)
    .map(([theme, name]) => `${name}: ${counts[theme]}`)
    .join(' · ');
}
