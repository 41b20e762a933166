// The word that a database has for what went wrong.

/** `SQLITE_BUSY`, `40001`, `ECONNREFUSED`, …; empty where there is none. */
export function codeOf(fault: unknown): string {
  const code = (fault as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
