// The way around: the rooms in the order of a round's life with their samples, and the files of the content folder.
import { addressOf, filesOf } from './address.ts';
import type { Room } from './answers.ts';
import type { Gallery } from './use-gallery.ts';

export function Rooms({ gallery, forget }: { gallery: Gallery; forget: () => void }) {
  const { overview, place } = gallery;
  const file = place.in === 'texts' ? place.file : undefined;
  return (
    <nav class="rooms" aria-label="Gallery">
      <h2>Views and messages</h2>
      <ul>
        {overview.rooms.map((room) => (
          <RoomEntry key={room.room} gallery={gallery} room={room} open={place.in === 'room' && place.room === room.room} forget={forget} />
        ))}
      </ul>
      <h2>Single sentences</h2>
      <ul>
        {filesOf(overview.places).map((each) => (
          <li key={each}>
            <a onClick={forget} href={addressOf.texts(each)} aria-current={each === file ? 'page' : undefined}>
              {each}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function RoomEntry({ gallery, room, open, forget }: { gallery: Gallery; room: Room; open: boolean; forget: () => void }) {
  const { place, changed } = gallery;
  const news = room.samples.filter(({ says }) => says.some((id) => changed.has(id))).length;
  return (
    <li>
      <a onClick={forget} href={addressOf.room(room.room)} aria-current={open ? 'page' : undefined}>
        {room.title} <small>{room.samples.length}</small>
        {news > 0 && ' '}
        {news > 0 && <span class="news">{news} changed</span>}
      </a>
      {open && (
        <ul>
          {room.samples.map(({ id, title }) => (
            <li key={id}>
              <a
                onClick={forget}
                href={addressOf.sample(id)}
                aria-current={place.in === 'room' && place.sample === id ? 'location' : undefined}
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
