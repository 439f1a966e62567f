import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import type { Picture } from './picture.ts';

/** Gives ZXing its library from the disk; by itself it would fetch it from the network. */
export async function prepareReader(): Promise<void> {
  const require = createRequire(import.meta.url);
  const wasm = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({
    overrides: {
      wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength),
    },
    fireImmediately: true,
  });
}

const plain: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: false,
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
  maxNumberOfSymbols: 1,
};

/** Reads the code in a picture without tricks: dark on light, upright; gaps are closed where it is blurred. */
export async function readCode(
  { width, height, grey }: Picture,
  how: Pick<ReaderOptions, 'tryDenoise'> = {},
): Promise<string | undefined> {
  const data = new Uint8ClampedArray(width * height * 4);
  const pixels = new Uint32Array(data.buffer);
  for (let i = 0; i < grey.length; i += 1)
    pixels[i] = (0xff000000 | ((grey[i] as number) * 0x010101)) >>> 0;
  const [first] = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as ImageData, {
    ...plain,
    ...how,
  });
  return first?.isValid === true ? first.text : undefined;
}
