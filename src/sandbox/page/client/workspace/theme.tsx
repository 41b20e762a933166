// Light or dark: as the system has it, until somebody chooses. The choice is kept in this browser.
import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icons.tsx';

type Theme = 'light' | 'dark';
const KEY = 'sandbox-theme';

export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(() => chosen() ?? systems());
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => setTheme(chosen() ?? systems());
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  const other = theme === 'dark' ? 'light' : 'dark';
  const turn = () => {
    localStorage.setItem(KEY, other);
    document.documentElement.dataset.theme = other;
    setTheme(other);
  };
  return (
    <button type="button" class="button bare square" onClick={turn} title={`Turn ${other}`}>
      <Icon name={other === 'dark' ? 'moon' : 'sun'} />
      <span class="out-of-sight">Turn the page {other}</span>
    </button>
  );
}

/** Shows the page as it was last chosen; called before the first drawing. */
export function applyKeptTheme(): void {
  const theme = chosen();
  if (theme) document.documentElement.dataset.theme = theme;
}

function chosen(): Theme | undefined {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : undefined;
}

function systems(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
