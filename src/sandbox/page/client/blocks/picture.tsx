// Pictures with their words, larger on demand.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { closedBy } from '../dialogs/frame.tsx';
import { useDialog } from '../dialogs/use-dialog.ts';
import type { Block } from './block-kit.ts';
import type { Stage } from './stage.ts';

type Source = Pick<Block, 'image_url' | 'slack_file' | 'alt_text'>;

/** A picture of a block, by the id of its file or by its address; a small one stands in a line of text. */
export function Picture({ source, stage, small = false }: { source: Source; stage: Stage; small?: boolean }): JSX.Element {
  const address = source.slack_file?.id ? stage.pictureUrl(source.slack_file.id) : source.image_url;
  const alt = source.alt_text ?? '';
  return small && isHere(address) ? <img src={address} alt={alt} /> : <Enlargeable address={address} alt={alt} />;
}

/** The page fetches nothing from elsewhere. */
function isHere(address: string | undefined): address is string {
  return /^(?:\/(?!\/)|data:image\/)/.test(address ?? '');
}

/** A picture that a press enlarges; one from elsewhere is described instead. */
export function Enlargeable({ address, alt }: { address: string | undefined; alt: string }): JSX.Element {
  const [large, setLarge] = useState(false);
  if (!isHere(address)) return <p class="unknown">(A picture from elsewhere: {alt})</p>;
  return (
    <span class="enlargeable">
      <img src={address} alt={alt} />
      <button type="button" aria-label="Enlarge the picture" aria-haspopup="dialog" onClick={() => setLarge(true)} />
      {large && <Large address={address} alt={alt} close={() => setLarge(false)} />}
    </span>
  );
}

function Large({ address, alt, close }: { address: string; alt: string; close: () => void }): JSX.Element {
  const ref = useDialog();
  return (
    <dialog ref={ref} class="enlarged" aria-label="Picture" {...closedBy(close)}>
      <button type="button" class="button" onClick={close}>
        Close
      </button>
      <img src={address} alt={alt} />
      <p>{alt}</p>
    </dialog>
  );
}
