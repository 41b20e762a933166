// Begins the page: its look as it was last chosen, and everything else drawn.
import { render } from 'preact';
import { Sandbox } from './page.tsx';
import { openStore } from './store.ts';
import { applyKeptTheme } from './workspace/theme.tsx';

applyKeptTheme();
const place = document.getElementById('app');
if (place) {
  place.replaceChildren();
  render(<Sandbox store={openStore()} />, place);
}
