// What forums show where there is more, or less, than in the gallery, held against Slack's limits. Everything else of them is drawn there at its longest.
import { expect, test } from '@jest/globals';
import { invitation } from '../../../../src/features/gathering/forums/channel-views.ts';
import { homeBlocks, MOST_LINES } from '../../../../src/features/gathering/forums/home-view.ts';
import { listModal, ON_A_PAGE, pagesOf } from '../../../../src/features/gathering/forums/list-views.ts';
import type { ForumShown, Standing } from '../../../../src/features/gathering/forums/seat-views.ts';
import { loadContent } from '../../../../src/platform/content/load.ts';
import { home } from '../../../../src/platform/slack/blocks.ts';
import { checkBlocks } from '../../../../src/sandbox/check/blocks.ts';
import { checkView } from '../../../../src/sandbox/check/views.ts';
import { instant, programme, recordId } from '../../../../src/sandbox/gallery/made-up.ts';

const content = loadContent();
const zone = 'America/Argentina/ComodRivadavia';
const waits: Standing = { is: 'waiting', number: 300, brings: true };
const one = (n: number, standing: Standing = waits): ForumShown => ({
  ...{
    forum: recordId(n),
    at: instant('2027-09-29T10:30:00Z'),
    zone,
    places: 8,
    taken: 8,
    waiting: 300,
    standing,
    runs: true,
    leads: true,
  },
});
const page = (count: number, at: number) => {
  const shown = Array.from({ length: Math.min(ON_A_PAGE, count - at * ON_A_PAGE) }, (_, n) => one(n));
  return listModal(content, { programme: recordId(1), name: programme('longest').name, forums: shown, count, page: at });
};

test.each([0, 1, 20, 21, 60])('the list of %i open forums, page by page', (count) => {
  for (let at = 0; at < pagesOf(count); at += 1) {
    const view = page(count, at);
    expect(checkView(view, 'modal')).toEqual([]);
    expect(JSON.stringify(view).includes('Later ones')).toBe(at < pagesOf(count) - 1);
    expect(JSON.stringify(view).includes('Earlier ones')).toBe(at > 0);
  }
});

test('the part of Home has a line for each of three places and one for the rest', () => {
  const own = Array.from({ length: MOST_LINES }, (_, n) => one(n));
  const blocks = homeBlocks(content, { programme: recordId(1), own, count: 60 });
  expect(blocks).toHaveLength(MOST_LINES + 1);
  expect(checkView(home(blocks), 'home')).toEqual([]);
});

test('the invitation of a forum that moved, full, with everyone waiting', () => {
  const about = { forum: recordId(1), at: instant('2027-09-29T10:30:00Z'), zone, places: 8, taken: 8, waiting: 292 };
  const body = invitation(content, { ...about, stage: 'open', moved: true });
  expect(checkBlocks(body.blocks as never, 'message')).toEqual([]);
  expect(body.text).not.toMatch(/[<>{}]/);
});
