// F6 goes from one region of the page to the next, Shift and F6 back, as in other programs with several.
import { useEffect } from 'preact/hooks';

const REGIONS = '.top .acting, .side, .room, .beside';

export function useRegions(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter((one) => one.offsetParent !== null);
      const now = regions.findIndex((one) => one.contains(document.activeElement));
      const next = (now + (event.shiftKey ? -1 : 1) + regions.length) % regions.length;
      const region = regions[next];
      (region?.querySelector<HTMLElement>('[aria-current="page"], textarea, h2[tabindex]') ?? region)?.focus();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
