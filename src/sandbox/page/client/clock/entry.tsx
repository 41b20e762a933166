// One row of the timeline: when, who, what; and the way to its message.
import { useMemo } from 'preact/hooks';
import { writeAddress } from '../address.ts';
import type { Page } from '../state.ts';
import { nameOf } from '../workspace/labels.ts';
import { inWords } from '../workspace/when.ts';
import { jump, placeOf, viewerOf } from './jump.ts';
import type { Row } from './rows.ts';

interface EntryProps {
  page: Page;
  latest: () => Page;
  row: Row;
  /** The person that the timeline is narrowed to, if it is. */
  wanted: string;
  zone: string;
}

export function TimelineEntry({ page, latest, row, wanted, zone }: EntryProps) {
  const { line } = row;
  const { people } = page.scene;
  return useMemo(
    () => (
      <li class={line.by === undefined ? 'by-bot' : 'by-person'}>
        <time dateTime={line.at}>{inWords('time', Date.parse(line.at), zone)}</time>
        <Words page={page} latest={latest} row={row} wanted={wanted} />
      </li>
    ),
    [row, wanted, zone, page.me, people],
  );
}

function Words({ page, latest, row: { line, who, what }, wanted }: Omit<EntryProps, 'zone'>) {
  const place = placeOf(line);
  const words = (
    <>
      <strong>{who}</strong> {what}
    </>
  );
  if (place === undefined) return <p>{words}</p>;
  const viewer = viewerOf(line, page.me, wanted);
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void jump(latest, line, viewer);
  };
  return (
    <p>
      <a
        href={writeAddress({ me: viewer, place, panel: 'timeline' })}
        title={viewer === page.me ? 'Opens it' : `Opens it as ${nameOf(viewer, page.scene)}`}
        onClick={go}
      >
        {words}
      </a>
    </p>
  );
}
