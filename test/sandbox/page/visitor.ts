// Somebody at the page: what they do there, what they wait for, and what went wrong in their browser meanwhile.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

export interface Visitor {
  page: Page;
  /** What the browser complained of: thrown faults, and errors on its console. */
  faults: string[];
  /** Acts as somebody else, found by their name in the list. */
  actsAs: (name: string) => Promise<void>;
  /** Types a line into the message box and sends it; resolves when the bot has answered. */
  types: (line: string) => Promise<void>;
  /** Opens `Home`, `Messages`, a channel or a group conversation by its name at the side. */
  opens: (place: string) => Promise<void>;
  /** Waits for words anywhere on the page. */
  until: (words: string | RegExp) => Promise<void>;
  /** Waits until nothing that was done is unanswered. */
  settled: () => Promise<void>;
  /** The form in front. */
  form: () => Locator;
  field: (label: string) => Locator;
  /** Presses a button of the form in front, and waits. */
  submits: (label: string) => Promise<void>;
  /** What an audit of the page as it stands finds, in one line for each thing: the rule, and where. Empty when all is well. */
  audit: () => Promise<string[]>;
}

/** Opens the page in a window of its own; `settings` such as `{ viewport, colorScheme }`. */
export async function visit(browser: Browser, url: string, settings: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce', ...settings });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  await page.goto(url);
  await page.locator('main').waitFor();
  return visitorAt(page, faults);
}

function visitorAt(page: Page, faults: string[]): Visitor {
  const settled = () => page.locator('.page[data-busy="false"]').waitFor();
  const form = () => page.getByRole('dialog').last();
  return {
    ...{ page, faults, settled, form },
    actsAs: (name) => actAs(page, name, settled),
    types: async (line) => {
      const box = page.getByRole('textbox', { name: 'Message', exact: true });
      await box.fill(line);
      await box.press('Enter');
      await settled();
    },
    opens: async (place) => {
      await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).first().click();
      await settled();
    },
    until: (words) => page.locator('body').getByText(words).filter({ visible: true }).first().waitFor(),
    field: (label) => form().getByLabel(label, { exact: true }),
    submits: async (label) => {
      await form().getByRole('button', { name: label, exact: true }).last().click();
      await settled();
    },
    audit: () => audit(page),
  };
}

async function actAs(page: Page, name: string, settled: () => Promise<void>): Promise<void> {
  const button = page.getByRole('button', { name: /^Acting as/ });
  if ((await button.textContent())?.includes(name)) return;
  await button.click();
  await page.getByRole('combobox', { name: /^Find by name/ }).fill(name);
  await page.getByRole('option', { name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: new RegExp(`^Acting as ${name}`) }).waitFor();
  await settled();
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** The audit is evaluated, not put on the page: the page's own policy allows no foreign script. */
async function audit(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate('axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations)')) as Finding[];
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.replaceAll(/\s+/g, ' ')}`),
  );
}
