// Tests of the page as jest runs them: skipped by name where there is no Chromium, and most of them with a demo and a visitor of their own.
import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { browserPath, type Demo, openBrowser, startDemo } from './browser.ts';
import { type Visitor, visit } from './visitor.ts';

/** `tests` under `name`; where there is no browser they are skipped, and the name says so. */
export function inBrowser(name: string, tests: () => void): void {
  if (browserPath) describe(name, tests);
  else describe.skip(`${name} (skipped: no Chromium)`, tests);
}

/** What all tests of a file share. */
export interface Stay {
  demo: Demo;
  browser: Browser;
  visitor: Visitor;
}

/** The demo with one visitor, from before the first test of a file until after the last. */
export function stayInDemo(): Stay {
  const stay = {} as Stay;
  beforeAll(async () => {
    const [demo, browser] = await Promise.allSettled([startDemo(), openBrowser()]);
    // Each is kept even when the other did not come: whatever was started is stopped, or the run would never end.
    if (demo.status === 'fulfilled') stay.demo = demo.value;
    if (browser.status === 'fulfilled') stay.browser = browser.value;
    for (const each of [demo, browser]) if (each.status === 'rejected') throw each.reason;
    stay.visitor = await visit(stay.browser, stay.demo.url);
  }, 120_000);
  afterAll(async () => {
    await stay.browser?.close();
    await stay.demo?.stop();
  });
  return stay;
}
