// A dialog of the page, open as long as it is there: the browser's own, closed with Escape, with its title for a name.
import type { ComponentChildren, JSX, TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useFreshId } from '../blocks/fresh-id.ts';
import { useDialog } from './use-dialog.ts';

interface FrameProps {
  class: string;
  title: ComponentChildren;
  /** A line below the title. */
  under?: ComponentChildren;
  /** Beside the title. */
  beside?: ComponentChildren;
  busy?: boolean;
  close: () => void;
  submit: () => void;
  /** What has the focus first; else the title has it, so that a reader begins at the beginning. */
  first?: (dialog: HTMLDialogElement) => HTMLElement | null;
  children: ComponentChildren;
}

export function Frame(props: FrameProps): JSX.Element {
  const ref = useDialog((dialog) => props.first?.(dialog) ?? dialog.querySelector('h2'));
  const id = useFreshId('dialog');
  return (
    <dialog
      ref={ref}
      class={props.class}
      aria-labelledby={id}
      aria-busy={props.busy ?? false}
      {...(props.under && { 'aria-describedby': `${id}-under` })}
      {...closedBy(props.close)}
    >
      <form
        method="dialog"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          props.submit();
        }}
      >
        <div class="head">
          <h2 id={id} tabIndex={-1}>
            {props.title}
          </h2>
          {props.under && (
            <p id={`${id}-under`} class="under">
              {props.under}
            </p>
          )}
          {props.beside}
        </div>
        {props.children}
      </form>
    </dialog>
  );
}

/**
 * What closes a dialog: Escape, and the way back of a phone. Escape is taken as a key, before a browser that hears it twice closes by itself. File
 * choosers and dialogs within this one send the same event upwards: it is not theirs to close.
 */
export function closedBy(close: () => void) {
  return {
    onKeyDown: (event: TargetedKeyboardEvent<HTMLDialogElement>) => {
      if (event.key === 'Escape' && !event.isComposing) goes(event, close);
    },
    onCancel: (event: TargetedEvent<HTMLDialogElement>) => {
      if (event.target === event.currentTarget) goes(event, close);
    },
  };
}

function goes(event: Event, close: () => void): void {
  event.preventDefault();
  event.stopPropagation();
  close();
}
