// Text within Slack's limits, and without the signs on which Slack would act. Pure.

/** Cuts plain text to `most` characters, never inside a character, and shows that something is missing. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > most - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The same for mrkdwn: never inside a mention, a link or an escaped character either. */
export function cutMrkdwn(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = cut(text, most).slice(0, -1);
  return `${kept.replace(/(<[^>]*|&[a-z]*)$/, '')}…`;
}

/**
 * The text that goes beside blocks, for notifications and screen readers: plain sentences, in which Slack would act on signs that a person
 * wrote. Mentions of people and channels stay; everything else that means something to Slack is written out. Safe to do twice.
 */
export function inert(text: string): string {
  return text
    .replace(/&(?!(?:amp|lt|gt);)/g, '&amp;')
    .replace(/<(?![@#][A-Z0-9]+>)/g, '&lt;')
    .replace(/(<[@#][A-Z0-9]+)?>/g, (match, mention) => (mention ? match : '&gt;'));
}

/** Long text in pieces of at most `most` characters, parted at the end of a line or a word. */
export function pieces(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const head = cutMrkdwn(text, most).slice(0, -1);
  const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '));
  const first = end > most / 2 ? head.slice(0, end) : head;
  return [first, ...pieces(text.slice(first.length).trimStart(), most)];
}

/** Who speaks to the screen says what stands on the button: that is part of its name, whatever else is. */
export function nameWith(label: string, name: string): string {
  return name.toLowerCase().includes(label.toLowerCase()) ? name : `${label}: ${name}`;
}
