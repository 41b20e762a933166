// Files handed over with a form. They are read when they are chosen, so that sending the form does not have to wait for them.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Element, Held, HeldFile } from './block-kit.ts';
import { type ControlProps, fieldAttributes } from './control-props.ts';

export function FileField(props: ControlProps): JSX.Element {
  const { element, held, settle, id } = props;
  const [fault, setFault] = useState<string | undefined>();
  const files = filesIn(held);
  const take = async (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    const unfit = unfitWords(element, chosen);
    setFault(unfit);
    if (!unfit) settle(await Promise.all(chosen.map(async (file) => ({ name: file.name, text: await file.text() }))));
    input.value = '';
  };
  const kinds = `${id}-kinds`;
  const { required: _required, ...attributes } = fieldAttributes({ ...props, describedBy: `${props.describedBy ?? ''} ${kinds}`.trim() });
  return (
    <div class="handed">
      <input
        {...attributes}
        type="file"
        multiple={(element.max_files ?? 10) > 1}
        accept={element.filetypes?.map((ending) => `.${ending}`).join(',')}
        onChange={(event) => void take(event.currentTarget)}
      />
      <FileList files={files} remove={(file) => takeOut(id, () => settle(files.filter((one) => one !== file)))} />
      <small id={kinds} class="limit">
        {kindsWords(element)}
      </small>
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

function FileList({ files, remove }: { files: readonly HeldFile[]; remove: (file: HeldFile) => void }): JSX.Element {
  return (
    <ul aria-label="Files to hand over" hidden={files.length === 0}>
      {files.map((file) => (
        <li key={file.name}>
          {file.name}
          <button type="button" aria-label={`Remove ${file.name}`} onClick={() => remove(file)}>
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function takeOut(id: string, remove: () => void): void {
  document.getElementById(id)?.focus();
  remove();
}

function filesIn(held: Held): HeldFile[] {
  return Array.isArray(held) ? held.filter((one): one is HeldFile => typeof one === 'object') : [];
}

function unfitWords({ filetypes, max_files = 10 }: Element, files: readonly File[]): string | undefined {
  if (files.length > max_files)
    return max_files === 1 ? 'Only one file can be taken here.' : `At most ${max_files} files can be taken here.`;
  const wrong = files.find(({ name }) => filetypes && !filetypes.includes(name.toLowerCase().replace(/^.*\./, '')));
  return wrong && `${wrong.name} cannot be taken: only ${filetypes?.join(', ')}.`;
}

function kindsWords({ filetypes, max_files = 10 }: Element): string {
  const kinds = filetypes ? ` (${filetypes.join(', ')})` : '';
  return max_files === 1 ? `One file${kinds}` : `Up to ${max_files} files${kinds}`;
}
