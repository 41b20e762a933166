// The emoji that have a name in messages: those the bot, its organisers and people in the sandbox are likely to use. A name that is not here stays text.

const NAMES: Readonly<Record<string, string>> = {
  '+1': '👍',
  '-1': '👎',
  arrow_right: '➡️',
  bar_chart: '📊',
  bell: '🔔',
  books: '📚',
  bulb: '💡',
  calendar: '📆',
  chart_with_upwards_trend: '📈',
  clap: '👏',
  coffee: '☕',
  compass: '🧭',
  date: '📅',
  ear: '👂',
  eyes: '👀',
  fire: '🔥',
  handshake: '🤝',
  heart: '❤️',
  heavy_check_mark: '✔️',
  hourglass: '⌛',
  key: '🔑',
  link: '🔗',
  lock: '🔒',
  mag: '🔍',
  memo: '📝',
  palm_tree: '🌴',
  pencil: '📝',
  pray: '🙏',
  pushpin: '📌',
  question: '❓',
  raised_hands: '🙌',
  repeat: '🔁',
  rocket: '🚀',
  seedling: '🌱',
  slightly_smiling_face: '🙂',
  smile: '😄',
  sparkles: '✨',
  speech_balloon: '💬',
  star: '⭐',
  tada: '🎉',
  thinking_face: '🤔',
  thumbsdown: '👎',
  thumbsup: '👍',
  warning: '⚠️',
  wave: '👋',
  white_check_mark: '✅',
  writing_hand: '✍️',
  x: '❌',
};

/** The picture of an emoji's name, without its colons; `undefined` where it is not known. */
export function emojiOf(name: string): string | undefined {
  return Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
}

/** Every emoji that has a name, as `[picture, name]`; of several names for one picture the first. */
export function glyphNames(): [string, string][] {
  const named = new Map<string, string>();
  for (const [name, glyph] of Object.entries(NAMES)) if (!named.has(glyph)) named.set(glyph, name);
  return [...named];
}

/** `1f389` or `1f468-200d-1f4bb`, as Slack writes emoji into rich text; `undefined` where it is none. */
export function emojiFrom(unicode: string): string | undefined {
  if (!/^[0-9a-f]{2,6}(?:-[0-9a-f]{2,6}){0,9}$/i.test(unicode)) return undefined;
  const points = unicode.split('-').map((hex) => Number.parseInt(hex, 16));
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : undefined;
}
