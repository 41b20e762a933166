// Somebody tries the demo: as it is started from the terminal, its page in a real browser.
import { expect, test } from '@jest/globals';
import { inBrowser, stayInDemo } from './page/in-browser.ts';
import { type Visitor, visit } from './page/visitor.ts';

const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true } as const;

inBrowser('The demo in a browser', () => {
  const stay = stayInDemo();

  test('the page weighs less than half a megabyte, all in all', async () => {
    const weighed = `performance.getEntries().filter(({ name }) => !name.includes('/sandbox')).reduce((sum, { decodedBodySize = 0 }) => sum + decodedBodySize, 0)`;
    const bytes = (await stay.visitor.page.evaluate(weighed)) as number;
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(500_000);
  });

  test('a line is completed by the keyboard, with its help and what may follow', async () => {
    const { page } = stay.visitor;
    const box = page.getByRole('textbox', { name: 'Message', exact: true });
    await box.fill('/coachingpairs pa');
    const offers = page.getByRole('listbox', { name: 'Commands' });
    expect(await offers.getByRole('option').allTextContents()).toEqual([
      expect.stringContaining('/coachingpairs partner'),
      expect.stringMatching(/\/coachingpairs pause.*\[until\]/),
    ]);
    await box.press('ArrowDown');
    const marked = await box.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${marked}"]`).textContent()).toContain('/coachingpairs pause');
    expect(await stay.visitor.audit()).toEqual([]);
    await box.press('Enter');
    expect(await box.inputValue()).toBe('/coachingpairs pause ');
    expect(await offers.count()).toBe(0);
    await box.fill('Thank you @lei');
    await box.press('Tab');
    expect(await box.inputValue()).toBe('Thank you @Leila Haddad ');
    await box.fill('/');
    await box.press('Escape');
    expect(await offers.count()).toBe(0);
    await box.fill('');
  });

  test('what somebody was about to say waits for them while they look elsewhere', async () => {
    const { page, opens, actsAs } = stay.visitor;
    const box = page.getByRole('textbox', { name: 'Message', exact: true });
    await box.fill('Half a thought');
    await opens('Messages');
    expect(await box.inputValue()).toBe('');
    await actsAs('Owen Price');
    await opens('leadership');
    expect(await box.inputValue()).toBe('');
    await actsAs('Mei Tanaka');
    expect(await box.inputValue()).toBe('Half a thought');
    await box.fill('');
  });

  test('what one person says is unread for another until they look, also when the page is opened anew', async () => {
    const { page, opens, actsAs, types, until } = stay.visitor;
    const unread = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'leadership 1 unread' });
    await actsAs('Grace Okoro');
    await opens('Messages');
    const other = await visit(stay.browser, stay.demo.url);
    await other.actsAs('Owen Price');
    await other.types('Morning all. Who is in London on Tuesday?');
    await unread.waitFor();
    await page.reload();
    await unread.waitFor();
    await opens('leadership');
    await until('Who is in London on Tuesday?');
    await page.locator('.new').waitFor();
    await unread.waitFor({ state: 'detached' });
    await page.reload();
    await until('Who is in London on Tuesday?');
    expect(await unread.count()).toBe(0);
    await types('I am.');
    await other.until('I am.');
    expect(
      await other.page
        .getByRole('link', { name: /unread/ })
        .filter({ hasText: 'leadership' })
        .count(),
    ).toBe(0);
    expect(other.faults).toEqual([]);
    await other.page.context().close();
  }, 60_000);

  test('a thread is opened, replied in and closed without a mouse, and the way back leads to it again', async () => {
    const { page, audit, until } = stay.visitor;
    const message = page.locator('.room article', { hasText: 'Who is in London' });
    await message.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const thread = page.getByRole('complementary', { name: 'Thread' });
    const reply = thread.getByRole('textbox', { name: 'Reply in the thread' });
    await reply.fill('From Tuesday noon.');
    await reply.press('Enter');
    await page.getByRole('button', { name: /1 reply/ }).waitFor();
    await until('From Tuesday noon.');
    expect(await audit()).toEqual([]);
    await reply.press('Escape');
    await thread.waitFor({ state: 'detached' });
    expect(await message.evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.goBack();
    await thread.getByText('From Tuesday noon.').waitFor();
    await page.goForward();
    await thread.waitFor({ state: 'detached' });
  });

  test('one’s own message is changed and taken back, for everyone', async () => {
    const { page, types, form, until } = stay.visitor;
    await types('Lunch is on me.');
    const message = page.locator('.room article', { hasText: 'is on me' });
    await message.hover();
    await message.getByRole('button', { name: 'Edit' }).click();
    await form().getByRole('textbox').fill('Tea is on me.');
    await form().getByRole('button', { name: 'Save' }).click();
    await until('Tea is on me.');
    await until('(edited)');
    await message.hover();
    await message.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await message.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement !== document.body')).toBe(true);
  });

  test('no screen breaks a rule of accessibility: first view, list of people, only visible to you, members, Home', async () => {
    const { page, audit, actsAs, opens, types, until } = stay.visitor;
    expect(await audit()).toEqual([]);
    await page.getByRole('button', { name: /^Acting as/ }).click();
    expect(await audit()).toEqual([]);
    await page.keyboard.press('Escape');
    await types('/coachingpairs help');
    await until('Only visible to you');
    await page.getByRole('button', { name: /people$/ }).click();
    expect(await audit()).toEqual([]);
    await page.keyboard.press('Escape');
    await actsAs('Leila Haddad');
    await opens('Home');
    await until('Starter kit');
    expect(await audit()).toEqual([]);
    await opens('Messages');
    await until('Welcome, Leila Haddad');
    expect(await audit()).toEqual([]);
  });

  test('people are found by title, function or town, and the keyboard alone gets everywhere', async () => {
    const { page } = stay.visitor;
    const names = page.getByRole('listbox', { name: 'People' }).getByRole('option');
    await page.getByRole('button', { name: /^Acting as/ }).press('Enter');
    await page.keyboard.type('legal berlin');
    expect(await names.allTextContents()).toEqual([expect.stringContaining('Yusuf Demir')]);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Acting as Yusuf Demir/ }).waitFor();
    const here = () => page.evaluate('document.activeElement.textContent || document.activeElement.getAttribute("aria-label")');
    expect(await here()).toContain('Yusuf Demir');
    await page.keyboard.press('F6');
    expect(await here()).toContain('Messages');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await stay.visitor.until('Starter kit');
    await page.keyboard.press('F6');
    await page.keyboard.press('Shift+F6');
    expect(await here()).toBe('Home');
  });

  test('whoever reads further up stays there when more is said, and a press leads to the newest', async () => {
    const { page, opens, actsAs } = stay.visitor;
    await actsAs('Yusuf Demir');
    await opens('leadership');
    const other = await visit(stay.browser, stay.demo.url);
    await other.actsAs('Pavel Novak');
    for (const line of ['One', 'Two', 'Three']) await other.types(`${line}\n\n\n\n\n\n\n\n\nand so on`);
    const log = page.getByRole('log');
    await log.evaluate((box) => box.scrollTo({ top: 0 }));
    await page.getByRole('button', { name: 'Jump to newest' }).waitFor();
    await other.types('The newest');
    await page.getByText('The newest').first().waitFor({ state: 'attached' });
    expect(await log.evaluate((box) => box.scrollTop)).toBe(0);
    await page.getByRole('button', { name: 'Jump to newest' }).click();
    await page.getByRole('button', { name: 'Jump to newest' }).waitFor({ state: 'detached' });
    expect(await log.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight)).toBeLessThan(2);
    expect(await page.evaluate('document.documentElement.scrollHeight - innerHeight')).toBe(0);
    await other.page.context().close();
  });

  test('the same in the dark, chosen by the switch or by the system', async () => {
    const { page, audit } = stay.visitor;
    await page.getByRole('button', { name: 'Turn the page dark' }).click();
    expect(await audit()).toEqual([]);
    await page.reload();
    await page.getByRole('button', { name: 'Turn the page light' }).click();
    const dark = await visit(stay.browser, stay.demo.url, { colorScheme: 'dark' });
    expect(await dark.audit()).toEqual([]);
    expect(await dark.page.getByRole('button', { name: 'Turn the page light' }).count()).toBe(1);
    await dark.page.context().close();
  });

  test('on a phone the places are a drawer, and nothing goes sideways', async () => {
    const small = await visit(stay.browser, stay.demo.url, phone);
    const { page, audit } = small;
    const sideways = () => page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(await audit()).toEqual([]);
    expect(await sideways()).toBe(0);
    await page.getByRole('button', { name: /^Places/ }).click();
    expect(await audit()).toEqual([]);
    await small.opens('Messages');
    await page.getByRole('heading', { name: /^Coaching Pairs.*Messages$/ }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.getByRole('textbox', { name: 'Message', exact: true }).fill('/');
    expect(await audit()).toEqual([]);
    expect(await sideways()).toBe(0);
    expect(small.faults).toEqual([]);
    await page.context().close();
  });

  test('somebody joins, an organiser rotates, and the question that comes is answered', async () => {
    const { actsAs, types, opens, submits, until, page } = stay.visitor;
    await actsAs('Mei Tanaka');
    await types('/coachingpairs join');
    await chooses(stay.visitor, 'Function', 'Technology');
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
    await page.getByRole('switch', { name: /^Others act/ }).click();
    await page.getByRole('button', { name: '+2 weeks' }).click();
    await stay.visitor.settled();
    await page.locator('.room').getByText('A question to carry with you').first().waitFor();
    await types('Being asked what I would do first.');
    await until('Kept. Only you see it here.');
    expect(stay.visitor.faults).toEqual([]);
  }, 120_000);
});

async function chooses({ field }: Visitor, label: string, option: string): Promise<void> {
  const box = field(label);
  if ((await box.evaluate((element) => element.tagName)) === 'SELECT') await box.selectOption(option);
  else {
    await box.fill(option);
    await box.press('Enter');
  }
}
