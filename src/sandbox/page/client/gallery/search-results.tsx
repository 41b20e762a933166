// What the search has found: samples room by room, then single sentences.
import { useState } from 'preact/hooks';
import type { Listed, Room } from './answers.ts';
import { isFound, isFoundText, wordsOf } from './find.ts';
import { SampleView } from './sample-view.tsx';
import { TextView } from './texts-view.tsx';
import type { Gallery } from './use-gallery.ts';

/** So many are drawn before somebody asks for more. */
const AT_ONCE = 12;

export function SearchResults({ gallery, question }: { gallery: Gallery; question: string }) {
  const words = wordsOf(question);
  const [most, setMost] = useState(AT_ONCE);
  const found = gallery.overview.rooms.flatMap((room) =>
    room.samples.filter((each) => isFound(words, each)).map((sample) => ({ room, sample })),
  );
  const texts = gallery.sentences()?.filter((each) => isFoundText(words, each));
  const more = Math.max(found.length, texts?.length ?? 0) > most;
  return (
    <>
      <h2>Found</h2>
      <p role="status">
        {found.length} {found.length === 1 ? 'view or message' : 'views and messages'}, {texts?.length ?? 0}{' '}
        {texts?.length === 1 ? 'single sentence' : 'single sentences'}
      </p>
      {found.slice(0, most).map(({ room, sample }) => (
        <Found key={sample.id} gallery={gallery} room={room} sample={sample} />
      ))}
      {texts?.slice(0, most).map((each) => (
        <TextView key={each.id} gallery={gallery} sentence={each} />
      ))}
      {more && (
        <button type="button" onClick={() => setMost(most * 4)}>
          Show more
        </button>
      )}
    </>
  );
}

function Found({ gallery, room, sample }: { gallery: Gallery; room: Room; sample: Listed }) {
  const shown = gallery.drawn(room.room)?.find(({ id }) => id === sample.id);
  return shown ? <SampleView gallery={gallery} shown={shown} /> : <p class="loading">{sample.title}</p>;
}
