/** One thing in a package that is not as a cinema's server wants it. */
export interface Finding {
  /** `picture.frame-bytes` */
  rule: string;
  /** In the package; empty for what is about no file. */
  file: string;
  expected: string;
  found: string;
}

export interface Findings {
  readonly list: readonly Finding[];
  add(finding: Finding): void;
  /** Adds a finding unless both are the same. */
  same(at: { file: string; rule: string }, expected: string | number, found: Found): void;
}

export type Found = string | number | null | undefined;

/** Collects findings; of one rule in one file the first is enough. */
export function collectFindings(): Findings {
  const list: Finding[] = [];
  const add = (finding: Finding) => {
    if (!list.some(({ rule, file }) => rule === finding.rule && file === finding.file)) {
      list.push(finding);
    }
  };
  return {
    list,
    add,
    same({ file, rule }, expected, found) {
      if (String(expected) === String(found)) return;
      add({
        file,
        rule,
        expected: String(expected),
        found: found == null ? 'nothing' : String(found),
      });
    },
  };
}

/** Thrown where a file cannot be read any further. */
export class Unreadable extends Error {
  readonly rule: string;
  readonly expected: string;
  readonly found: string;

  constructor(rule: string, expected: string, found: string) {
    super(`Expected ${expected}, got ${found}`);
    this.rule = rule;
    this.expected = expected;
    this.found = found;
  }
}
