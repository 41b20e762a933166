// Looks for a text in bytes, in every form in which it could have slipped there.

/** The secret as it could stand in a file: plain in either width, base64 at each of its three shifts, hex, and as in a URL. */
export function traces(secret: string): Buffer[] {
  const utf8 = Buffer.from(secret);
  const shifts = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64');
    // The first and last groups depend on what stands around it.
    return encoded.slice(shift === 0 ? 0 : 4, -4);
  });
  const forms = [...shifts, ...shifts.map(toUrl), utf8.toString('hex'), utf8.toString('hex').toUpperCase(), encodeURIComponent(secret)];
  return [utf8, Buffer.from(secret, 'utf16le'), ...forms.map((form) => Buffer.from(form))];
}

/** Whether any trace of `secret` is in `bytes`. */
export function isIn(bytes: Buffer, secret: string): boolean {
  return traces(secret).some((trace) => bytes.includes(trace));
}

function toUrl(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}
