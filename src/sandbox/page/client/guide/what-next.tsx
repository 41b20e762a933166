// After the three steps: where else to look.
import type { Page } from '../state.ts';

export function WhatNext({ page }: { page: Page }) {
  const halfYear = async () => {
    if (await page.move({ months: 6 })) page.show('timeline');
  };
  return (
    <ul class="what-next">
      {page.scene.clock && (
        <li>
          <button type="button" class="button primary" disabled={page.busy} onClick={() => void halfYear()}>
            Watch half a year go by
          </button>
        </li>
      )}
      <li>
        <button type="button" class="button" onClick={() => page.go('home')}>
          See Home
        </button>
      </li>
      <li>
        <button type="button" class="button" onClick={() => page.show('timeline')}>
          See what happened to whom
        </button>
      </li>
      <li>
        <a class="button" href="/gallery">
          Read everything the bot says
        </a>
      </li>
      <li>
        <button type="button" class="button" onClick={() => page.show('faults')}>
          Make something go wrong
        </button>
      </li>
    </ul>
  );
}
