import type {
  GatheredPart,
  ShownObligation,
} from '../../../../../messaging/register/directions/directions-schemas.ts';

/** Sums of what offices sent, as text for the fields, without figures that wait for a second officer; null without any. */
export function sumFigures(
  { figures }: Pick<ShownObligation, 'figures'>,
  parts: readonly Pick<GatheredPart, 'figures' | 'waits'>[],
): Record<string, string> | null {
  const sums = figures.flatMap(({ id, kind }) => {
    const values = parts
      .filter(({ waits }) => !waits)
      .map((part) => part.figures[id])
      .filter((value) => typeof value === 'number');
    if (kind === 'day' || values.length === 0) return [];
    return [[id, String(values.reduce((sum, value) => sum + value, 0))] as const];
  });
  return sums.length === 0 ? null : Object.fromEntries(sums);
}
