// The first minute of somebody who tries it: the demo as it is started from the terminal, its page in a real browser.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const inBrowser = browserPath ? describe : describe.skip;
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];

inBrowser(browserPath ? 'The demo in a browser' : 'The demo in a browser (skipped: no Chromium)', () => {
  let demo: ChildProcess;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    demo = spawn(process.execPath, ['dist/main.js', 'demo', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
    const url = await addressFrom(demo);
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: QUIET });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('pageerror', (fault) => faults.push(fault.message));
    page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
    await page.goto(url);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    demo?.kill('SIGTERM');
  });

  test('somebody joins, an organiser rotates, and the question that comes is answered', async () => {
    await actAs('Mei Tanaka');
    await types('/coachingpairs join');
    await page.getByRole('dialog').getByLabel('Function', { exact: true }).selectOption('Technology');
    await submits('Join');
    await until('You are in');
    await submits('Close');
    await actAs('Leila Haddad');
    await rotate();
    await actAs('Mei Tanaka');
    await opens('Messages');
    await until('this round');
    await page.getByRole('button', { name: '+2 weeks' }).click();
    await until('A question to carry with you', async () => opens('Messages'));
    await types('Being asked what I would do first.');
    await until('Kept. Only you see it here.');
    expect(faults).toEqual([]);
  }, 60_000);

  test('the page says what may be typed, and Home stands in its order', async () => {
    await page.getByRole('textbox', { name: 'Message' }).fill('/coachingpairs pa');
    await until('/coachingpairs pause');
    await page.getByRole('textbox', { name: 'Message' }).fill('');
    await opens('Home tab');
    await until('Starter kit');
    expect(faults).toEqual([]);
  }, 30_000);

  test('a fault in one field leaves what stands in the others, and is in sight', async () => {
    await actAs('Leila Haddad');
    await types('/coachingpairs settings');
    await field('Name').fill('Leaders who coach');
    await field('Time zone').fill('Lodon');
    await submits('Save');
    await until('Did you mean');
    expect(await field('Name').inputValue()).toBe('Leaders who coach');
    expect(await field('Time zone').inputValue()).toBe('Lodon');
    expect(await field('Time zone').evaluate((box) => box.matches(':focus'))).toBe(true);
    await submits('Close');
    expect(faults).toEqual([]);
  }, 30_000);

  async function actAs(name: string): Promise<void> {
    const people = page.getByLabel('Acting as');
    const label = await people.locator('option', { hasText: name }).first().textContent();
    await people.selectOption({ label: label ?? name });
    await page.locator('.side').waitFor();
  }

  async function types(line: string): Promise<void> {
    const box = page.getByRole('textbox', { name: 'Message' });
    await box.fill(line);
    await box.press('Enter');
  }

  function field(label: string): Locator {
    return page.getByRole('dialog').getByLabel(label, { exact: true });
  }

  async function submits(label: string): Promise<void> {
    await page.getByRole('dialog').getByRole('button', { name: label, exact: true }).last().click();
    await page.getByText('Working…').waitFor({ state: 'hidden' });
  }

  async function opens(place: string): Promise<void> {
    await page.locator('.side').getByText(place, { exact: true }).click();
  }

  async function rotate(): Promise<void> {
    await types('/rotate');
    await until('Nothing has been sent');
    await submits('Approve…');
    await submits('Tell everyone');
    await until('is approved');
    await submits('Close');
  }

  /** Waits for words anywhere on the page, after doing something for them. */
  async function until(words: string, act: () => Promise<void> = async () => {}): Promise<void> {
    await act();
    await page.locator('#app, #dialogs').getByText(words).first().waitFor({ timeout: 20_000 });
  }
});

/** The address that the demo prints when its page is open. */
function addressFrom(demo: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    demo.stderr?.on('data', (chunk) => {
      told += String(chunk);
      const found = told.match(/http:\/\/localhost:\d+/);
      if (found) resolve(found[0]);
    });
    demo.once('exit', (code) => reject(new Error(`The demo ended with ${code}: ${told}`)));
  });
}
