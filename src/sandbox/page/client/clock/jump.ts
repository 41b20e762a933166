// From a line of the timeline to its message: as somebody who can see it, in its conversation, however far back it stands.
import { MESSAGES } from '../link.ts';
import type { Page } from '../state.ts';
import type { TimelineLine } from './ask.ts';

const PATIENCE = 8_000;
/** Where a panel covers the conversation beside which it stands. */
const COVERED = '(max-width: 760px)';

/** As whom it is best seen: as whoever acts, where they can; else as whoever did it or read it. */
export function viewerOf({ by, people }: TimelineLine, me: string, wanted: string): string {
  const [first = me] = people;
  if (wanted !== '' && people.includes(wanted)) return wanted;
  return people.includes(me) ? me : (by ?? first);
}

/** The address of its conversation on this page. */
export function placeOf({ place }: TimelineLine): string | undefined {
  return place && (place.surface === 'dm' ? MESSAGES : place.conversation);
}

export async function jump(page: Page, line: TimelineLine, viewer: string): Promise<void> {
  const place = placeOf(line);
  if (place === undefined || line.place === undefined) return;
  if (viewer !== page.me) page.become(viewer);
  page.go(place);
  if (matchMedia(COVERED).matches) page.show(undefined);
  if (!(await sought(page, line.place.ts))) page.say('That message is no longer there.');
}

/** Looks for the message, further and further back; true when it stands in sight. */
async function sought(page: Page, ts: string): Promise<boolean> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until) {
    await new Promise(requestAnimationFrame);
    const message = document.getElementById(`message-${ts}`);
    if (message) {
      message.scrollIntoView({ block: 'center' });
      message.focus({ preventScroll: true });
      return true;
    }
    const isThere = document.querySelector('.page[data-busy="false"] .log');
    if (!isThere) continue;
    if (!isThere.querySelector('.earlier')) return false;
    await page.earlier();
  }
  return false;
}
