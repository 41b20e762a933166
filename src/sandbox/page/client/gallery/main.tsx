// The gallery's page: everything the bot says, with made-up data.
import { render } from 'preact';
import { GalleryPage } from './gallery-page.tsx';

document.documentElement.classList.add('gallery');
const root = document.querySelector('#app');
if (root) {
  root.replaceChildren();
  render(<GalleryPage />, root);
}
