import type { OwnLanguage } from '../language.ts';
import type { NameFaultCode } from './name-check.ts';

/**
 * Expectation that a district's file, or one of its rows, failed; its words are in
 * `campaigns/words/override-fault-words.ts`.
 */
export type Expected =
  | { code: NameFaultCode }
  | { code: 'action' | 'kind' | 'new-name' | 'unique-name' | 'english-name' }
  | { code: 'own-name'; language: OwnLanguage }
  | { code: 'station-id' | 'unused-id' | 'station-once' }
  | { code: 'known-station'; near: readonly string[] }
  | { code: 'same-name'; name: string }
  | { code: 'heading' | 'known-column' | 'column-once' | 'no-cell' }
  | { code: 'column'; column: string }
  | { code: 'row-count' | 'cell-length'; most: number }
  | { code: 'file-kind' | 'one-file' }
  | { code: 'district-id'; near: readonly string[] }
  /** `found` is what its reader says of it. */
  | { code: 'readable-file' };

/** Something in a district's file that was not used. `row` and `column` are null where the whole is meant. */
export interface OverrideFault {
  file: string;
  sheet: string | null;
  row: number | null;
  column: string | null;
  expected: Expected;
  found: string;
}
