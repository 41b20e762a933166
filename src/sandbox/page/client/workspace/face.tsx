// A person's face: their initials on one of a few quiet colours, always the same for the same person.

const COLOURS = 8;

export function Face({ id, name, bot = false }: { id: string; name: string; bot?: boolean }) {
  const colour = bot ? 'bot' : String([...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7) % COLOURS);
  return (
    <span class="face" data-colour={colour} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** `Mei Tanaka` as `MT`. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
