/** A fit of log(mean) = x·b to counts, with a variance that may be `dispersion` times the mean. */
export interface QuasiPoissonFit {
  coefficients: number[];
  /** Inverse of X'WX; times the dispersion it is the covariance of the coefficients. */
  inverse: number[][];
  /** (count − mean) / √mean of each row */
  residuals: number[];
  /** At least 1: counts vary no less than Poisson's */
  dispersion: number;
  freedom: number;
}

const rounds = 50;

/**
 * Iteratively reweighted least squares (McCullagh and Nelder, Generalized Linear Models, 2.5 and 9.2).
 * @returns null where the columns do not determine the coefficients
 */
export function fitQuasiPoisson(
  rows: readonly (readonly number[])[],
  counts: readonly number[],
): QuasiPoissonFit | null {
  const width = rows[0]?.length ?? 0;
  let means = counts.map((count) => count + 0.5);
  let etas = means.map(Math.log);
  let coefficients: number[] = [];
  let inverse: number[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const cross = Array.from({ length: width }, () => new Array<number>(width).fill(0));
    const right = new Array<number>(width).fill(0);
    rows.forEach((row, at) => {
      const mean = means[at] as number;
      const working = (etas[at] as number) + ((counts[at] as number) - mean) / mean;
      row.forEach((value, i) => {
        if (value === 0) return;
        right[i] = (right[i] as number) + mean * value * working;
        const line = cross[i] as number[];
        for (let j = 0; j < width; j += 1)
          line[j] = (line[j] as number) + mean * value * (row[j] as number);
      });
    });
    const inverted = invert(cross);
    if (inverted === null) return null;
    inverse = inverted;
    const next = inverted.map((line) => dot(line, right));
    etas = rows.map((row) => Math.min(30, Math.max(-30, dot(row, next))));
    means = etas.map(Math.exp);
    const moved = Math.max(
      ...next.map((value, i) => Math.abs(value - (coefficients[i] ?? Infinity))),
    );
    coefficients = next;
    if (moved < 1e-9) break;
  }
  const residuals = counts.map(
    (count, at) => (count - (means[at] as number)) / Math.sqrt(means[at] as number),
  );
  const freedom = counts.length - width;
  if (freedom < 1 || !coefficients.every(Number.isFinite)) return null;
  const dispersion = Math.max(1, dot(residuals, residuals) / freedom);
  return { coefficients, inverse, residuals, dispersion, freedom };
}

/** By Gauss and Jordan with the largest pivot; null for a matrix that has no inverse. */
function invert(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const work = matrix.map((line, i) => [...line, ...line.map((_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(work[row]?.[column] ?? 0) > Math.abs(work[pivot]?.[column] ?? 0)) pivot = row;
    }
    const line = work[pivot] as number[];
    const lead = line[column] as number;
    if (!(Math.abs(lead) > 1e-10)) return null;
    [work[pivot], work[column]] = [work[column] as number[], line];
    for (let j = 0; j < line.length; j += 1) line[j] = (line[j] as number) / lead;
    for (let row = 0; row < size; row += 1) {
      const other = work[row] as number[];
      const factor = other[column] as number;
      if (row === column || factor === 0) continue;
      for (let j = 0; j < other.length; j += 1)
        other[j] = (other[j] as number) - factor * (line[j] as number);
    }
  }
  return work.map((line) => line.slice(size));
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
