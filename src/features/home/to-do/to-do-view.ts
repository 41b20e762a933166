// Everything that waits for the organisers of one programme, in a form with pages: for when Home shows only the most pressing. Pure.
import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, context, modal, section } from '../../../platform/slack/blocks.ts';
import type { Wait } from './wait.ts';
import { waiting } from './wait-view.ts';

export const TO_DO = 'home.to-do';

/** Each takes two blocks at most, of a hundred. */
const ON_A_PAGE = 20;

export function toDoButton(programme: string): Button {
  return button({ label: 'See them all', action: `${TO_DO}#${programme}`, value: programme });
}

/** One page; `page` counts from 0, and one that there is not shows the nearest that there is. */
export function toDoModal(content: Content, programme: { id: string; name: string }, waits: readonly Wait[], page = 0): ModalView {
  const pages = Math.max(1, Math.ceil(waits.length / ON_A_PAGE));
  const at = Math.min(Math.max(0, page), pages - 1);
  const shown = waits.slice(at * ON_A_PAGE, (at + 1) * ON_A_PAGE);
  const blanks = { programme: programme.name, x: waits.length };
  const heading = content.say(waits.length === 0 ? 'home.to-do.none' : waits.length === 1 ? 'home.to-do.one' : 'home.to-do', blanks);
  return modal({
    callback: TO_DO,
    title: 'To do',
    about: JSON.stringify({ programme: programme.id, page: at }),
    blocks: [section(heading), ...shown.flatMap((wait) => waiting(content, wait, programme.id)), ...turning(content, at, pages)],
  });
}

function turning(content: Content, at: number, pages: number): KnownBlock[] {
  if (pages === 1) return [];
  const back = at > 0 ? [button({ label: 'Back', action: `${TO_DO}-back`, value: String(at - 1) })] : [];
  const next = at < pages - 1 ? [button({ label: 'Next', action: `${TO_DO}-next`, value: String(at + 1) })] : [];
  return [context(content.say('home.to-do.page', { x: at + 1, y: pages })), actions([...back, ...next])];
}
