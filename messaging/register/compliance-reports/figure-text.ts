import type { Figure } from '../../../campaigns/directions/register.ts';
import { formatCount, formatDayShort } from '../../../campaigns/numbers.ts';
import type { FigureValues } from '../directions/occurrences-sql.ts';

type Figures = readonly Figure[];

/** Figures of one submission in words: `थाने (कुल): 40; ट्रेनिंग का दिनांक: 10.04.2019`. */
export function figureText(figures: Figures, values: FigureValues): string {
  return figures
    .flatMap((figure) => {
      const value = values[figure.id];
      return value === undefined ? [] : [`${figure.label.hi}: ${valueText(figure, value)}`];
    })
    .join('; ');
}

/** Adds up the figures of several offices; days are no sum. */
export function sumText(figures: Figures, all: readonly FigureValues[]): string {
  const sums = figures.flatMap(({ id, kind }) => {
    const values = all.map((values) => values[id]).filter((value) => typeof value === 'number');
    if (kind === 'day' || values.length === 0) return [];
    return [[id, values.reduce((sum, value) => sum + value, 0)] as const];
  });
  return figureText(figures, Object.fromEntries(sums));
}

function valueText({ kind }: Figure, value: number | string): string {
  if (typeof value === 'string') return formatDayShort(value);
  return `${kind === 'money' ? '₹ ' : ''}${formatCount(value)}`;
}
