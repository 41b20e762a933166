// Where the acting person writes: messages of one or many lines, commands, names, and a file to go with them.
import { useRef, useState } from 'preact/hooks';
import { usePage } from '../state.ts';
import { draftOf, keepDraft } from './drafts.ts';
import { Icon } from './icons.tsx';
import { FileChip, ShareButton, type Shared } from './share.tsx';
import { useSending } from './use-sending.ts';
import { WritingBox } from './writing-box.tsx';

interface ComposerProps {
  /** The conversation's id, or `messages`. */
  where: string;
  thread?: string;
  label: string;
}

export function Composer({ where, thread, label }: ComposerProps) {
  const { me, say, busy } = usePage();
  const key = `${me} ${where} ${thread ?? ''}`;
  const [text, setText] = useState(draftOf(key));
  const [file, setFile] = useState<Shared>();
  const box = useRef<HTMLTextAreaElement>(null);
  const write = (next: string) => {
    setText(next);
    keepDraft(key, next);
  };
  const { send, sending } = useSending({ where, thread, text, file, write, setFile });
  const submit = (event: Event) => {
    event.preventDefault();
    void send().then(() => box.current?.focus());
  };
  const placeholder = thread ? 'Reply…' : 'Message, or / for commands';
  return (
    <form class="composer" onSubmit={submit}>
      {file && <FileChip file={file} remove={() => setFile(undefined)} />}
      <div class="line">
        <ShareButton share={setFile} refuse={say} />
        <WritingBox box={box} text={text} label={label} placeholder={placeholder} write={write} send={() => void send()} />
        <button type="submit" class="button primary" aria-disabled={sending || busy}>
          <Icon name="send" />
          <span>Send</span>
        </button>
      </div>
    </form>
  );
}
