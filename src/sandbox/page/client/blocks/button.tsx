// A button of Block Kit. It asks first where its app wants that, and opens an address where it has one.
import type { JSX } from 'preact';
import { useQuestion } from '../dialogs/question.tsx';
import type { Block, Element } from './block-kit.ts';
import { confirmWords } from './confirm.tsx';
import { Label } from './mrkdwn.tsx';
import { safeUrl } from './pieces.ts';
import type { Stage } from './stage.ts';

export function Button({ block, element, stage }: { block: Block; element: Element; stage: Stage }): JSX.Element {
  const { ask, question } = useQuestion(confirmWords(element.confirm, stage.names));
  const press = () => {
    const url = safeUrl(element.url ?? '');
    if (url) window.open(url, '_blank', 'noreferrer');
    stage.press(block, element, undefined);
  };
  const text = element.text ?? '';
  return (
    <>
      <button
        type="button"
        class={element.style ? `button ${element.style}` : 'button'}
        {...(element.accessibility_label && { 'aria-label': element.accessibility_label })}
        {...(element.confirm && { 'aria-haspopup': 'dialog' })}
        onClick={() => ask(press)}
      >
        {typeof text === 'string' ? text : <Label of={text} names={stage.names} />}
      </button>
      {question}
    </>
  );
}
