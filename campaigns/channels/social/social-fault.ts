export interface SocialFault {
  /** Post, part and language: `tenant.caption.x.hi` */
  at: string;
  rule:
    | 'too-long'
    | 'too-many-hashtags'
    | 'hashtag-cut'
    | 'not-filled'
    | 'no-link'
    | 'unknown'
    | 'not-a-question'
    | 'twice'
    | 'outside'
    | 'not-a-monday';
  expected: string;
  found: string;
}

export type Report = (
  part: string,
  rule: SocialFault['rule'],
  expected: string,
  found: string,
) => void;

export function reportLong(
  report: Report,
  part: string,
  length: number,
  most: number,
  unit = 'characters',
): void {
  if (length > most) report(part, 'too-long', `at most ${most} ${unit}`, String(length));
}

export function reportOpen(report: Report, part: string, text: string): void {
  const open = /\{\w*\}/.exec(text)?.[0];
  if (open !== undefined) report(part, 'not-filled', 'every field filled', open);
}

/** A fault as a run's message names it. */
export function describeFault({ at, rule, expected, found }: SocialFault): string {
  return `${at}: ${rule}: expected ${expected}, got ${found}`;
}
