// A share in words: one band or several, a bound, or a figure that is rounded. Pure.
import type { Content } from '../../platform/content/load.ts';
import { sayingWords } from '../reviewing/result-view.ts';
import type { Share } from './reach.ts';

export function sayShare(content: Content, share: Share): string {
  if ('bands' in share) {
    const names = share.bands.map((band) => content.plain(`reviewing.pulse.band.${band}`));
    const [last = '', ...others] = [...names].reverse();
    return others.length === 0 ? last : content.plain('measuring.either', { one: others.reverse().join(', '), other: last });
  }
  return share.is === 'about'
    ? content.plain('measuring.share.about', { x: share.percent })
    : sayingWords(content, { ...share, is: share.is });
}
