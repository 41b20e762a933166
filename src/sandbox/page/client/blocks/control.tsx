// Finds the control that an element asks for, and joins it to what it holds and to whom it tells: the form it stands in, or the bot.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useQuestion } from '../dialogs/question.tsx';
import type { Block, Element, Held } from './block-kit.ts';
import { Button } from './button.tsx';
import { confirmWords } from './confirm.tsx';
import type { ControlProps } from './control-props.ts';
import { FileField } from './file-field.tsx';
import { useFreshId } from './fresh-id.ts';
import { heldAtFirst } from './held.ts';
import { nameOf } from './names.ts';
import { Overflow } from './overflow.tsx';
import { isPicker, PickerField } from './pickers.tsx';
import { Picture } from './picture.tsx';
import { Select } from './select.tsx';
import type { Stage } from './stage.ts';
import { Ticks } from './ticks.tsx';
import { TypedField } from './typed.tsx';

interface Standing {
  block: Block;
  element: Element;
  stage: Stage;
}

/** An element of an `actions` or a `section` block: it tells the bot at once. */
export function Part({ block, element, stage }: Standing): JSX.Element {
  if (element.type === 'button') return <Button block={block} element={element} stage={stage} />;
  if (element.type === 'image') return <Picture source={element} stage={stage} />;
  return <Alone block={block} element={element} stage={stage} />;
}

function Alone({ block, element, stage }: Standing): JSX.Element {
  const id = useFreshId('control');
  const { control, question } = useControl({ block, element, stage }, true);
  const name = nameOf(block, element, stage.names);
  const given = { ...control, id, name };
  const isGroup = element.type === 'checkboxes' || element.type === 'radio_buttons';
  return (
    <>
      {isGroup ? (
        <fieldset aria-label={name}>
          <Field {...given} />
        </fieldset>
      ) : (
        <Field {...given} />
      )}
      {question}
    </>
  );
}

/** The control alone, without its label. */
export function Field(props: ControlProps): JSX.Element | null {
  const { type } = props.element;
  if (type.endsWith('external_select'))
    return <p class="unknown">(The app would be asked what may be chosen here; this page does not ask it.)</p>;
  if (type.endsWith('_select')) return <Select {...props} />;
  if (type === 'checkboxes' || type === 'radio_buttons') return <Ticks {...props} />;
  if (type === 'overflow') return <Overflow {...props} />;
  if (type === 'file_input') return <FileField {...props} />;
  if (isPicker(type)) return <PickerField {...props} />;
  if (type.endsWith('_input')) return <TypedField {...props} />;
  return <p class="unknown">(This page cannot draw a control of the kind “{type}”.)</p>;
}

/** What a control holds, and what follows when it is settled; `speaks` says whether the bot hears of it at once. */
export function useControl({ block, element, stage }: Standing, speaks: boolean) {
  const [own, setOwn] = useState<{ block: string | undefined; held: Held } | undefined>();
  const { ask, question } = useQuestion(confirmWords(element.confirm, stage.names));
  const inForm = block.type === 'input' ? stage.fields : undefined;
  // Another block in the same place begins anew, as in Slack.
  const kept = own?.block === block.block_id ? own?.held : undefined;
  const held = (inForm ? inForm.held(block) : kept) ?? heldAtFirst(element);
  const put = (now: Held) => (inForm ? inForm.put(block, now) : setOwn({ block: block.block_id, held: now }));
  const settle = (now: Held) => {
    if (element.type !== 'overflow') put(now);
    if (!speaks) return;
    ask(
      () => stage.press(block, element, now),
      () => put(held),
    );
  };
  return { control: { element, stage, held, put, settle, speaks }, question };
}
