// Reads what stands between < and > in mrkdwn: people, channels, groups, dates and links. Pure.
import { type Piece, safeUrl, unescaped } from './pieces.ts';

/** `@U1|bo`, `#C1|leaders`, `!here`, `!date^1…^{date}|…` or `https://…|label` as a piece; what is none of these stays text. */
export function referenceIn(inside: string): Piece {
  const at = inside.indexOf('|');
  const target = at < 0 ? inside : inside.slice(0, at);
  const label = at < 0 ? undefined : unescaped(inside.slice(at + 1));
  if (/^[@#][A-Z0-9]+$/.test(target))
    return { kind: target.startsWith('@') ? 'person' : 'channel', id: target.slice(1), ...(label && { label }) };
  if (target.startsWith('!date^')) return dateIn(target, label ?? '');
  if (target.startsWith('!')) return groupIn(target.slice(1), label);
  const url = safeUrl(unescaped(target));
  if (!url) return { kind: 'text', text: `<${unescaped(inside)}>` };
  return { kind: 'link', url, pieces: [{ kind: 'text', text: label || url.replace(/^mailto:/i, '') }] };
}

function groupIn(name: string, label: string | undefined): Piece {
  if (/^(?:here|channel|everyone)$/.test(name)) return { kind: 'group', label: `@${name}` };
  return { kind: 'group', label: label || `@${name.split('^')[0]}` };
}

/** `!date^seconds^template^address`; a date that cannot be read shows its fallback. */
function dateIn(target: string, fallback: string): Piece {
  const [, seconds = '', template = '', address = ''] = target.split('^');
  if (!/^\d{1,11}$/.test(seconds) || template === '') return { kind: 'text', text: fallback };
  const url = safeUrl(unescaped(address));
  return { kind: 'date', seconds: Number(seconds), template: unescaped(template), fallback, ...(url && { url }) };
}
