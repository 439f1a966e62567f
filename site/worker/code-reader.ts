// Reads the QR codes of pictures beside the console's page, which it would stop otherwise. `site/console-worker-fs.ts` puts
// the reader of zxing-wasm before it and its program beside it.

declare const ZXingWASM: typeof import('zxing-wasm/reader');

const reading = globalThis as unknown as {
  /** Null where it could not be looked for any. */
  postMessage(texts: string[] | null): void;
  addEventListener(kind: 'message', listener: (event: MessageEvent<ImageData>) => void): void;
};

const program = fetch('reader.wasm').then((answer) => answer.arrayBuffer());

reading.addEventListener('message', ({ data }) => {
  read(data).then(
    (texts) => reading.postMessage(texts),
    () => reading.postMessage(null),
  );
});

async function read(picture: ImageData): Promise<string[]> {
  ZXingWASM.prepareZXingModule({ overrides: { wasmBinary: await program } });
  const found = await ZXingWASM.readBarcodes(picture, {
    formats: ['QRCode'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: false,
    maxNumberOfSymbols: 8,
  });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}
