// From a line of the timeline to its message: as somebody who can see it, in its conversation, however far back it stands.
import { MESSAGES } from '../link.ts';
import type { Page } from '../state.ts';
import type { TimelineLine } from './ask.ts';

const PATIENCE = 10_000;
/** Where a panel covers the conversation beside which it stands. */
const COVERED = '(max-width: 760px)';

/** As whom it is best seen: as whoever is looked for or acts, where they can; else as whoever did it or read it. */
export function viewerOf({ by, people }: TimelineLine, me: string, wanted: string): string {
  const [first = me] = people;
  if (wanted !== '' && people.includes(wanted)) return wanted;
  return people.includes(me) ? me : (by ?? first);
}

/** Its conversation, as the page's addresses call it. */
export function placeOf({ place }: TimelineLine): string | undefined {
  return place && (place.surface === 'dm' ? MESSAGES : place.conversation);
}

/** `latest` tells what the page has come to meanwhile. */
export async function jump(latest: () => Page, line: TimelineLine, viewer: string): Promise<void> {
  const place = placeOf(line);
  if (place === undefined || line.place === undefined) return;
  if (viewer !== latest().me) latest().become(viewer);
  latest().go(place);
  const message = await sought(latest, { me: viewer, place }, `message-${line.place.ts}`);
  if (!message) return latest().say('That message cannot be found any more.');
  if (matchMedia(COVERED).matches) latest().show(undefined);
  message.scrollIntoView({ block: 'center' });
  message.focus({ preventScroll: true });
}

/** Looks for the message, further and further back. */
async function sought(latest: () => Page, at: { me: string; place: string }, id: string): Promise<HTMLElement | undefined> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until) {
    await new Promise(requestAnimationFrame);
    const page = latest();
    if (page.me !== at.me || page.place !== at.place || !page.ready) continue;
    const message = document.getElementById(id);
    if (message) return message;
    if (!page.scene.said.earlier) return undefined;
    await page.earlier();
  }
  return undefined;
}
