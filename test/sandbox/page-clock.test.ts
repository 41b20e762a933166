// The clock on the page and the timeline beside it, in a real browser: time passes and can be stopped, and whoever looks finds what happened to whom.
import { afterAll, expect, test } from '@jest/globals';
import { inBrowser, stayInDemo } from './page/in-browser.ts';
import { visit } from './page/visitor.ts';

inBrowser('The clock of the page', () => {
  const stay = stayInDemo();

  afterAll(() => {
    expect(stay.visitor.faults).toEqual([]);
  });

  const clock = () => stay.visitor.page.getByRole('region', { name: 'Clock' });
  const press = (name: string) => clock().getByRole('button', { name, exact: true }).click();
  const timeline = () => stay.visitor.page.getByRole('complementary', { name: 'Timeline' });

  test('says how much happened while time passed, and what time it is for whom', async () => {
    await press('+1 hour');
    await stay.visitor.until(/things? happened|Nothing happened/);
    await clock()
      .getByRole('button', { name: /, the clock$/ })
      .click();
    await stay.visitor.page.getByText('London, the programme’s time').waitFor();
    expect(await stay.visitor.audit()).toEqual([]);
    await stay.visitor.page.keyboard.press('Escape');
    expect(
      await clock()
        .getByRole('button', { name: /, the clock$/ })
        .evaluate((one) => one.matches(':focus')),
    ).toBe(true);
  });

  test('half a year can be stopped, and the page is there meanwhile', async () => {
    await press('+6 months');
    const passing = clock().getByRole('progressbar', { name: 'Time passes' });
    await passing.waitFor();
    await stay.visitor.page.getByRole('link', { name: 'Home' }).first().click();
    await stay.visitor.page.getByRole('heading', { name: 'Home' }).or(stay.visitor.page.getByText('Nothing here yet')).first().waitFor();
    await press('Stop');
    await passing.waitFor({ state: 'detached' });
    await stay.visitor.until(/happened/);
  }, 60_000);

  test('others act, or nobody does', async () => {
    const others = clock().getByRole('switch', { name: 'Others act' });
    expect(await others.getAttribute('aria-checked')).toBe('true');
    await others.click();
    await clock().getByRole('switch', { name: 'Others act', checked: false }).waitFor();
    await others.click();
    await clock().getByRole('switch', { name: 'Others act', checked: true }).waitFor();
  });

  test('the timeline tells what happened to whom, and leads to it', async () => {
    await press('Next for me');
    await stay.visitor.settled();
    await stay.visitor.page.getByRole('button', { name: 'Timeline', exact: true }).click();
    await timeline().getByLabel('Person').selectOption({ label: 'Ruth Adeyemi' });
    await timeline().getByLabel('About').selectOption({ label: 'Rounds and partners' });
    const weeks = timeline().getByRole('heading', { level: 3 }).getByRole('button', { expanded: false, disabled: false });
    const welcome = timeline().getByRole('link', { name: /To Ruth Adeyemi Welcome/ });
    // What was chosen is still on its way, and comes with its weeks closed.
    for (;;) {
      await welcome.or(weeks.last()).first().waitFor();
      if (await welcome.isVisible()) break;
      await weeks.last().click();
    }
    await welcome.click();
    await stay.visitor.page.getByRole('button', { name: /^Acting as Ruth Adeyemi/ }).waitFor();
    await stay.visitor.page
      .locator('article:focus')
      .getByText(/Welcome, Ruth Adeyemi/)
      .first()
      .waitFor();
    expect(await stay.visitor.audit()).toEqual([]);
  }, 60_000);

  test.each([
    ['in the dark', { colorScheme: 'dark' } as const],
    ['on a phone', { viewport: { width: 390, height: 844 } }],
  ])(
    'the timeline is open to everyone %s',
    async (_, settings) => {
      const other = await visit(stay.browser, stay.visitor.page.url(), settings);
      await other.page.getByRole('complementary', { name: 'Timeline' }).getByRole('heading', { level: 3 }).first().waitFor();
      await other.page.getByText('The figures as a table').click();
      expect(await other.audit()).toEqual([]);
      await other.page.context().close();
    },
    30_000,
  );
});
