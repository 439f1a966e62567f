const pageBytes = 65_536;
/** Memory of one WebAssembly program: HEIC of 50 million pixels takes 392 MB. */
let mostWasmMb = 512;

/** Messages of a decoder that runs out of memory: V8, libvips and what Emscripten compiled. */
const signs =
  /out of memory|unable to allocate|allocate memory|allocation failed|array length|aborted\(|unreachable/i;

/** Whether a decoder failed for want of memory, which only a file makes it do; its process is not to be used again. */
export function isExhausted(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || signs.test(String(error));
}

/** PDFium and libheif were compiled to grow to 2 GB: here a program gets only what is meant for it. */
export function limitWasm(): void {
  const { prototype } = WebAssembly.Memory;
  const { grow } = prototype;
  prototype.grow = function (this: WebAssembly.Memory, pages: number) {
    if (this.buffer.byteLength + pages * pageBytes > mostWasmMb * 1024 ** 2) {
      throw new RangeError('Out of memory');
    }
    return grow.call(this, pages);
  };
}

/** Does something with less, by which it is known sooner what a file is after. */
export async function withWasmMb<Result>(
  megabytes: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = mostWasmMb;
  mostWasmMb = megabytes;
  try {
    return await work();
  } finally {
    mostWasmMb = before;
  }
}
