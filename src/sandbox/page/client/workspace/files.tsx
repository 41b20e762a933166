// The files of a message: pictures are shown, with their own words for those who cannot see them; everything else is named and can be fetched.
import { Enlargeable } from '../blocks/picture.tsx';
import { fileUrl } from '../blocks/stage.ts';
import type { SceneFile } from '../scene.ts';
import { Icon } from './icons.tsx';
import { sizeOf } from './sizes.ts';

export function Files({ files }: { files: readonly SceneFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul class="files" aria-label="Files">
      {files.map((file) => (
        <li key={file.id}>{file.mimetype.startsWith('image/') ? <Picture file={file} /> : <Download file={file} />}</li>
      ))}
    </ul>
  );
}

function Picture({ file: { id, name, title, size, alt } }: { file: SceneFile }) {
  return (
    <figure class="picture">
      <Enlargeable address={fileUrl(id)} alt={alt || title || name} />
      <figcaption>
        {title || name} ·{' '}
        <a href={fileUrl(id)} download={name}>
          Download ({sizeOf(size)})
        </a>
      </figcaption>
    </figure>
  );
}

function Download({ file: { id, name, title, size } }: { file: SceneFile }) {
  return (
    <a class="file" href={fileUrl(id)} download={name}>
      <Icon name="download" />
      <span>
        <strong>{title || name}</strong>
        <small>
          {title && title !== name ? `${name} · ` : ''}
          {sizeOf(size)}
        </small>
      </span>
    </a>
  );
}
