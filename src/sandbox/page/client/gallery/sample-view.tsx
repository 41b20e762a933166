// One sample: what it is, what is seen, how it reads aloud, where its words stand and how much room they take.
import { useState } from 'preact/hooks';
import { addressOf } from './address.ts';
import type { Count, Exhibit, Exhibited } from './answers.ts';
import { Surface } from './surface.tsx';
import type { Gallery } from './use-gallery.ts';

/** So many places are shown without being asked for. */
const AT_ONCE = 10;

const SURFACES: Record<Exhibit['surface'], string> = {
  message: 'Message',
  'only for you': 'Message that only one person sees',
  modal: 'Form',
  home: 'Home tab',
  file: 'File',
};

export function SampleView({ gallery, shown }: { gallery: Gallery; shown: Exhibited }) {
  const { id, title, source } = shown;
  const news = 'broken' in shown ? [] : shown.says.filter((text) => gallery.changed.has(text));
  return (
    <article id={id} class={news.length > 0 ? 'sample changed' : 'sample'} aria-labelledby={`${id}-title`} tabindex={-1}>
      <h3 id={`${id}-title`}>
        {title} <a href={addressOf.sample(id)}>{id}</a>
      </h3>
      <p class="about">
        {'broken' in shown ? '' : `${SURFACES[shown.surface]}. `}
        <code>{source}</code>
      </p>
      {news.length > 0 && <p class="news">Changed: {news.join(', ')}</p>}
      {'broken' in shown ? <p class="fault">It cannot be drawn: {shown.broken}</p> : <Drawn gallery={gallery} shown={shown} />}
    </article>
  );
}

function Drawn({ gallery, shown }: { gallery: Gallery; shown: Exhibit }) {
  const [pressed, press] = useState('');
  return (
    <>
      <Surface gallery={gallery} shown={shown} pressed={press} />
      <p class="pressed" role="status">
        {pressed}
      </p>
      {shown.refused.length > 0 && <p class="fault">Slack would refuse it: {shown.refused.join('; ')}</p>}
      <ul class="counts" aria-label="How much there is, and how much Slack takes">
        {shown.counts.map((count) => (
          <CountLine key={count.what} count={count} />
        ))}
      </ul>
      <Words gallery={gallery} says={shown.says} />
      <details>
        <summary>As it reads aloud</summary>
        {shown.notice !== undefined && <pre class="notice">{`Notification:\n${shown.notice}`}</pre>}
        <pre>{shown.plain}</pre>
      </details>
    </>
  );
}

function CountLine({ count: { what, is, most } }: { count: Count }) {
  return (
    <li class={is > most ? 'over' : ''}>
      {is.toLocaleString('en-GB')} of {most.toLocaleString('en-GB')} {what}
    </li>
  );
}

function Words({ gallery, says }: { gallery: Gallery; says: readonly string[] }) {
  if (says.length === 0) return null;
  return (
    <details open={says.length <= AT_ONCE}>
      <summary>Where its words stand ({says.length})</summary>
      <ul class="word-places">
        {says.map((id) => {
          const place = gallery.overview.places[id];
          return (
            <li key={id}>
              <a href={addressOf.text(id)}>{id}</a> <span>{place ? `${place.file}, line ${place.line}` : ''}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
