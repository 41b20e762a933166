// The first minute of somebody who tries it: the demo as it is started from the terminal, its page in a real browser.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { browserPath, type Demo, openBrowser, startDemo } from './page/browser.ts';
import { type Visitor, visit } from './page/visitor.ts';

const inBrowser = browserPath ? describe : describe.skip;

inBrowser(browserPath ? 'The demo in a browser' : 'The demo in a browser (skipped: no Chromium)', () => {
  let demo: Demo;
  let browser: Browser;
  let visitor: Visitor;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
    visitor = await visit(browser, demo.url);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  test('somebody joins, an organiser rotates, and the question that comes is answered', async () => {
    const { actsAs, types, opens, submits, until, field, page } = visitor;
    await actsAs('Mei Tanaka');
    await types('/coachingpairs join');
    await chooses(visitor, 'Function', 'Technology');
    await submits('Join');
    await until('You are in');
    await submits('Close');
    await actsAs('Leila Haddad');
    await types('/rotate');
    await until('Nothing has been sent');
    await submits('Approve…');
    await submits('Tell everyone');
    await until('is approved');
    await submits('Close');
    await actsAs('Mei Tanaka');
    await opens('Messages');
    await until('this round');
    await page
      .getByRole('button', { name: /2 weeks|fortnight/i })
      .first()
      .click();
    await until('A question to carry with you');
    await types('Being asked what I would do first.');
    await until('Kept. Only you see it here.');
    expect(await field('Name').count()).toBe(0);
    expect(visitor.faults).toEqual([]);
  }, 60_000);
});

async function chooses({ field }: Visitor, label: string, option: string): Promise<void> {
  const box = field(label);
  if ((await box.evaluate((element) => element.tagName)) === 'SELECT') await box.selectOption(option);
  else {
    await box.fill(option);
    await box.press('Enter');
  }
}
