// What one may do with a message of one's own: change it, or take it back.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useFreshId } from '../blocks/fresh-id.ts';
import { Frame } from './frame.tsx';
import { Question } from './question.tsx';

interface EditProps {
  /** The text as it was typed. */
  text: string;
  /** The new text; nothing when it stays as it is. */
  done: (text: string | undefined) => void;
}

/** A dialog with the message's text to change. An empty text is not sent: a message is taken back instead. */
export function EditMessage({ text, done }: EditProps): JSX.Element {
  const [now, setNow] = useState(text);
  const id = useFreshId('edit');
  const nothing = now.trim() === '';
  const save = () => {
    if (!nothing) done(now === text ? undefined : now);
  };
  return (
    <Frame
      class="view"
      title="Change your message"
      close={() => done(undefined)}
      submit={save}
      first={(dialog) => dialog.querySelector('textarea')}
    >
      <div class="body">
        <div class="input">
          <label for={id}>Message</label>
          <textarea id={id} rows={5} dir="auto" value={now} onInput={(event) => setNow(event.currentTarget.value)} />
        </div>
      </div>
      <div class="foot">
        <button type="button" class="button" onClick={() => done(undefined)}>
          Leave it
        </button>
        <button type="submit" class="button primary" aria-disabled={nothing}>
          Save
        </button>
      </div>
    </Frame>
  );
}

/** Asks before a message is taken back. */
export function DeleteMessage({ done }: { done: (yes: boolean) => void }): JSX.Element {
  const words = {
    title: 'Delete this message?',
    text: <p>It goes for everyone in this conversation, and cannot be brought back.</p>,
    yes: 'Delete',
    no: 'Keep it',
    danger: true,
  };
  return <Question words={words} answer={done} />;
}
