// A file to go with a message. The sandbox's people share text, such as a list for the bot; anything else would not arrive as it was.
import { useRef } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { sizeOf } from './sizes.ts';

export interface Shared {
  name: string;
  text: string;
  /** In bytes. */
  size: number;
}

const MOST = 1_000_000;

export function ShareButton({ share, refuse }: { share: (file: Shared) => void; refuse: (sentence: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const take = async () => {
    const [file] = input.current?.files ?? [];
    if (!file) return;
    const text = file.size > MOST ? undefined : await file.text();
    if (input.current) input.current.value = '';
    if (text === undefined) refuse(`${file.name} is too large to share here: ${sizeOf(file.size)}, and 1 MB is the most.`);
    else if (text.includes('\u0000') || text.includes('\uFFFD'))
      refuse(`${file.name} is not a text file. Only text can be shared here, such as CSV.`);
    else share({ name: file.name, text, size: file.size });
  };
  return (
    <>
      <input ref={input} type="file" class="out-of-sight" tabIndex={-1} aria-label="File to share" onChange={() => void take()} />
      <button type="button" class="button bare square" title="Share a file" onClick={() => input.current?.click()}>
        <Icon name="attach" />
        <span class="out-of-sight">Share a file</span>
      </button>
    </>
  );
}

export function FileChip({ file: { name, size }, remove }: { file: Shared; remove: () => void }) {
  return (
    <p class="chip">
      <Icon name="attach" />
      {name} <small>{sizeOf(size)}</small>
      <button type="button" class="button bare square" onClick={remove}>
        <Icon name="close" />
        <span class="out-of-sight">Do not share {name}</span>
      </button>
    </p>
  );
}
