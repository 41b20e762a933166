// How the page draws Block Kit, in a real browser, for people with a keyboard: every control of forms and messages, faults, forms on forms, questions.
// The app behind it is a small one that shows everything; the page's scripts are the built ones.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { serveControl } from '../../src/sandbox/control/over-http.ts';
import { settle } from '../../src/sandbox/deliver.ts';
import type { pageServer } from '../../src/sandbox/page/serve-page.ts';
import { type Heard, showBlocks } from './block-show.ts';
import { openBrowser } from './page/browser.ts';
import { inBrowser } from './page/in-browser.ts';
import { type Visitor, visit } from './page/visitor.ts';
import { openOffice } from './small-office.ts';

jest.setTimeout(60_000);

inBrowser('Block Kit on the page', () => {
  let browser: Browser;
  let bo: Visitor;
  let page: Page;
  let heard: Heard;
  let server: Server;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => browser?.close());

  beforeEach(async () => {
    const office = await openOffice();
    heard = showBlocks(office);
    server = await serve({ slack: office.slack, settle: () => settle(office.slack) });
    bo = await visit(browser, `http://localhost:${(server.address() as AddressInfo).port}/#/U000000BO/C0LEADERS`);
    page = bo.page;
  });

  afterEach(async () => {
    expect(bo.faults).toEqual([]);
    await page.context().close();
    server.closeAllConnections();
    server.close();
  });

  test('Bo fills in every kind of field with the keyboard, and the bot gets what he meant', async () => {
    await opens('form', 'Everything');
    await page.keyboard.type('Bo');
    await bo
      .form()
      .getByLabel(/^About/)
      .fill('A line of text');
    await bo
      .form()
      .getByLabel(/^How many/)
      .fill('9');
    await bo.form().getByLabel('Function').selectOption('Legal');
    await finds('Rhythm', 'every');
    await finds('Zone', 'asia 3');
    await finds('Partner', 'okáfor');
    await finds('Welcome', 'amina');
    await finds('Welcome', 'chidi');
    await bo.form().getByText('2 are chosen, and no more can be.').waitFor();
    await finds('Welcome', 'lindqvist');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
    await finds('Place', 'leaders');
    await bo.form().getByRole('combobox', { name: /^Zone/ }).press('ArrowDown');
    expect(await bo.audit()).toEqual([]);
    await page.keyboard.press('Escape');
    await bo.form().getByLabel('Tuesday').press('Space');
    await bo.form().getByLabel('Calm').press('ArrowDown');
    await bo.form().getByLabel(/^Date/).fill('2027-02-03');
    await bo.form().getByLabel(/^Time/).fill('09:30');
    await bo
      .form()
      .getByLabel(/^Moment/)
      .fill('2027-02-03T09:30');
    await bo
      .form()
      .getByLabel(/^List/)
      .setInputFiles({ name: 'team.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') });
    await bo.form().getByText('team.csv').waitFor();
    await bo.submits('Save');
    await bo.form().waitFor({ state: 'detached' });
    expect(heard.forms).toEqual([
      {
        ...{ name: 'Bo', about: 'A line of text', count: '9', mail: null, page: null, function: 'legal', rhythm: 'full', zone: 'asia-3' },
        ...{ partner: 'U000CHIDI', welcome: ['U000AMINA'], place: 'C0LEADERS', days: ['tuesday'], mood: 'keen' },
        ...{ date: '2027-02-03', time: '09:30', moment: Date.parse('2027-02-03T09:30:00-05:00') / 1000, list: ['team.csv'] },
      },
    ]);
    expect(await focused()).toBe('Message');
  });

  test('faults stand at their fields, the first has the focus, and nothing typed is lost', async () => {
    await opens('form', 'Everything');
    await page.keyboard.type('wrong');
    await bo
      .form()
      .getByLabel(/^About/)
      .fill('abc');
    await bo.submits('Save');
    expect(await faults()).toEqual(['Please enter at least 5 characters.', 'Please complete this required field.']);
    expect(await focused()).toBe('About (optional)');
    await page.keyboard.type('defg');
    await bo.form().getByLabel('Function').selectOption('Legal');
    await bo.submits('Save');
    expect(await faults()).toEqual(['Say more about it.', 'This page is not there.']);
    const field = bo.form().getByLabel(/^About/);
    expect([await field.inputValue(), await field.getAttribute('aria-invalid')]).toEqual(['abcdefg', 'true']);
    expect(await bo.audit()).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await bo.audit()).toEqual([]);
  });

  test('a form that the bot changes keeps what is typed, and one in front of it gives the focus back', async () => {
    await opens('stack', 'First');
    await page.keyboard.type('kept');
    await bo.form().getByRole('button', { name: 'Change this' }).press('Enter');
    await bo.until('Changed by the bot.');
    expect(await focused()).toBe('Change this');
    await bo.form().getByRole('button', { name: 'One more' }).press('Enter');
    await page.getByRole('dialog', { name: 'Second' }).waitFor();
    expect(await page.locator('dialog[open]').count()).toBe(2);
    await bo.until('In front of “First”');
    expect(await bo.audit()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Second' }).waitFor({ state: 'detached' });
    expect(await focused()).toBe('One more');
    expect(await bo.field('Name').inputValue()).toBe('kept');
    await bo.form().getByRole('button', { name: 'One more' }).press('Enter');
    await page.getByRole('dialog', { name: 'Second' }).waitFor();
    await page.keyboard.type('all');
    await page.keyboard.press('Enter');
    await page.locator('dialog').first().waitFor({ state: 'detached' });
    expect(await focused()).toBe('Message');
    expect(heard.forms.map(({ name }) => name)).toEqual(['all']);
  });

  test('a form is sent once, however often its button is pressed', async () => {
    await opens('stack', 'First');
    await page.keyboard.type('once');
    let answer = () => {};
    heard.before = new Promise((resolve) => {
      answer = resolve;
    });
    const save = bo.form().getByRole('button', { name: 'Save' });
    await save.dblclick();
    await bo.form().getByText('Waiting for the answer…').waitFor({ state: 'attached' });
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    for (const key of ['Enter', 'Escape', 'Escape']) await page.keyboard.press(key);
    expect(await bo.form().isVisible()).toBe(true);
    answer();
    await bo.form().waitFor({ state: 'detached' });
    expect(heard.forms).toHaveLength(1);
  });

  test('what Slack says of a bot that does not answer stands in the form, and what was typed stays', async () => {
    await opens('stack', 'First');
    await page.keyboard.type('silent');
    await bo.submits('Save');
    await bo.form().getByRole('alert').filter({ hasText: 'We had some trouble connecting. Try again?' }).waitFor();
    expect(await bo.field('Name').inputValue()).toBe('silent');
    expect(await bo.audit()).toEqual([]);
    await page.keyboard.press('Escape');
    await bo.form().waitFor({ state: 'detached' });
  });

  test('a message with everything in it: a question before a step, a menu, a choice, a picture from elsewhere', async () => {
    await bo.types('/coachingpairs message');
    await bo.opens('Messages');
    await bo.until('listed');
    const end = page.getByRole('button', { name: 'End it' });
    await end.press('Enter');
    expect(await focused()).toBe('Go on');
    expect(await bo.audit()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('End it');
    await end.press('Enter');
    await page.getByRole('alertdialog').getByRole('button', { name: 'End it' }).press('Enter');
    await bo.settled();
    await page.getByRole('button', { name: 'More', exact: true }).press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await bo.settled();
    await page.getByLabel('A function').selectOption('Legal');
    await bo.settled();
    expect(heard.presses).toEqual(['end', 'leave', 'legal']);
    expect(await page.getByLabel('Date and time').inputValue()).toBe('2027-01-12T04:30');
    await bo.until('At 12 Jan 2027 04:30');
    await page.getByRole('button', { name: 'Enlarge the picture' }).press('Enter');
    await page.getByRole('dialog', { name: 'Picture' }).getByRole('img', { name: 'More meetings each month' }).waitFor();
    expect(await bo.audit()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('Enlarge the picture');
    await bo.until('(A picture from elsewhere: Two people at a table)');
    expect(await bo.audit()).toEqual([]);
  });

  async function opens(word: string, title: string): Promise<void> {
    await bo.types(`/coachingpairs ${word}`);
    await page.getByRole('dialog', { name: title }).waitFor();
  }

  /** Types into a field with a list, and takes what comes first. */
  async function finds(label: string, typed: string): Promise<void> {
    const field: Locator = bo.form().getByRole('combobox', { name: new RegExp(`^${label}`) });
    await field.focus();
    await page.keyboard.type(typed);
    await bo.form().getByRole('listbox').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
  }

  async function faults(): Promise<string[]> {
    const shown = bo.form().locator('.fault');
    await shown.first().waitFor();
    return shown.allTextContents();
  }

  /** What the focused control is called. */
  function focused(): Promise<string> {
    const name = 'at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent';
    return page.evaluate(`((at) => ${name})(document.activeElement)`);
  }
});

/** The built page in front of a workspace that runs here. */
async function serve(stage: Parameters<typeof serveControl>[0]): Promise<Server> {
  const built = new URL('../../dist/sandbox/page/serve-page.js', import.meta.url).href;
  const page = ((await import(built)) as { pageServer: typeof pageServer }).pageServer('The office');
  const server = createServer((request, response) => {
    if (!page(request, response)) void serveControl(stage, request, response).catch(() => response.destroy());
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
