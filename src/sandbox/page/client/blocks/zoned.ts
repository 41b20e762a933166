// Instants as a person's own wall clock shows them, and back. Browsers know the rules of all zones, but answer only in words: this reads them. Pure.

/** The wall clock in `timeZone` at `seconds` since 1970, as `2027-01-12T09:30:00`. */
export function wallClock(seconds: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: knownZone(timeZone),
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(seconds * 1000);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '00';
  const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  return `${day}T${part('hour')}:${part('minute')}:${part('second')}`;
}

/**
 * Seconds since 1970 at which a wall clock in `timeZone` shows `local` (`2027-01-12T09:30`); `undefined` where that is no date. A time that comes
 * twice in autumn is the first of the two; one that is left out in spring is as much later.
 */
export function atWallClock(local: string, timeZone: string): number | undefined {
  const wanted = Date.parse(`${local}Z`) / 1000;
  if (Number.isNaN(wanted)) return undefined;
  const day = 86_400;
  const before = wanted - ahead(wanted - day, timeZone);
  const after = wanted - ahead(wanted + day, timeZone);
  const fits = [before, after].filter((guess) => guess + ahead(guess, timeZone) === wanted);
  return fits.length > 0 ? Math.min(...fits) : before;
}

/** By how many seconds the clocks of a zone are ahead of UTC at an instant. */
function ahead(seconds: number, timeZone: string): number {
  return Date.parse(`${wallClock(seconds, timeZone)}Z`) / 1000 - seconds;
}

const zones = new Map<string, string>();

/** The zone, or UTC where the browser does not know it. */
export function knownZone(timeZone: string): string {
  const known = zones.get(timeZone) ?? tried(timeZone);
  zones.set(timeZone, known);
  return known;
}

function tried(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
