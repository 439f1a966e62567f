import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Families that must be found as what bars a note; of the others the reader has to be told. */
export const barredFamilies: ReadonlySet<string> = new Set([
  'sexual',
  'euphemism',
  'section',
  'child',
  'age',
  'school',
  'trafficking',
  'other-offence',
  'consent',
  'harassment',
]);

export interface Sentence {
  family: string;
  text: string;
  /** What has to be found; empty in a clean sentence. */
  places: { from: number; to: number }[];
  half: 'tuning' | 'held-out';
}

/** The sentences of a file: every other line of a family is held out. */
export function loadSentences(name: 'nasty' | 'clean' | 'later' | 'typed' | 'fresh'): Sentence[] {
  const file = readFileSync(join(import.meta.dirname, `${name}-sentences.yaml`), 'utf8');
  const families: Record<string, string> = parse(file);
  return Object.entries(families).flatMap(([family, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line, index) => ({
        family,
        ...withoutMarks(line),
        half: index % 2 === 0 ? ('tuning' as const) : ('held-out' as const),
      })),
  );
}

function withoutMarks(line: string): Pick<Sentence, 'text' | 'places'> {
  const places: Sentence['places'] = [];
  let text = '';
  line.split(/[{}]/).forEach((part, index) => {
    if (index % 2 === 1) places.push({ from: text.length, to: text.length + part.length });
    text += part;
  });
  return { text, places };
}

interface Found {
  level: string;
  from: number;
  to: number;
}

/** Whether one of the marked places is touched by a finding of the level that its family needs. */
export function isFound({ family, places }: Sentence, findings: readonly Found[]): boolean {
  return findings.some(
    ({ level, from, to }) =>
      (level === 'block' || !barredFamilies.has(family)) &&
      places.some((place) => from < place.to && to > place.from),
  );
}
