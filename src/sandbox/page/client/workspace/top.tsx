// The bar above everything: the team, whom one acts as, the clock, and what else may be shown.
import type { Panel } from '../address.ts';
import { ClockBar } from '../clock/bar.tsx';
import { usePage } from '../state.ts';
import { Icon, type IconName } from './icons.tsx';
import { Switcher } from './switcher.tsx';
import { ThemeSwitch } from './theme.tsx';

export function Top({ openPlaces, placesOpen }: { openPlaces: () => void; placesOpen: boolean }) {
  const page = usePage();
  const { scene } = page;
  const unread = scene.conversations.reduce((sum, one) => sum + one.unread, 0);
  return (
    <header class="top">
      <button type="button" class="button bare square drawer" aria-expanded={placesOpen} aria-controls="places" onClick={openPlaces}>
        <Icon name="menu" />
        <span class="out-of-sight">Places{unread > 0 ? `, ${unread} unread` : ''}</span>
        {unread > 0 && <span class="dot" />}
      </button>
      <Switcher />
      <div class="middle">
        <ClockBar page={page} />
      </div>
      <div class="turns">
        <PanelButton panel="timeline" label="Timeline" icon="timeline" />
        <PanelButton panel="faults" label="Faults" icon="faults" />
        <ThemeSwitch />
      </div>
    </header>
  );
}

function PanelButton({ panel, label, icon }: { panel: Panel; label: string; icon: IconName }) {
  const { panel: shown, show } = usePage();
  const open = shown === panel;
  return (
    <button type="button" class="button bare" aria-pressed={open} onClick={() => show(open ? undefined : panel)}>
      <Icon name={icon} />
      <span class="label">{label}</span>
    </button>
  );
}
