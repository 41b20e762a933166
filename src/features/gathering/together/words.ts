// What is told of a gathering wherever it is told, and where it is, in words. Pure.
import type { Temporal } from 'temporal-polyfill';
import type { Content } from '../../../platform/content/load.ts';

/** What is told of a gathering. */
export interface Occurring {
  id: string;
  startsAt: Temporal.Instant;
  place: string;
  /** The programme's. */
  zone: string;
}

/** Where it is: a link to press where it is nothing else. */
export function sayPlace(content: Content, place: string): string {
  const url = /^https?:\/\/\S+$/i.test(place) && URL.canParse(place) ? new URL(place).href : undefined;
  return content.say('together.invite.place', { place: url ? { mrkdwn: `<${url.replace(/[<>|]/g, encodeURIComponent)}>` } : place });
}
