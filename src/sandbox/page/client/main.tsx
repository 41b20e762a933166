// Begins the page.
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
