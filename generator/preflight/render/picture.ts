/** Grey pixels, one byte each, 255 for white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
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
  // Typed arrays cut off; a half more makes that rounding.
  for (let at = 0; at < down.length; at += 1) down[at] = (down[at] as number) + 0.5;
  return { width, height, grey: new Uint8Array(down) };
}

function pass(
  source: Uint8Array | Float32Array,
  { lines, length, step, jump }: { lines: number; length: number; step: number; jump: number },
  weights: Float64Array,
): Float32Array {
  const out = new Float32Array(source.length);
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
