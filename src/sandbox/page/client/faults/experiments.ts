// Ready-made experiments: each makes one thing go wrong that a bot may get wrong, and says what to look for.
import { MESSAGES } from '../link.ts';
import type { Page } from '../state.ts';
import { killBot, type Orders, order } from './ask.ts';

export interface Experiment {
  id: string;
  title: string;
  /** What happens, and what must not come of it. */
  about: string;
  /** What is left to do, once it is prepared. */
  then: string;
  run: (page: Page) => Promise<void>;
}

const post = (fault: Orders['calls'][number]['fault']): Partial<Orders> => ({ calls: [{ method: 'chat.postMessage', fault, times: 1 }] });
const thirdMessage = { method: 'chat.postMessage', when: 'after', count: 3 } as const;
const WATCH = 'Let a few minutes pass, one by one, and see what it does.';

export const experiments: readonly Experiment[] = [
  {
    id: 'lost',
    title: 'Lose the answer of the next message',
    about: 'You write “help” to the bot. Slack posts what it sends back, but the bot never hears so. It must not send it twice.',
    then: WATCH,
    run: (page) => sayHelp(page, post({ kind: 'lost', posted: true })),
  },
  {
    id: 'limited',
    title: 'Slack says: too fast',
    about:
      'You write “help” to the bot. Slack will not take the answer and asks it to wait for thirty seconds. It must wait, and lose nothing.',
    then: WATCH,
    run: (page) => sayHelp(page, post({ kind: 'ratelimited', retryAfter: 30 })),
  },
  {
    id: 'thrice',
    title: 'The same message three times',
    about: 'You write “help” to the bot, and Slack tells it so three times under three names. It must answer once.',
    then: 'Look into your messages: there is one answer.',
    run: (page) => sayHelp(page, { events: [{ event: 'message', fault: { kind: 'duplicate', copies: 2, newId: true }, times: 1 }] }),
  },
  {
    id: 'killed',
    title: 'Kill the bot in the middle of an announcement',
    about: 'The bot dies at the third message that it sends next: Slack has posted it, the bot has not heard. Everyone must be told once.',
    then: 'Now let somebody approve a round (/rotate), or move the clock. When the bot is dead, start it again.',
    run: async (page) => void (await page.working(() => killBot(thirdMessage))),
  },
  {
    id: 'twice',
    title: 'The same click twice',
    about: 'The next button in a message that you press reaches the bot twice, as from a nervous finger. It must act once.',
    then: 'Press any button in a message or on Home.',
    run: async (page) => void (await page.working(() => order({ presses: 1 }))),
  },
];

/** Several stray messages within three minutes get one answer: a little time passes first. */
async function sayHelp(page: Page, orders: Partial<Orders>): Promise<void> {
  if (page.scene.clock && !(await page.move({ minutes: 4 }))) return;
  if (!(await page.working(() => order(orders)))) return;
  await page.perform({ do: 'say', text: 'help', where: MESSAGES });
}
