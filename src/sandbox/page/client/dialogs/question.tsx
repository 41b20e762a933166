// A question that stands before a step: the confirmation of a Block Kit element, or one of the page's own.
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useFreshId } from '../blocks/fresh-id.ts';
import { closedBy } from './frame.tsx';
import { useDialog } from './use-dialog.ts';

export interface QuestionWords {
  title: ComponentChildren;
  text: ComponentChildren;
  yes: string;
  no: string;
  danger?: boolean;
}

/** The question as a dialog. What is safer has the focus first. */
export function Question({ words, answer }: { words: QuestionWords; answer: (yes: boolean) => void }): JSX.Element {
  const ref = useDialog((dialog) => dialog.querySelector(words.danger ? '.no' : '.yes'));
  const id = useFreshId('question');
  return (
    <dialog
      ref={ref}
      class="question"
      role="alertdialog"
      aria-labelledby={id}
      aria-describedby={`${id}-text`}
      {...closedBy(() => answer(false))}
    >
      <h2 id={id} tabIndex={-1}>
        {words.title}
      </h2>
      <div id={`${id}-text`} class="body">
        {words.text}
      </div>
      <div class="foot">
        <button type="button" class="button no" onClick={() => answer(false)}>
          {words.no}
        </button>
        <button type="button" class={words.danger ? 'button yes danger' : 'button yes primary'} onClick={() => answer(true)}>
          {words.yes}
        </button>
      </div>
    </dialog>
  );
}

export interface Asking {
  /** Goes on at once where nothing has to be asked. */
  ask: (yes: () => void, no?: () => void) => void;
  /** The open question, to be drawn somewhere. */
  question: JSX.Element | undefined;
}

/** Asks before a step, where there are words to ask with. */
export function useQuestion(words: QuestionWords | undefined): Asking {
  const [asked, setAsked] = useState<{ yes: () => void; no?: (() => void) | undefined } | undefined>();
  const answer = (yes: boolean) => {
    setAsked(undefined);
    if (yes) asked?.yes();
    else asked?.no?.();
  };
  return {
    ask: (yes, no) => (words ? setAsked({ yes, no }) : yes()),
    question: words && asked ? <Question words={words} answer={answer} /> : undefined,
  };
}
