// The menu behind three dots: the menu button of the ARIA Authoring Practices.
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Option } from './block-kit.ts';
import type { ControlProps } from './control-props.ts';
import { safeUrl } from './pieces.ts';

export function Overflow({ element, settle, id, name }: ControlProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (open) itemsIn(box.current)[0]?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  const choose = (option: Option) => {
    close();
    const url = safeUrl(option.url ?? '');
    if (url) window.open(url, '_blank', 'noreferrer');
    settle(option.value);
  };
  return (
    <span
      ref={box}
      class="overflow"
      onFocusOut={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOpen(false)}
    >
      <Opener id={id} name={name ?? 'More'} open={open} set={setOpen} />
      <div id={`${id}-menu`} role="menu" aria-labelledby={id} hidden={!open} tabIndex={-1} onKeyDown={(event) => keyInMenu(event, close)}>
        {(element.options ?? []).map((option) => (
          <button key={option.value} type="button" role="menuitem" tabIndex={-1} onClick={() => choose(option)}>
            {option.text.text}
            {option.description && <small>{option.description.text}</small>}
          </button>
        ))}
      </div>
    </span>
  );
}

function Opener({ id, name, open, set }: { id: string; name: string; open: boolean; set: (open: boolean) => void }): JSX.Element {
  return (
    <button
      type="button"
      class="button"
      id={id}
      aria-haspopup="menu"
      aria-expanded={open}
      aria-controls={`${id}-menu`}
      aria-label={name}
      onClick={() => set(!open)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        set(true);
      }}
    >
      <svg viewBox="0 0 16 4" width="16" height="4" aria-hidden="true">
        <circle cx="2" cy="2" r="1.6" />
        <circle cx="8" cy="2" r="1.6" />
        <circle cx="14" cy="2" r="1.6" />
      </svg>
    </button>
  );
}

function itemsIn(box: Element | null): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}

function keyInMenu(event: TargetedKeyboardEvent<HTMLDivElement>, close: () => void): void {
  const items = itemsIn(event.currentTarget);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 };
  const to = steps[event.key];
  if (to === undefined && event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  if (to === undefined) close();
  else items[to % items.length]?.focus();
}
