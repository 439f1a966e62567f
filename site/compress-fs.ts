import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const texts = new Set([
  '.html',
  '.css',
  '.js',
  '.json',
  '.csv',
  '.txt',
  '.xml',
  '.svg',
  '.webmanifest',
  '.wasm',
]);
/** Below this a smaller body is not felt, as it travels in one packet anyway. */
const leastBytes = 1000;
const atOnce = 8;

const encoders = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gz: (body: Buffer) => promisify(gzip)(body, { level: 6 }),
};

/**
 * Puts `.br` and `.gz` beside every text of the site: the service, and a web server with static compression, send
 * these instead of compressing at each request. The site may be served meanwhile.
 */
export async function compressSite(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  const waiting = names.filter((name) => texts.has(extname(name)) && !name.startsWith('files/'));
  const worker = async () => {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop())
      await compress(join(folder, name));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function compress(file: string): Promise<void> {
  const body = await readFile(file);
  if (body.length < leastBytes) return;
  for (const [extension, encode] of Object.entries(encoders)) {
    const partial = `${file}.${extension}.part`;
    await writeFile(partial, await encode(body));
    await rename(partial, `${file}.${extension}`);
  }
}
