// Two that a newcomer meets early on the demo's page: the guide through the first minute, and the panel that makes things go wrong.
import { expect, test } from '@jest/globals';
import { inBrowser, stayInDemo } from './page/in-browser.ts';

inBrowser('The guide and the faults in a browser', () => {
  const stay = stayInDemo();

  const press = (name: string) => stay.visitor.page.getByRole('button', { name, exact: true }).click();
  const guide = () => stay.visitor.page.getByRole('region', { name: 'Your first minute' });
  const box = () => stay.visitor.page.getByRole('textbox', { name: 'Message', exact: true });

  test('the guide prepares each step, sends nothing by itself, and sees when a step is done', async () => {
    await guide().getByText('join as Mei Tanaka').waitFor();
    expect(await stay.visitor.audit()).toEqual([]);
    await prepared('/coachingpairs join');
    await press('Send');
    await stay.visitor.field('Function').selectOption('Technology');
    await stay.visitor.submits('Join');
    await stay.visitor.submits('Close');
    await guide().getByText('as Leila Haddad').waitFor();
    await prepared('/rotate');
    await press('Send');
    await stay.visitor.submits('Approve…');
    await stay.visitor.submits('Tell everyone');
    // The button that had the focus has gone with what the form said before.
    await stay.visitor.until('is approved');
    expect(await stay.visitor.page.evaluate('document.activeElement.textContent')).toBe('Next round');
    await stay.visitor.submits('Close');
    await stay.visitor.actsAs('Mei Tanaka');
    await stay.visitor.opens('Messages');
    await stay.visitor.page.getByRole('button', { name: 'This suits me' }).press('Enter');
    await stay.visitor.until('You said that this suits you');
    expect(await stay.visitor.page.evaluate('document.activeElement.tagName')).toBe('ARTICLE');
    await guide().getByRole('button', { name: 'Let time pass' }).click();
    await guide().getByText('Read the question').waitFor();
    expect(await box().inputValue()).toBe('Being asked what I would do first.');
    await stay.visitor.settled();
    const name = (await guide().getByText('Read the question').textContent())?.match(/Only (\w+) sees/)?.[1];
    expect(await stay.visitor.page.getByRole('button', { name: /^Acting as/ }).textContent()).toContain(`Acting as ${name} `);
    await press('Send');
    await stay.visitor.page.getByRole('heading', { name: 'What next' }).waitFor();
    await stay.visitor.until('Kept. Only you see it here.');
    expect(await stay.visitor.audit()).toEqual([]);
    expect(stay.visitor.faults).toEqual([]);
  }, 60_000);

  test('the guide can be put away and brought back, also after the page was left', async () => {
    await press('Hide the first steps');
    await stay.visitor.page.reload();
    await press('Show the first steps');
    await stay.visitor.page.getByRole('heading', { name: 'What next' }).waitFor();
  });

  test('an answer that is lost is looked for and not sent again; a bot that was killed comes back', async () => {
    await stay.visitor.page.getByRole('button', { name: 'Make something go wrong' }).click();
    await press('Lose the answer of the next message');
    const account = stay.visitor.page.getByRole('article').filter({ hasText: 'The message' }).first();
    await account.getByText('Next: Looks in the conversation').waitFor();
    for (let minute = 0; minute < 2; minute += 1) {
      await press('Let a minute pass');
      await stay.visitor.settled();
    }
    await account.getByText('found, so it is not sent again').waitFor();
    await account.getByText(/: received once$/).waitFor();
    await press('Kill the bot now');
    await press('Start the bot again');
    await stay.visitor.page.getByText('The bot is running.').waitFor();
    await stay.visitor.page.getByText('Make your own').click();
    await stay.visitor.page.getByLabel('What goes wrong').first().selectOption({ label: 'Error 503; nothing is done' });
    await stay.visitor.page.getByRole('button', { name: 'Let it go wrong' }).first().click();
    await stay.visitor.page.getByText('once: Error 503; nothing is done.').waitFor();
    await stay.visitor.page.getByText('Every call').click();
    expect(await stay.visitor.audit()).toEqual([]);
    await press('Take it all back');
    await stay.visitor.page.getByRole('heading', { name: 'Still to happen' }).waitFor({ state: 'detached' });
    expect(stay.visitor.faults).toEqual([]);
  }, 60_000);

  /** Lets the guide write the line into the box; nothing has been sent then. */
  async function prepared(line: string): Promise<void> {
    await guide().getByRole('button', { name: 'Do it with me' }).click();
    await guide().getByText('Press Send').waitFor();
    expect(await box().inputValue()).toBe(line);
  }
});
