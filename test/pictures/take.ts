// `npm run pictures`: takes the README's pictures from the demo's page, and puts them into docs/pictures. The demo begins at a fixed moment and its
// dice are seeded, so that the same run gives the same pictures, but for the fonts of the machine.
import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { browserPath, openBrowser, startDemo } from '../sandbox/page/browser.ts';
import { type Visitor, visit } from '../sandbox/page/visitor.ts';
import { type Scene, scenes } from './scenes.ts';

const FROM = '2027-01-11T09:00:00Z';
const VIEWPORT = { width: 1200, height: 680 };
const folder = new URL('../../docs/pictures/', import.meta.url);

async function takeAll(browser: Browser): Promise<void> {
  const demo = await startDemo('--from', FROM);
  try {
    const visitor = await visit(browser, demo.url, { viewport: VIEWPORT, colorScheme: 'light' });
    visitor.page.setDefaultTimeout(120_000);
    for (const scene of scenes) await take(visitor, scene);
  } finally {
    await demo.stop();
  }
}

async function take(visitor: Visitor, { name, dark, play }: Scene): Promise<void> {
  const { page } = visitor;
  await play(visitor);
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  await page.evaluate(
    'Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode().catch(() => {}))]).then(() => 0)',
  );
  // Whatever scrolls to the end on a new picture has done so in the frame after.
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(0))))');
  const bytes = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await writeFile(new URL(`${name}.png`, folder), bytes);
  process.stderr.write(`${name}.png ${Math.round(bytes.length / 1000)} kB\n`);
}

if (browserPath) {
  await mkdir(folder, { recursive: true });
  const browser = await openBrowser();
  await takeAll(browser).finally(() => browser.close());
} else {
  process.stderr.write('No pictures are taken: there is no Chromium on this machine.\n');
}
