// What the doctor found: one thing looked at, whether it is well, and what to do if not.

export interface Finding {
  /** The thing looked at. */
  what: string;
  good: boolean;
  /** Continues the sentence that begins with `what`. */
  told: string;
  /** What to do about it. */
  todo?: string;
}

/** The findings as the operator reads them. */
export function describeFindings(findings: readonly Finding[]): string[] {
  const lines = findings.flatMap(({ what, good, told, todo }) => [
    `${good ? '✓' : '✗'} ${what} ${told}.`,
    ...(todo ? [`  → ${todo}`] : []),
  ]);
  const bad = findings.filter(({ good }) => !good).length;
  return [...lines, '', bad === 0 ? 'All is well.' : `${bad === 1 ? 'One thing needs' : `${bad} things need`} attention.`];
}
