import fc from 'fast-check';

/**
 * Checks what is wrong with many more runs than the 100 of a property, because some faults are rare. It ends with
 * the first example, so that costs little.
 */
export function often(check: () => void): void {
  fc.configureGlobal({ numRuns: 5_000, endOnFailure: true });
  try {
    check();
  } finally {
    fc.resetConfigureGlobal();
  }
}
