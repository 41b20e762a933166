// Reads a time zone that somebody typed. Slack offers no list long enough for all of them, so a name may be typed, and a city is enough. Pure.

export type Zone = { ok: true; zone: string } | { ok: false; near: readonly string[] };

const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
const SUGGESTIONS = 3;

/** The IANA name meant by `typed`, or up to three names that come near. Offsets such as "+01:00" are refused: they know no summer. */
export function readZone(typed: string): Zone {
  const name = plain(typed);
  if (/^(?:gmt|utc|etc\/utc)$/.test(name)) return { ok: true, zone: 'UTC' };
  const whole = ZONES.find((zone) => plain(zone) === name) ?? alias(typed.trim());
  if (whole) return { ok: true, zone: whole };
  const cities = ZONES.filter((zone) => cityOf(zone) === name);
  if (cities.length === 1) return { ok: true, zone: cities[0] as string };
  return { ok: false, near: cities.length > 1 ? cities : nearest(name) };
}

/** Older names of zones ("Asia/Calcutta"), which the list leaves out. */
function alias(name: string): string | undefined {
  if (!/^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2}$/.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function nearest(name: string): string[] {
  if (name === '') return [];
  const within = ZONES.filter((zone) => name.length >= 3 && plain(zone).includes(name));
  const alike = ZONES.map((zone) => ({ zone, away: Math.min(distance(name, cityOf(zone)), distance(name, plain(zone))) }))
    .filter(({ away }) => away <= Math.max(1, Math.floor(name.length / 4)))
    .sort((a, b) => a.away - b.away);
  return [...new Set([...within, ...alike.map(({ zone }) => zone)])].slice(0, SUGGESTIONS);
}

function cityOf(zone: string): string {
  return plain(zone).split('/').at(-1) ?? '';
}

function plain(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, '_');
}

/** How many letters have to be changed, added or taken away to make `b` of `a`. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
