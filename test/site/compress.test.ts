import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressSite } from '../../site/compress-fs.ts';
import { folderForTest } from '../folders.ts';

test('texts lie compressed beside themselves for the service and for nginx, and nothing else does', async () => {
  const folder = folderForTest('compress-');
  const text = 'उत्तर प्रदेश पुलिस '.repeat(100);
  const texts = ['index.html', 'print/lucknow/index.html', '_astro/page.css', 'search-index.txt'];
  const others = ['og/print.png', 'files/agra/list.csv'];
  for (const path of [...texts, ...others]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  // Travels in one packet as it is.
  writeFileSync(join(folder, 'robots.txt'), 'Allow: /\n');
  await compressSite(folder);
  for (const path of texts) {
    expect(gunzipSync(readFileSync(join(folder, `${path}.gz`))).toString()).toBe(text);
    expect(brotliDecompressSync(readFileSync(join(folder, `${path}.br`))).toString()).toBe(text);
  }
  const packed = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(br|gz|part)$/.test(name),
  );
  expect(packed).toHaveLength(2 * texts.length);
});
