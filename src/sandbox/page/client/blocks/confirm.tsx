// The words of Block Kit's confirmation, for the dialog that asks them.
import type { QuestionWords } from '../dialogs/question.tsx';
import type { Confirm } from './block-kit.ts';
import { Label, Words } from './mrkdwn.tsx';
import type { Names } from './stage.ts';

export function confirmWords(confirm: Confirm | undefined, names: Names): QuestionWords | undefined {
  if (!confirm) return undefined;
  return {
    title: <Label of={confirm.title} names={names} />,
    text: <Words of={confirm.text} names={names} />,
    yes: confirm.confirm.text,
    no: confirm.deny.text,
    danger: confirm.style === 'danger',
  };
}
