// One open view: its title, its blocks, its faults and its ways out. What is typed in it stays through every redrawing, as long as the view is open.
import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Blocks } from '../blocks/blocks.tsx';
import type { SceneView } from '../scene.ts';
import { Frame } from './frame.tsx';
import type { ModalsProps } from './modal.tsx';
import { type Acting, useForm } from './use-form.ts';

interface ViewProps extends ModalsProps {
  view: SceneView;
  /** Where it stands among the open views. */
  standing: { depth: number; of: number; on?: string };
  faults: Readonly<Record<string, string>>;
}

export function View({ view, scene, perform, standing, faults, said }: ViewProps): JSX.Element {
  const form = useForm({ view, scene, perform, faults });
  const body = useFaultInSight(faults, form.sent);
  const { depth, of, on } = standing;
  return (
    <Frame
      class={depth < of ? 'view below' : 'view'}
      title={view.title}
      under={on && `In front of “${on}”`}
      beside={<Shut all={on !== undefined} close={form.close} />}
      busy={form.acting !== undefined}
      close={() => form.close()}
      submit={() => view.submit && form.submit()}
      first={firstIn}
    >
      <div class="body" ref={body} {...(isOnlyText(view) && { tabIndex: 0, role: 'group', 'aria-label': 'What it says' })}>
        <Blocks blocks={view.blocks} stage={form.stage} />
      </div>
      <Footer view={view} acting={form.acting} close={() => form.close()} said={said} />
    </Frame>
  );
}

/** Nothing in it takes the focus: then what is too long for the screen has it itself, so that arrows scroll it. */
function isOnlyText({ blocks }: SceneView): boolean {
  return blocks.every(({ type, accessory }) => type !== 'actions' && type !== 'input' && accessory === undefined);
}

/** The cross closes all that is open, as in Slack; the button below goes back by one. */
function Shut({ all, close }: { all: boolean; close: (all: boolean) => void }): JSX.Element {
  return (
    <button type="button" class="button bare shut" aria-label={all ? 'Close all' : 'Close'} onClick={() => close(all)}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
      </svg>
    </button>
  );
}

/** The field that the app wants the cursor in. */
function firstIn(dialog: HTMLDialogElement): HTMLElement | null {
  return dialog.querySelector('[data-first]');
}

/** Goes to the first fault whenever a form has come back with some. Returns the ref of what holds its fields. */
function useFaultInSight(faults: Readonly<Record<string, string>>, sent: number): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  const seen = useRef('');
  const mark = JSON.stringify([faults, sent]);
  useEffect(() => {
    if (seen.current === mark || Object.keys(faults).length === 0) return;
    seen.current = mark;
    const faulty = ref.current?.querySelector('.faulty');
    faulty?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    faulty?.scrollIntoView({ block: 'nearest' });
  }, [mark]);
  return ref;
}

interface FooterProps {
  view: SceneView;
  acting: Acting | undefined;
  close: () => void;
  said: string | undefined;
}

/** While the bot thinks nothing can be sent a second time; the buttons stay in their place, and keep the focus. */
function Footer({ view, acting, close, said }: FooterProps): JSX.Element {
  return (
    <div class="foot">
      <p class={said ? 'said' : 'said empty'} role="alert">
        {said}
      </p>
      <button type="button" class="button" onClick={close}>
        {view.close}
      </button>
      {view.submit && (
        <button
          type="submit"
          class={acting === 'sending' ? 'button primary waiting' : 'button primary'}
          aria-disabled={acting !== undefined}
        >
          {view.submit}
        </button>
      )}
      <output class="out-of-sight">{acting ? 'Waiting for the answer…' : ''}</output>
    </div>
  );
}
