// Where the acting person writes: messages of one or many lines, commands with what may be typed next, names, and a file to go with them.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { usePage } from '../state.ts';
import { draftOf, keepDraft } from './drafts.ts';
import { Icon } from './icons.tsx';
import { OfferList, offerId } from './offer-list.tsx';
import { FileChip, ShareButton, type Shared } from './share.tsx';
import { useOffers } from './use-offers.ts';

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
  const id = useId();
  const write = (next: string) => {
    setText(next);
    keepDraft(key, next);
  };
  const offers = useOffers(box, text, write);
  const { send, sending } = useSending({ where, thread, text, file, write, setFile });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || offers.hear(event)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send().then(() => box.current?.focus());
      }}
    >
      {offers.shown && <OfferList id={id} offers={offers.shown} at={offers.at} choose={offers.choose} />}
      {file && <FileChip file={file} remove={() => setFile(undefined)} />}
      <div class="line">
        <ShareButton share={setFile} refuse={say} />
        <textarea
          ref={box}
          rows={1}
          value={text}
          aria-label={label}
          aria-autocomplete="list"
          aria-controls={offers.shown ? id : undefined}
          aria-activedescendant={offers.shown ? offerId(id, offers.shown.items[offers.at]) : undefined}
          placeholder={thread ? 'Reply…' : 'Message, or / for commands'}
          onInput={(event) => {
            write(event.currentTarget.value);
            offers.look();
          }}
          onKeyDown={onKeyDown}
          onSelect={offers.look}
          onBlur={offers.hide}
        />
        <button type="submit" class="button primary" aria-disabled={sending || busy}>
          <Icon name="send" />
          <span>Send</span>
        </button>
      </div>
    </form>
  );
}

interface Sending {
  where: string;
  thread: string | undefined;
  text: string;
  file: Shared | undefined;
  write: (text: string) => void;
  setFile: (file: Shared | undefined) => void;
}

/** Sends once at a time. What could not be sent stands in the box again, unless something else is there by then. */
function useSending({ where, thread, text, file, write, setFile }: Sending): { send: () => Promise<void>; sending: boolean } {
  const { perform, say, busy } = usePage();
  const [sending, setSending] = useState(false);
  const latest = useRef('');
  useEffect(() => {
    latest.current = text;
  });
  const send = async () => {
    const line = text.trim();
    if (line === '' && !file) return;
    if (busy || sending) return say('The bot is still at work. What you wrote waits here; send it again in a moment.');
    if (thread && line.startsWith('/')) return say('Commands do not work in threads. Type it in the conversation.');
    setSending(true);
    write('');
    setFile(undefined);
    const isCommand = line.startsWith('/') && !file;
    const spoken = {
      do: 'say' as const,
      text: line,
      where,
      ...(thread && { thread }),
      ...(file && { file: { name: file.name, text: file.text } }),
    };
    const done = await perform(isCommand ? { do: 'type', line, where } : spoken);
    setSending(false);
    if (done || latest.current !== '') return;
    write(line);
    setFile(file);
  };
  return { send, sending };
}
