// What a button of a check-in or a commitment passes on: ids only, each looked at again when it comes back. Pure.

/** Of a check-in, `<pair>:<fortnight>`, with the commitment it is about behind that; of the list of commitments, the commitment's id alone. */
export interface Value {
  pair: string;
  /** 0 where it is of no check-in. */
  fortnight: number;
  commitment: string;
}

export function readValue(value: string): Value {
  const [pair = '', fortnight, commitment = ''] = value.split(':');
  if (fortnight === undefined) return { pair: '', fortnight: 0, commitment: value };
  return { pair, fortnight: Number(fortnight) || 0, commitment };
}

export function writeValue({ pair, fortnight }: Pick<Value, 'pair' | 'fortnight'>, commitment?: string): string {
  return commitment === undefined ? `${pair}:${fortnight}` : `${pair}:${fortnight}:${commitment}`;
}
