// People of the demo whose names are markup, turn the way of writing round, or never end: shown in every place as what they are, names.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Demo, openBrowser, startDemo } from './page/browser.ts';
import { inBrowser } from './page/in-browser.ts';
import { type Visitor, visit } from './page/visitor.ts';

const NAMES = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '\u202egnirts lanoitceridib',
  '\u0645\u062f\u064a\u0631 \u0627\u0644\u0642\u0633\u0645',
  '*bold* `code` <!channel> <@U1|bo>',
  'constructor',
  '__proto__',
  'N'.repeat(115),
];

inBrowser('Hostile names in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'names-'));
  let demo: Demo;
  let browser: Browser;
  let visitor: Visitor;
  const asked: string[] = [];

  beforeAll(async () => {
    const lines = NAMES.map((name, at) => `p${at}@example.org,"${name}",${['Finance', 'People'][at % 2]},Director,,Europe/London`);
    writeFileSync(join(folder, 'roster.csv'), ['email,name,function,level,manager_email,time_zone', ...lines].join('\n'));
    [demo, browser] = await Promise.all([startDemo('--roster', join(folder, 'roster.csv')), openBrowser()]);
    visitor = await visit(browser, demo.url);
    visitor.page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
    rmSync(folder, { recursive: true });
  });

  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${demo.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).status).toBe(200);
  };

  test('are drawn in the channel, the timeline, the guide and the list of people, run nowhere, and push nothing aside', async () => {
    const { page, faults, settled } = visitor;
    const organiser = '/sandbox/people/Olive';
    await post(`${organiser}/type`, { line: '/rotate', where: 'leadership' });
    for (let form = 0; form < 2; form += 1) await post(`${organiser}/submit`, {});
    await post(`${organiser}/close`, { all: true });
    await post('/sandbox/people/constructor/say', {
      text: NAMES.join(' '),
      where: 'leadership',
      file: { name: `${NAMES[1]}.svg`, text: SVG },
    });
    await post('/sandbox/clock', { days: 22, others: false });
    // Whom the guide names.
    const { replier } = (await (await fetch(`${demo.url}/sandbox/first-minute`)).json()) as { replier: string };
    await post('/sandbox/happen', { what: 'change', person: replier, name: 'N'.repeat(200) });
    await page.reload();
    await settled();
    await page.locator('.first-minute').getByText('NNN').waitFor({ timeout: 9_000 });
    await page.getByRole('button', { name: 'Timeline' }).click();
    await page.getByText(/things, by the days/).waitFor();
    for (const name of await page.getByRole('navigation', { name: 'Places' }).getByRole('link').allTextContents()) {
      if (name.includes('All the bot says')) continue;
      await visitor.opens(name.replace(/\d+ unread.*$/, ''));
      expect(await page.evaluate(TOO_WIDE)).toEqual([]);
    }
    expect(await page.evaluate('document.querySelectorAll("[onerror], a[href^=javascript]").length')).toBe(0);
    expect([asked, faults]).toEqual([[], []]);
  }, 60_000);
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)" width="9" height="9"><script>alert(1)</script></svg>';
/** What reaches beyond the window, or beyond the guide. */
const TOO_WIDE = `[document.documentElement, document.body, ...document.querySelectorAll('.first-minute, .first-minute p:not(.out-of-sight)')]
  .filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.className || each.tagName)`;
