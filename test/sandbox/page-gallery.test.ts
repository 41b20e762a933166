// The gallery in a real browser, as an editor uses it: she finds a sentence, changes its file, and sees it in its place; what does not fit is named.
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { shippedFolder } from '../../src/platform/content/load.ts';
import { type Demo, openBrowser, startDemo } from './page/browser.ts';
import { inBrowser } from './page/in-browser.ts';
import { type Visitor, visit } from './page/visitor.ts';

const FILE = 'messages/2-each-fortnight.md';
const SAID = 'A question to carry with you:';

inBrowser('The gallery', () => {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  let demo: Demo;
  let browser: Browser;
  let editor: Visitor;

  beforeAll(async () => {
    cpSync(shippedFolder, folder, { recursive: true });
    process.env.CONTENT_DIR = folder;
    [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
    delete process.env.CONTENT_DIR;
    editor = await visit(browser, `${demo.url}/gallery#coaching.opener`);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('shows what an address names, with where its words stand, and is found faultless by an audit', async () => {
    const { page } = editor;
    const opener = page.getByRole('article', { name: /^The opener of fortnight 1 / });
    await opener.locator('.stage').getByText('Agree how you will work').waitFor();
    await opener.getByText(/^messages\/2-each-fortnight\.md, line \d+$/).waitFor();
    await opener.getByRole('button', { name: 'Another question' }).click();
    await opener.getByText('coaching.another-question').waitFor();
    await page.getByRole('link', { name: /^What is reported/ }).click();
    await page.getByRole('heading', { name: 'What is reported', exact: true }).waitFor();
    await page.locator('.stage').first().waitFor();
    expect(await editor.audit()).toEqual([]);
    await page.goBack();
    await opener.waitFor();
  }, 60_000);

  test('draws anew what was saved, names what does not fit, and goes on when it does', async () => {
    const before = readFileSync(join(folder, FILE), 'utf8');
    save(before.replaceAll(SAID, 'A question for the road:'));
    await stage().getByText('A question for the road:').waitFor();
    await editor.until(/^Saved\./);
    save(before.replaceAll(SAID, 'A question for the road of {parnter}!'));
    await editor.until(/messages\/2-each-fortnight\.md, line \d+, m\.opener: the blank \{parnter\} is not known/);
    // What the bot goes on with stays in sight meanwhile.
    await stage().getByText('A question for the road:').waitFor();
    saveByAnotherName(before.replaceAll(SAID, 'A question to take along:'));
    await stage().getByText('A question to take along:').waitFor();
    expect(editor.faults).toEqual([]);
  }, 60_000);

  test('finds a sentence by its words, in other sizes and colours and on a phone', async () => {
    const { page } = editor;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByLabel('Search', { exact: true }).fill('unfinished version safe');
    await page.getByText(/^\d+ views? and messages?|^\d+ view or message/).waitFor();
    await page.getByRole('article', { name: /^trust\.m/ }).waitFor();
    await page.getByLabel('Size').selectOption('Longest');
    await page.getByLabel('Width').selectOption('Phone');
    await page.getByLabel('Colours').selectOption('Dark');
    expect(await editor.audit()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  }, 60_000);

  test('the bot says in the demo what was saved', async () => {
    saveByAnotherName(
      readFileSync(join(folder, 'answers/app.md'), 'utf8').replace('is not a word that works here.', 'is unknown here.'),
      'answers/app.md',
    );
    await editor.page.locator('.saved').getByText('app.unknown', { exact: true }).waitFor();
    const leila = await visit(browser, demo.url);
    await leila.types('/coachingpairs frobnicate');
    await leila.until(/is unknown here/);
  }, 60_000);

  /** The first sample in sight, without what is said about it. */
  function stage(): Locator {
    return editor.page.locator('.stage').first();
  }

  function save(text: string): void {
    writeFileSync(join(folder, FILE), text);
  }

  /** As many editors save: a new file, which then takes the old one's name. */
  function saveByAnotherName(text: string, file = FILE): void {
    writeFileSync(join(folder, `${file}~`), text);
    renameSync(join(folder, `${file}~`), join(folder, file));
  }
});
