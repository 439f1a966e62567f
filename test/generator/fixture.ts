import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Manifest } from '../../campaigns/manifest.ts';
import { goldenFolders } from '../golden-reporter.ts';

const root = join(import.meta.dirname, '..', '..');
const require = createRequire(import.meta.url);

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'generator-'));
}

export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command line as a user does; `onOutput` sees progress as it comes and may end the process. */
export function runGenerator(
  args: string[],
  {
    env = {},
    onStart,
    onOutput,
  }: {
    env?: Record<string, string>;
    onStart?: (kill: (signal: NodeJS.Signals) => void) => void;
    onOutput?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
  } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ['generator/main.ts', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  onStart?.((signal) => child.kill(signal));
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
    onOutput?.(String(chunk), (signal) => child.kill(signal));
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

export function readManifest(out: string): Manifest {
  return JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
}

export interface Rendered {
  width: number;
  height: number;
  rgba: Uint8Array;
}

/** Renders one page of a PDF at its media box, about `widthPx` wide. */
export async function renderPage(
  pdf: Uint8Array,
  page: number,
  widthPx: number,
): Promise<Rendered> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  try {
    const sheet = document.getPage(page);
    const { data, width, height } = await sheet.render({
      scale: widthPx / sheet.getOriginalSize().originalWidth,
      render: 'bitmap',
      colorSpace: 'BGRA',
    });
    return { width, height, rgba: new Uint8Array(data) };
  } finally {
    document.destroy();
  }
}

/** Opened once: their WebAssembly takes longer to compile than a page to draw or read. */
let library: ReturnType<typeof PDFiumLibrary.init> | undefined;
let reader: Promise<unknown> | undefined;

/** Texts of all QR codes in a picture. */
export async function readCodes({ width, height, rgba }: Rendered): Promise<string[]> {
  reader ??= prepareZXingModule({
    overrides: {
      wasmBinary: new Uint8Array(
        readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm')),
      ).buffer,
    },
    fireImmediately: true,
  });
  await reader;
  const found = await readBarcodes(
    { data: new Uint8ClampedArray(rgba), width, height, colorSpace: 'srgb' } as ImageData,
    { formats: ['QRCode'], maxNumberOfSymbols: 8 },
  );
  return found.map(({ text }) => text).sort();
}

/** The same by a second reader, zbar of Debian, which shares no code with the first. */
export function readCodesByZbar({ width, height, rgba }: Rendered): string[] {
  const grey = Buffer.alloc(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    const r = rgba[at * 4];
    const g = rgba[at * 4 + 1];
    const b = rgba[at * 4 + 2];
    grey[at] = Math.round(0.299 * (r ?? 0) + 0.587 * (g ?? 0) + 0.114 * (b ?? 0));
  }
  const folder = temporaryFolder();
  const file = join(folder, 'page.pgm');
  try {
    writeFileSync(file, Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]));
    const only = ['-Sdisable', '-Sqrcode.enable'];
    const read = spawnSync('zbarimg', ['--raw', '-q', ...only, file], { encoding: 'utf8' });
    if (read.error !== undefined) throw read.error;
    return read.stdout
      .split('\n')
      .filter((line) => line !== '')
      .sort();
  } finally {
    removeFolder(folder);
  }
}

/**
 * Compares a picture with the golden one of that name and returns the share of pixels that differ visibly. With
 * UPDATE_GOLDEN=1 it is written as a proposal, which takes the place of the golden one at the end of a run in which every
 * test passed: no picture is blessed that a rule refuses.
 */
export async function goldenDifference(name: string, rendered: Rendered): Promise<number> {
  if (process.env['UPDATE_GOLDEN'] !== '1') return differenceFrom(name, rendered);
  const { width, height, rgba } = rendered;
  mkdirSync(goldenFolders.proposed, { recursive: true });
  await sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ palette: true, colours: 64 })
    .toFile(join(goldenFolders.proposed, `${name}.png`));
  return differenceFrom(name, rendered, goldenFolders.proposed);
}

/** Share of pixels that differ visibly from a golden picture; 1 when it has another size. */
export async function differenceFrom(
  name: string,
  { width, height, rgba }: Rendered,
  folder = goldenFolders.approved,
): Promise<number> {
  const golden = await sharp(join(folder, `${name}.png`))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (golden.info.width !== width || golden.info.height !== height) return 1;
  let different = 0;
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    let distance = 0;
    for (let channel = 0; channel < 3; channel += 1) {
      const ours = rgba[pixel * 4 + channel] as number;
      distance += Math.abs(ours - (golden.data[pixel * 3 + channel] as number));
    }
    if (distance > 120) different += 1;
  }
  return different / (width * height);
}
