// Fields that are typed: text of one line or many, numbers, addresses of mail and of the web. Near its limit a field says what is left.
import type { JSX, TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { type ControlProps, fieldAttributes } from './control-props.ts';
import { isNews, lengthOf, limitWords, roomFor } from './limits.ts';

type TextBox = HTMLInputElement | HTMLTextAreaElement;

export function TypedField(props: ControlProps): JSX.Element {
  const { element, held } = props;
  const text = typeof held === 'string' ? held : '';
  const words = limitWords(element, text);
  const attributes = {
    ...fieldAttributes(props),
    placeholder: element.placeholder?.text,
    value: text,
    dir: 'auto' as const,
    maxLength: roomFor(element, text),
    onInput: (event: TargetedEvent<TextBox>) => typed(props, event.currentTarget.value),
    onKeyDown: (event: TargetedKeyboardEvent<TextBox>) => entered(props, event),
  };
  return (
    <>
      {element.multiline || element.type === 'rich_text_input' ? (
        <textarea {...attributes} rows={5} onChange={(event) => props.settle(event.currentTarget.value)} />
      ) : (
        <input {...attributes} type="text" inputMode={inputMode(element)} autoComplete="off" />
      )}
      <small class={words ? 'limit' : 'limit empty'} aria-hidden="true">
        {words}
      </small>
      <output class="out-of-sight" for={props.id}>
        {isNews(element, text) ? words : ''}
      </output>
    </>
  );
}

const KINDS: Readonly<Record<string, 'email' | 'url'>> = { email_text_input: 'email', url_text_input: 'url' };

function inputMode({ type, is_decimal_allowed }: ControlProps['element']) {
  if (type === 'number_input') return is_decimal_allowed ? 'decimal' : 'numeric';
  return KINDS[type] ?? 'text';
}

function typed({ element, put, settle }: ControlProps, text: string): void {
  const most = element.max_length ?? Number.POSITIVE_INFINITY;
  const kept = lengthOf(text) > most ? [...text].slice(0, most).join('') : text;
  const atOnce = element.dispatch_action_config?.trigger_actions_on?.includes('on_character_entered');
  if (atOnce) settle(kept);
  else put(kept);
}

/** In Slack, Enter in a field that speaks to the app says that it is filled in; elsewhere it sends the form. */
function entered({ settle, speaks }: ControlProps, event: TargetedKeyboardEvent<TextBox>): void {
  if (event.key !== 'Enter' || event.isComposing || event.currentTarget instanceof HTMLTextAreaElement || !speaks) return;
  event.preventDefault();
  settle(event.currentTarget.value);
}
