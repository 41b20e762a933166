// The page's address: who acts, where they are, and what stands beside it. Whatever can be looked at has an address, so that the way back works. Pure.

export type Panel = 'timeline' | 'faults';

export interface Address {
  /** The acting person's id. */
  me: string;
  /** `home`, `messages` (the conversation with the bot), or a conversation's id. */
  place: string;
  /** The message at the top of the open thread. */
  thread?: string;
  panel?: Panel;
}

/** `#/U1/C1/1700000000.000100?show=timeline`; what is missing or unknown is left out. */
export function readAddress(hash: string): Partial<Address> {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [me, place, thread] = path.split('/').map(decoded);
  const show = new URLSearchParams(query).get('show');
  return {
    ...(me && { me }),
    ...(place && { place }),
    ...(thread && { thread }),
    ...((show === 'timeline' || show === 'faults') && { panel: show }),
  };
}

export function writeAddress({ me, place, thread, panel }: Address): string {
  const path = [me, place, ...(thread ? [thread] : [])].map(encodeURIComponent).join('/');
  return `#/${path}${panel ? `?show=${panel}` : ''}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
