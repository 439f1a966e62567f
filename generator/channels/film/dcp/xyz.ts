/** Peak code value of the DCDM: 12 bits a component (SMPTE ST 428-1, 4.3). */
const peak = 4095;
/** Luminance of white over the peak that the code values can say: 48 of 52.37 cd/m² (ST 428-1, 4.3). */
const whiteLevel = 48 / 52.37;
const gamma = 2.6;

/** Linear light of Rec. 709 with white D65 to CIE XYZ (IEC 61966-2-1, 5.2). */
const matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
] as const;

/** Contribution of each value of a primary to X, Y and Z, three numbers a value. */
const [fromRed, fromGreen, fromBlue] = [0, 1, 2].map((primary) =>
  Float64Array.from({ length: 3 * 256 }, (_, at) => {
    const row = matrix[(at % 3) as 0 | 1 | 2];
    return linear(Math.floor(at / 3)) * (row[primary as 0 | 1 | 2] ?? 0) * whiteLevel;
  }),
) as [Float64Array, Float64Array, Float64Array];

/** Least light that is rounded to a code value; one more, so that the search below ends. */
const least = Float64Array.from({ length: peak + 2 }, (_, value) =>
  value > peak ? Number.POSITIVE_INFINITY : (Math.max(0, value - 0.5) / peak) ** gamma,
);

const steps = 1 << 16;
/** Code value at the lower end of each step of light: never too high, so that a search upwards makes it exact. */
const floorOf = Uint16Array.from({ length: steps + 1 }, (_, step) => {
  let value = Math.max(0, Math.floor(peak * (step / steps) ** (1 / gamma)) - 1);
  while (step / steps >= (least[value + 1] ?? 0)) value += 1;
  return value;
});

/**
 * Turns sRGB pixels into the DCDM's X′Y′Z′ (SMPTE ST 428-1), in ffmpeg's `xyz12le`: three 16-bit words a pixel, the
 * value in the upper 12 bits. White becomes 3883 3960 4092. Each value is the rounded one of the formula; flat
 * grounds cost next to nothing, since a pixel like its left neighbour is not computed again.
 * @param pixels RGBA; opacity is not looked at
 * @param out three words a pixel
 */
export function toXyz(pixels: Uint8Array, out: Uint16Array): void {
  const count = pixels.length / 4;
  if (out.length !== count * 3) {
    throw new Error(`Expected ${count * 3} words for \`out\`, got ${out.length}`);
  }
  const aligned = pixels.byteOffset % 4 === 0 ? pixels : Uint8Array.from(pixels);
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, count);
  let last = -1;
  let x = 0;
  let y = 0;
  let z = 0;
  for (let at = 0, to = 0; at < count; at += 1, to += 3) {
    const word = words[at] as number;
    if (word !== last) {
      last = word;
      const red = (word & 255) * 3;
      const green = ((word >>> 8) & 255) * 3;
      const blue = ((word >>> 16) & 255) * 3;
      x = code(
        (fromRed[red] as number) + (fromGreen[green] as number) + (fromBlue[blue] as number),
      );
      y = code(
        (fromRed[red + 1] as number) +
          (fromGreen[green + 1] as number) +
          (fromBlue[blue + 1] as number),
      );
      z = code(
        (fromRed[red + 2] as number) +
          (fromGreen[green + 2] as number) +
          (fromBlue[blue + 2] as number),
      );
    }
    out[to] = x;
    out[to + 1] = y;
    out[to + 2] = z;
  }
}

function code(light: number): number {
  let value = floorOf[(light * steps) | 0] as number;
  while (light >= (least[value + 1] as number)) value += 1;
  return value << 4;
}

/** Light of an sRGB value (IEC 61966-2-1, 5.2). */
function linear(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
