/** One thing that is not as it must be, as it is reported. A fault stops the printing, a warning asks for a look. */
export interface Finding {
  readonly severity: 'fault' | 'warning';
  readonly rule: string;
  readonly district: string;
  /** Relative to the manifest; null for what is about no file. */
  readonly file: string | null;
  readonly page: number | null;
  readonly expected: string;
  readonly found: string;
}
