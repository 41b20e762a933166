// The single sentences of one file, with their blanks filled, and the samples in which each is said.
import { Mrkdwn } from '../blocks/mrkdwn.tsx';
import type { Names } from '../blocks/stage.ts';
import { addressOf } from './address.ts';
import type { Overview, Sentence } from './answers.ts';
import { useInSight } from './room-view.tsx';
import type { Gallery } from './use-gallery.ts';

export function TextsView({ gallery, file, text }: { gallery: Gallery; file: string; text?: string }) {
  const all = gallery.sentences();
  useInSight(text && `text:${text}`, all !== undefined);
  return (
    <>
      <h2>{file}</h2>
      <p class="about">
        <code>{`${gallery.overview.folder}/${file}`}</code>
      </p>
      {all ? (
        all.filter((each) => each.file === file).map((each) => <TextView key={each.id} gallery={gallery} sentence={each} />)
      ) : (
        <p class="loading">Filling in…</p>
      )}
    </>
  );
}

export function TextView({ gallery, sentence }: { gallery: Gallery; sentence: Sentence }) {
  const { id, file, line, text, buttons } = sentence;
  const said = gallery.overview.rooms.flatMap(({ samples }) => samples.filter(({ says }) => says.includes(id)));
  const news = gallery.changed.has(id);
  return (
    <article id={`text:${id}`} class={news ? 'text changed' : 'text'} aria-labelledby={`text:${id}-title`} tabindex={-1}>
      <h3 id={`text:${id}-title`}>
        <a href={addressOf.text(id)}>{id}</a>{' '}
        <small>
          {file}, line {line}
        </small>
        {news && <span class="news">Changed</span>}
      </h3>
      <div class="sentence">
        <Mrkdwn text={text} names={namesOf(gallery.overview)} />
      </div>
      {buttons.length > 0 && <p class="labels">{buttons.map((label) => `[${label}]`).join(' ')}</p>}
      {said.length > 0 && (
        <p class="about">
          Said in{' '}
          {said.map((sample, at) => (
            <span key={sample.id}>
              {at > 0 && ', '}
              <a href={addressOf.sample(sample.id)}>{sample.title}</a>
            </span>
          ))}
        </p>
      )}
    </article>
  );
}

function namesOf({ people, channels }: Overview): Names {
  const named = (list: readonly { id: string; name: string }[]) => (id: string) => list.find((one) => one.id === id)?.name ?? id;
  return { person: named(people), channel: named(channels), timeZone: 'Europe/London', now: 0 };
}
