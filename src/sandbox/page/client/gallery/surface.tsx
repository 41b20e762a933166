// A sample as Slack would show it: a message in a conversation, a form, the Home tab, a file. Nothing here does anything; it says what it is.
import { useMemo, useRef } from 'preact/hooks';
import type { Block, Held } from '../blocks/block-kit.ts';
import { Blocks } from '../blocks/blocks.tsx';
import type { Stage } from '../blocks/stage.ts';
import { choicesOf, type Exhibit, type Overview } from './answers.ts';
import type { Gallery } from './use-gallery.ts';

interface Shown {
  gallery: Gallery;
  shown: Exhibit;
  /** Hears what was pressed or chosen, in words. */
  pressed: (what: string) => void;
}

export function Surface({ gallery, shown, pressed }: Shown) {
  const stage = useStage(gallery.overview, pressed);
  const { surface, view, file } = shown;
  if (view) return <Form shown={shown} view={view} stage={stage} pressed={pressed} />;
  if (surface === 'file') return <OneFile shown={shown} />;
  return (
    <div class={'stage'}>
      {surface === 'only for you' && <p class="only-you">Only visible to you</p>}
      <div class="stage-body">
        <Blocks blocks={shown.blocks} stage={stage} />
        {file?.svg && <Picture file={file} />}
        {file && !file.svg && <p class="attached">{file.name}</p>}
      </div>
    </div>
  );
}

interface FormShown {
  shown: Exhibit;
  view: NonNullable<Exhibit['view']>;
  stage: Stage;
  pressed: (what: string) => void;
}

function Form({ shown, view, stage, pressed }: FormShown) {
  return (
    <div class="stage in-form">
      <p class="form-title">{view.title}</p>
      <div class="stage-body">
        <Blocks blocks={shown.blocks} stage={stage} />
      </div>
      <p class="form-end">
        {view.close && (
          <button type="button" onClick={() => pressed('The button closes the form.')}>
            {view.close}
          </button>
        )}
        {view.submit && (
          <button type="button" class="primary" onClick={() => pressed('The button sends the form.')}>
            {view.submit}
          </button>
        )}
      </p>
    </div>
  );
}

/** A picture is drawn, and what it says to those who do not see it is read aloud below; any other file is shown as its text. */
function OneFile({ shown: { file, plain } }: { shown: Exhibit }) {
  return (
    <figure class="stage one-file">
      <figcaption>{file?.name}</figcaption>
      {file?.svg ? <Picture file={file} /> : <pre>{plain}</pre>}
    </figure>
  );
}

function Picture({ file: { svg = '', alt = '' } }: { file: NonNullable<Exhibit['file']> }) {
  return <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={alt} />;
}

/** Where the blocks stand: the made-up people, and a press that only says what was pressed. */
function useStage({ people, channels }: Overview, pressed: (what: string) => void): Stage {
  const put = useRef(new Map<Block, Held>());
  return useMemo(() => {
    const named = (list: readonly { id: string; name: string }[]) => (id: string) => list.find((one) => one.id === id)?.name ?? id;
    return {
      names: { person: named(people), channel: named(channels), timeZone: 'Europe/London', now: SAMPLE_NOW },
      directory: { people: choicesOf(people), channels: choicesOf(channels) },
      pictureUrl: () => PICTURE,
      press: (_, element) => pressed(`Its id is ${element.action_id ?? 'none'}. Nothing happens here.`),
      fields: { held: (block) => put.current.get(block), put: (block, held) => void put.current.set(block, held) },
    };
  }, [people, channels, pressed]);
}

/** Seconds: Monday 4 January 2027, 9am, the day of all samples. */
const SAMPLE_NOW = Date.UTC(2027, 0, 4, 9) / 1000;
/** Stands for a picture that only Slack has. */
const PICTURE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120"><rect width="320" height="120" fill="#8a97a5"/></svg>')}`;
