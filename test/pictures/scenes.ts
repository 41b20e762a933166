// The README's pictures, scene by scene: what is done on the page before each is taken. They follow one another in one demo, so their order matters.
import type { Visitor } from '../sandbox/page/visitor.ts';

export interface Scene {
  /** The file's name in docs/pictures, without its ending. */
  name: string;
  dark?: boolean;
  /** Brings the page to where the picture is taken. */
  play: (visitor: Visitor) => Promise<void>;
}

/** As in the demo's team; Mei has not joined yet, Leila organises. */
const newcomer = 'Mei Tanaka';
const organiser = 'Leila Haddad';

export const scenes: readonly Scene[] = [
  { name: 'first-view', play: ({ until }) => until('Your first minute') },
  {
    name: 'rotation',
    play: async (visitor) => {
      await visitor.types('/coachingpairs join');
      await visitor.field('Function').selectOption('Technology');
      await visitor.submits('Join');
      await visitor.submits('Close');
      await hideGuide(visitor);
      await visitor.actsAs(organiser);
      await visitor.types('/rotate');
      await visitor.until('Nothing has been sent');
    },
  },
  {
    name: 'pair',
    play: async (visitor) => {
      await visitor.submits('Approve…');
      await visitor.submits('Tell everyone');
      await visitor.submits('Close');
      await visitor.actsAs(newcomer);
      await moves(visitor, { weeks: 2 });
      const partner = visitor.page.getByRole('heading', { name: 'Group conversations' }).locator('..').getByRole('link').first();
      await partner.click();
      await visitor.settled();
    },
  },
  { name: 'home', dark: true, play: ({ opens }) => opens('Home') },
  {
    name: 'announcement',
    play: async (visitor) => {
      await visitor.opens('leadership');
      await visitor.page.locator('main img').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'timeline',
    play: async (visitor) => {
      await moves(visitor, { months: 6 });
      await visitor.opens('leadership');
      await visitor.page.getByRole('button', { name: 'Timeline', exact: true }).click();
      await visitor.page.getByRole('heading', { name: 'Timeline' }).waitFor();
      await visitor.settled();
    },
  },
  {
    name: 'faults',
    play: async (visitor) => {
      await visitor.page.getByRole('button', { name: 'Faults', exact: true }).click();
      await visitor.page.getByRole('button', { name: 'Lose the answer of the next message' }).click();
      await visitor.page.getByText('Next: Looks in the conversation').waitFor();
      await visitor.settled();
      await moves(visitor, { minutes: 2 });
      await visitor.page.getByText(/: received once$/).waitFor();
      await visitor.page.getByRole('heading', { name: 'What the bot did' }).evaluate((heading) => heading.scrollIntoView());
    },
  },
  {
    name: 'gallery',
    play: async ({ page }) => {
      await page.goto(new URL('/gallery', page.url()).href);
      await page.getByRole('heading', { name: 'What the bot says' }).waitFor();
      await page.getByRole('article').first().waitFor();
    },
  },
];

async function hideGuide({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: 'Hide the first steps' }).click();
}

/** Lets time pass without the page's waiting for it, and looks again when it has. */
async function moves({ page, settled }: Visitor, by: Record<string, number>): Promise<void> {
  const answer = await page.request.post(new URL('/sandbox/clock', page.url()).href, { data: by, timeout: 600_000 });
  if (!answer.ok()) throw new Error(await answer.text());
  await page.reload();
  await page.locator('main').waitFor();
  await settled();
}
