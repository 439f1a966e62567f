import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** How many files the last line says were made, and how many were left. */
export function counts(stdout: string): { made: number; unchanged: number; removed: number } {
  const number = (word: string) =>
    Number(new RegExp(`(\\d+) (?:files )?${word}`).exec(stdout)?.[1] ?? 0);
  return { made: number('made'), unchanged: number('unchanged'), removed: number('removed') };
}

/** Paths of press files in a folder, below it. */
export function pressFilesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.pdf') && !name.startsWith('.'),
  );
}

export function expectWhole(file: string): void {
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.6');
  expect(bytes.subarray(-6).toString()).toBe('%%EOF\n');
}
