// How much happened in each week: bars of what the bot said and of what people did, and the same as a table.
import type { TimelineWeek } from './ask.ts';
import { dayInWords, sum, THEMES, things } from './words.ts';

const HEIGHT = 72;
const WIDTH = 10;
const GAP = 2;

export function Chart({ weeks }: { weeks: readonly TimelineWeek[] }) {
  const most = Math.max(1, ...weeks.map(({ counts }) => sum(counts)));
  const fullest = weeks.find(({ counts }) => sum(counts) === most);
  if (!fullest) return null;
  return (
    <figure class="chart">
      <svg
        viewBox={`0 0 ${weeks.length * (WIDTH + GAP)} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={saying(weeks, fullest)}
      >
        {weeks.map(({ week, counts }, at) => (
          <Bar key={week} at={at} did={counts.deeds ?? 0} whole={sum(counts)} most={most} />
        ))}
      </svg>
      <figcaption>
        <span class="said-by-bot">said by the bot</span>
        <span class="done-by-people">done by people</span>
        <span>each week; at most {most.toLocaleString('en-GB')}</span>
      </figcaption>
      <details>
        <summary>The figures as a table</summary>
        <Table weeks={weeks} />
      </details>
    </figure>
  );
}

function Bar({ at, did, whole, most }: { at: number; did: number; whole: number; most: number }) {
  const height = (count: number) => (count / most) * HEIGHT;
  const x = at * (WIDTH + GAP);
  return (
    <>
      <rect class="done-by-people" x={x} width={WIDTH} y={HEIGHT - height(did)} height={height(did)} />
      <rect class="said-by-bot" x={x} width={WIDTH} y={HEIGHT - height(whole)} height={height(whole - did)} />
    </>
  );
}

function saying(weeks: readonly TimelineWeek[], { week, counts }: TimelineWeek): string {
  const span = weeks.length === 1 ? 'One week' : `${weeks.length} weeks`;
  return `${span} as bars. The fullest is the week of ${dayInWords(week, 'short')}, with ${things(sum(counts))}. The figures stand in the table below.`;
}

function Table({ weeks }: { weeks: readonly TimelineWeek[] }) {
  const columns = THEMES.filter(([theme]) => weeks.some(({ counts }) => (counts[theme] ?? 0) > 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="figures" tabIndex={0} aria-label="Figures by week">
      <table>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            {columns.map(([theme, name]) => (
              <th key={theme} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ week, counts }) => (
            <tr key={week}>
              <th scope="row">{dayInWords(week, 'short')}</th>
              {columns.map(([theme]) => (
                <td key={theme}>{counts[theme] ?? 0}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
