// An input block: a label, its control, a hint, and the fault that was found in it, all tied together for whoever listens instead of looks.
import type { JSX } from 'preact';
import type { Block, Element } from './block-kit.ts';
import { Field, useControl } from './control.tsx';
import { useFreshId } from './fresh-id.ts';
import { boundsWords } from './limits.ts';
import { Label } from './mrkdwn.tsx';
import type { Stage } from './stage.ts';

export function Input({ block, stage }: { block: Block; stage: Stage }): JSX.Element {
  const element = block.element ?? { type: 'plain_text_input' };
  const id = useFreshId('input');
  const { control, question } = useControl({ block, element, stage }, block.dispatch_action === true);
  const fault = stage.faults?.[block.block_id ?? ''];
  const notes = notesOf(id, block, element, fault);
  const describedBy = notes.map((note) => note.id).join(' ');
  const isGroup = element.type === 'checkboxes' || element.type === 'radio_buttons';
  const field = <Field {...control} id={id} faulty={fault !== undefined} optional={block.optional ?? false} describedBy={describedBy} />;
  const rest = notes.map((note) => (
    <p key={note.id} id={note.id} class={note.kind} {...(note.kind === 'fault' && { role: 'alert' })}>
      {note.words}
    </p>
  ));
  const shape = fault === undefined ? 'input' : 'input faulty';
  const label = <InputLabel block={block} stage={stage} />;
  if (isGroup)
    return (
      <fieldset class={shape} {...(describedBy && { 'aria-describedby': describedBy })}>
        <legend>{label}</legend>
        {field}
        {rest}
        {question}
      </fieldset>
    );
  return (
    <div class={shape}>
      <label for={id}>{label}</label>
      {field}
      {rest}
      {question}
    </div>
  );
}

function InputLabel({ block, stage }: { block: Block; stage: Stage }): JSX.Element {
  return (
    <>
      {block.label && <Label of={block.label} names={stage.names} />}
      {block.optional && <small> (optional)</small>}
    </>
  );
}

interface Note {
  id: string;
  kind: 'hint' | 'fault';
  words: string;
}

function notesOf(id: string, block: Block, element: Element, fault: string | undefined): Note[] {
  const bounds = boundsWords(element);
  return [
    ...(block.hint ? [{ id: `${id}-hint`, kind: 'hint' as const, words: block.hint.text }] : []),
    ...(bounds ? [{ id: `${id}-bounds`, kind: 'hint' as const, words: bounds }] : []),
    ...(fault === undefined ? [] : [{ id: `${id}-fault`, kind: 'fault' as const, words: fault }]),
  ];
}
