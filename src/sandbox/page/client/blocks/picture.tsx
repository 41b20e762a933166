// Pictures with their words, larger on demand; and files as cards to take along.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { onOwnCancel } from '../dialogs/frame.tsx';
import { useDialog } from '../dialogs/use-dialog.ts';
import type { SceneFile } from '../scene.ts';
import type { Block } from './block-kit.ts';
import { fileUrl, type Stage } from './stage.ts';

type Source = Pick<Block, 'image_url' | 'slack_file' | 'alt_text'>;

/** A picture of a block, by the id of its file or by its address. */
export function Picture({ source, stage }: { source: Source; stage: Stage }): JSX.Element {
  const address = source.slack_file?.id ? stage.pictureUrl(source.slack_file.id) : source.image_url;
  return <Shown address={address} alt={source.alt_text ?? ''} />;
}

/** A file that was shared: a picture as a picture, all else as a card; both can be downloaded. */
export function FileCard({ file }: { file: SceneFile }): JSX.Element {
  const url = fileUrl(file.id);
  const title = file.title || file.name;
  return (
    <figure class="file">
      {file.mimetype.startsWith('image/') && <Shown address={url} alt={file.alt || title} />}
      <figcaption>
        <svg viewBox="0 0 16 20" width="16" height="20" aria-hidden="true">
          <path d="M2 1h8l4 4v14H2z M10 1v4h4" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round" />
        </svg>
        <a href={url} download={file.name}>
          {title}
        </a>
        <small>
          {title === file.name ? '' : `${file.name}, `}
          {sizeWords(file.size)}
        </small>
      </figcaption>
    </figure>
  );
}

/** The page fetches nothing from elsewhere: a picture with such an address is described instead. */
function Shown({ address, alt }: { address: string | undefined; alt: string }): JSX.Element {
  const [large, setLarge] = useState(false);
  if (!address || !/^(?:\/(?!\/)|data:image\/)/.test(address)) return <p class="unknown">(A picture from elsewhere: {alt})</p>;
  return (
    <span class="picture">
      <img src={address} alt={alt} />
      <button type="button" aria-label="Enlarge the picture" aria-haspopup="dialog" onClick={() => setLarge(true)} />
      {large && <Large address={address} alt={alt} close={() => setLarge(false)} />}
    </span>
  );
}

function Large({ address, alt, close }: { address: string; alt: string; close: () => void }): JSX.Element {
  const ref = useDialog();
  return (
    <dialog ref={ref} class="enlarged" aria-label="Picture" onCancel={(event) => onOwnCancel(event, close)}>
      <button type="button" class="button" onClick={close}>
        Close
      </button>
      <img src={address} alt={alt} />
      <p>{alt}</p>
    </dialog>
  );
}

function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: size < 10 ? 1 : 0 }).format(size)} ${unit}`;
}
