import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languages, localPath } from './i18n/language.ts';

/** Views that work without a network, and what they load when it is needed. */
const views = ['/console/', '/console/entry/'];
const laterParts = /^(HomeView|EntryView|BoardsView|console-(hi|en)|full\.esm|small-photo)\./;

/**
 * Writes the console's service worker into a built site, one for each language, beside the pages that it is for. Its
 * version is a hash of what it keeps: another build of the console is another worker, and the same one is not.
 */
export function writeConsoleWorkers(folder: string): void {
  const source = readWorker('console-worker.ts');
  for (const language of languages) {
    const pages = views.map((view) => localPath(language, view));
    const scope = localPath(language, '/console/');
    const parts = [...listParts(folder, pages), ...writeCodeReader(folder, scope)];
    const hash = createHash('sha256').update(source);
    for (const address of [...pages, ...parts]) hash.update(read(folder, address));
    const shell = {
      version: hash.digest('hex').slice(0, 12),
      scope,
      addresses: [...pages, ...parts],
    };
    const text = `const shell = ${JSON.stringify(shell)};\n${source}`;
    writeFileSync(join(folder, scope, 'worker.js'), text);
  }
}

function readWorker(name: string): string {
  return stripTypeScriptTypes(readFileSync(join(import.meta.dirname, 'worker', name), 'utf8'));
}

/** Writes the reader of codes in pictures, with its program, below a console. @returns their addresses */
function writeCodeReader(folder: string, scope: string): string[] {
  const program = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const library = join(program, '../../iife/reader/index.js');
  const [worker, reader] = [`${scope}codes/worker.js`, `${scope}codes/reader.wasm`] as const;
  mkdirSync(join(folder, scope, 'codes'), { recursive: true });
  const text = `${readFileSync(library, 'utf8')}\n${readWorker('code-reader.ts')}`;
  writeFileSync(join(folder, worker), text);
  copyFileSync(program, join(folder, reader));
  return [worker, reader];
}

function read(folder: string, address: string): string {
  return readFileSync(join(folder, address, address.endsWith('/') ? 'index.html' : ''), 'latin1');
}

/** Scripts, styles and fonts of pages: what is in them, and what those load in turn. */
function listParts(folder: string, pages: readonly string[]): string[] {
  const later = readdirSync(join(folder, '_astro')).filter((name) => laterParts.test(name));
  const found = new Set<string>(later.map((name) => `/_astro/${name}`));
  const waiting = [...pages, ...found];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    const text = read(folder, address);
    const named = address.endsWith('.js')
      ? [...text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.@-]+\.js)["'`]/g)].map(
          ([, name = '']) => `/_astro/${name}`,
        )
      : [...text.matchAll(/\/_astro\/[\w.@-]+\.(?:js|css|woff2)/g)].map(([name]) => name);
    for (const name of named) {
      if (found.has(name) || !existsSync(join(folder, name))) continue;
      found.add(name);
      if (/\.(js|css)$/.test(name)) waiting.push(name);
    }
  }
  return [...found].sort();
}
