/** Grey pixels, one byte each, 255 for white. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
};

/** Makes each square of `factor` pixels one: what a camera further away sees. */
export function shrink({ width, height, grey }: Picture, factor: number): Picture {
  if (factor <= 1) return { width, height, grey };
  const out = {
    width: Math.floor(width / factor),
    height: Math.floor(height / factor),
  };
  const small = new Uint8Array(out.width * out.height);
  for (let y = 0; y < out.height; y += 1) {
    for (let x = 0; x < out.width; x += 1) {
      let sum = 0;
      for (let v = 0; v < factor; v += 1) {
        const row = (y * factor + v) * width + x * factor;
        for (let u = 0; u < factor; u += 1) sum += grey[row + u] as number;
      }
      small[y * out.width + x] = Math.round(sum / (factor * factor));
    }
  }
  return { ...out, grey: small };
}

/** Gaussian blur in two passes; outside the picture is its own edge. */
export function blur(picture: Picture, sigmaPx: number): Picture {
  const radius = Math.max(1, Math.ceil(sigmaPx * 3));
  const kernel = Float64Array.from({ length: 2 * radius + 1 }, (_, index) =>
    Math.exp(-((index - radius) ** 2) / (2 * sigmaPx ** 2)),
  );
  const total = kernel.reduce((sum, weight) => sum + weight, 0);
  const weights = kernel.map((weight) => weight / total);
  const { width, height, grey } = picture;
  const across = pass(grey, { lines: height, length: width, step: 1, jump: width }, weights);
  const down = pass(across, { lines: width, length: height, step: width, jump: 1 }, weights);
  return { width, height, grey: Uint8Array.from(down, Math.round) };
}

function pass(
  source: ArrayLike<number>,
  { lines, length, step, jump }: { lines: number; length: number; step: number; jump: number },
  weights: Float64Array,
): Float64Array {
  const out = new Float64Array(source.length);
  const radius = (weights.length - 1) / 2;
  for (let line = 0; line < lines; line += 1) {
    for (let at = 0; at < length; at += 1) {
      let sum = 0;
      for (let index = 0; index < weights.length; index += 1) {
        const from = Math.min(length - 1, Math.max(0, at + index - radius));
        sum += (weights[index] as number) * (source[line * jump + from * step] as number);
      }
      out[line * jump + at * step] = sum;
    }
  }
  return out;
}
