// One line of the timeline: when, who, what; and the way to its message.
import { useMemo } from 'preact/hooks';
import { writeAddress } from '../address.ts';
import type { Page } from '../state.ts';
import { nameOf } from '../workspace/labels.ts';
import { inWords } from '../workspace/when.ts';
import type { TimelineLine } from './ask.ts';
import { jump, placeOf, viewerOf } from './jump.ts';
import { leadOf } from './words.ts';

interface EntryProps {
  page: Page;
  line: TimelineLine;
  /** The person that the timeline is narrowed to, if it is. */
  wanted: string;
  zone: string;
}

export function TimelineEntry({ page, line, wanted, zone }: EntryProps) {
  const { scene, me } = page;
  const { people } = scene;
  return useMemo(() => {
    const at = Date.parse(line.at);
    return (
      <li class={line.by === undefined ? 'by-bot' : 'by-person'}>
        <time dateTime={line.at}>{inWords('time', at, zone)}</time>
        <p>
          <strong>{leadOf(line, scene)}</strong> <Words line={line} page={page} wanted={wanted} />
        </p>
      </li>
    );
  }, [line, wanted, zone, me, people]);
}

function Words({ line, page, wanted }: { line: TimelineLine; page: Page; wanted: string }) {
  const place = placeOf(line);
  if (place === undefined) return <span>{line.text}</span>;
  const viewer = viewerOf(line, page.me, wanted);
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void jump(page, line, viewer);
  };
  const href = writeAddress({ me: viewer, place, panel: 'timeline' });
  return (
    <a href={href} title={viewer === page.me ? undefined : `Opens it as ${nameOf(viewer, page.scene)}`} onClick={go}>
      {line.text || 'a file'}
    </a>
  );
}
