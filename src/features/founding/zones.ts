// Reads a time zone that somebody typed. Slack offers no list long enough for all of them, so a name may be typed, and a city is enough. Pure.
import { nearest } from '../../platform/slack/words.ts';

export type Zone = { ok: true; zone: string } | { ok: false; near: readonly string[] };

/** Cities by the name that people there use; Node's own list has the old one. */
const TODAY: Readonly<Record<string, string>> = {
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
};
const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map(today);
const BY_NAME: ReadonlyMap<string, string> = new Map(ZONES.map((zone) => [plain(zone), zone]));
const IN_CITY: ReadonlyMap<string, readonly string[]> = ZONES.reduce(
  (cities, zone) => cities.set(cityOf(zone), [...(cities.get(cityOf(zone)) ?? []), zone]),
  new Map<string, string[]>(),
);
const SUGGESTIONS = 3;
/** No zone has a longer name; what is longer is not compared letter by letter. */
const LONGEST = 60;

/** The IANA name meant by `typed`, or up to three names that come near. Offsets such as "+01:00" are refused: they know no summer. */
export function readZone(typed: string): Zone {
  const zone = knownZone(typed);
  if (zone !== undefined) return { ok: true, zone };
  if (typed.length > LONGEST) return { ok: false, near: [] };
  const name = plain(typed);
  const cities = IN_CITY.get(name) ?? [];
  return { ok: false, near: cities.length > 1 ? cities.slice(0, SUGGESTIONS) : near(name) };
}

/** The same without names that come near, which take long to find: for lists of thousands. */
export function knownZone(typed: string): string | undefined {
  if (typed.length > LONGEST) return undefined;
  const name = plain(typed);
  if (/^(?:gmt|utc|etc\/utc)$/.test(name)) return 'UTC';
  const whole = BY_NAME.get(name) ?? alias(typed.trim());
  if (whole) return whole;
  const cities = IN_CITY.get(name) ?? [];
  return cities.length === 1 ? cities[0] : undefined;
}

/** Older names of zones ("Asia/Calcutta"), which the list leaves out, as the zone is called now. */
function alias(name: string): string | undefined {
  if (!/^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2}$/.test(name)) return undefined;
  try {
    return today(new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone);
  } catch {
    return undefined;
  }
}

/** Zones with these letters in their name, and the city that differs by a slip or two. */
function near(name: string): string[] {
  const within = ZONES.filter((zone) => name.length >= 3 && plain(zone).includes(name));
  const meant = nearest(name, ZONES.map(cityOf));
  return [...new Set([...within, ...ZONES.filter((zone) => cityOf(zone) === meant)])].slice(0, SUGGESTIONS);
}

function today(zone: string): string {
  return TODAY[zone] ?? zone;
}

function cityOf(zone: string): string {
  return plain(zone).split('/').at(-1) ?? '';
}

function plain(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, '_');
}
