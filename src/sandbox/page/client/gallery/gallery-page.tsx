// The gallery as a whole: what to look at and how on top, the rooms at the side, the samples in the middle.
import { useEffect, useState } from 'preact/hooks';
import { RoomView } from './room-view.tsx';
import { Rooms } from './rooms.tsx';
import { SavedNews } from './saved-news.tsx';
import { SearchResults } from './search-results.tsx';
import { TextsView } from './texts-view.tsx';
import { type Theme, Toolbar, type Width } from './toolbar.tsx';
import { type Gallery, useGallery } from './use-gallery.ts';

export function GalleryPage() {
  const gallery = useGallery();
  const [question, ask] = useState('');
  const [width, widen] = useState<Width>('desk');
  const [theme, shine] = useState<Theme>(themeNow);
  // Who follows a link leaves the search.
  useEffect(() => ask(''), [gallery?.hash]);
  const show = (chosen: Theme) => {
    keepTheme(chosen);
    shine(chosen);
  };
  if (!gallery) return <p class="loading">Opening the gallery…</p>;
  return (
    <div class="gallery-page">
      <a class="to-samples" href="#samples">
        To the samples
      </a>
      <Toolbar gallery={gallery} look={{ question, ask, width, widen, theme, show }} />
      <Rooms gallery={gallery} forget={() => ask('')} />
      <main id="samples" tabindex={-1} class={width}>
        <SavedNews gallery={gallery} />
        <Middle gallery={gallery} question={question} />
      </main>
    </div>
  );
}

function Middle({ gallery, question }: { gallery: Gallery; question: string }) {
  const { place } = gallery;
  if (question.trim() !== '') return <SearchResults gallery={gallery} question={question} />;
  if (place.in === 'texts')
    return <TextsView key={place.file} gallery={gallery} file={place.file} {...(place.text && { text: place.text })} />;
  return <RoomView key={place.room} gallery={gallery} room={place.room} {...(place.sample && { sample: place.sample })} />;
}

/** The theme of the demo's page, and of this one. */
function themeNow(): Theme {
  const kept = localStorage.getItem('theme');
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

function keepTheme(theme: Theme): void {
  if (theme === 'auto') localStorage.removeItem('theme');
  else localStorage.setItem('theme', theme);
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
