import type { CheckedPackage } from './check-package.ts';

/** The outcome for people: what the package is, and each finding with file, rule, expected and found. */
export function reportPackage({ title, frames, files, bytes, findings }: CheckedPackage): string {
  const lines = findings.flatMap(({ file, rule, expected, found }) => [
    `✗ ${rule}  ${file}`,
    `    expected ${expected}`,
    `    found    ${found}`,
  ]);
  if (lines.length > 0) lines.push('');
  const verdict =
    findings.length === 0
      ? 'Fit for a cinema'
      : `NOT FIT FOR A CINEMA: ${findings.length} fault${findings.length === 1 ? '' : 's'}`;
  const size = (bytes / 1e6).toFixed(1);
  lines.push(
    `${title === '' ? 'no composition' : title}: ${frames} frames, ${files} files, ${size} MB`,
  );
  lines.push(`${verdict}.`);
  return lines.join('\n');
}
