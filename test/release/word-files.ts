// node test/release/word-files.ts: each Word file that the product makes is opened by LibreOffice and compared with its PDF.
// Ends with 1 where they differ; without LibreOffice (libreoffice-writer-nogui) it says that nothing was compared.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import { type WordPaper, wordPapers } from './word-papers.ts';

/** Ink of a page but its foot, in mm from the paper's edges, and its words. */
interface Seen {
  left: number;
  top: number;
  right: number;
  bottom: number;
  words: Set<string>;
}

/** Edges may differ by this; the last line by more, as Word files have no boxes and rules of their own. */
const mostMm = { left: 4, top: 4, right: 4, bottom: 8 };
/** Page numbers and the rest of the foot. */
const footMm = 22;
const pixelMm = 0.5;

if (spawnSync('soffice', ['--version']).error !== undefined) {
  console.log('not compared: no soffice here (apt-get install libreoffice-writer-nogui)');
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'word-files-'));
const pdfium = await PDFiumLibrary.init();
try {
  const papers = await wordPapers();
  for (const [at, { docx }] of papers.entries()) writeFileSync(join(folder, `${at}.docx`), docx);
  const files = papers.map((_, at) => join(folder, `${at}.docx`));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  const options = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder];
  execFileSync('soffice', [...options, ...files], { stdio: 'ignore', timeout: 300_000 });
  let faults = 0;
  for (const [at, paper] of papers.entries()) {
    const found = await compare(paper, readFileSync(join(folder, `${at}.pdf`)));
    faults += found.length;
    console.log(`${paper.name}: ${found.length === 0 ? 'as its PDF' : found.join('; ')}`);
  }
  process.exitCode = faults === 0 ? 0 : 1;
} finally {
  pdfium.destroy();
  rmSync(folder, { recursive: true, force: true });
}

/** What differs. A paper without a PDF is one page. */
async function compare({ pdf }: WordPaper, opened: Uint8Array): Promise<string[]> {
  const word = await look(opened);
  if (pdf === null) return word.length === 1 ? [] : [`${word.length} pages, not one`];
  const own = await look(pdf);
  if (word.length !== own.length) return [`${word.length} pages, its PDF has ${own.length}`];
  return own.flatMap((page, at) => {
    const other = word[at] as Seen;
    // A press file has outlines and no text, and a head out to the paper's edge.
    if (page.words.size === 0) return [];
    const places = (['left', 'top', 'right', 'bottom'] as const).flatMap((side) => {
      const off = other[side] - page[side];
      return Math.abs(off) <= mostMm[side] ? [] : [`${side} ${off.toFixed(1)} mm off`];
    });
    const missing = [...page.words].filter((each) => !other.words.has(each));
    const faults = [...places, ...(missing.length === 0 ? [] : [`lacks ${missing.join(' ')}`])];
    return faults.map((fault) => `page ${at + 1} ${fault}`);
  });
}

async function look(pdf: Uint8Array): Promise<Seen[]> {
  const document: PDFiumDocument = await pdfium.loadDocument(pdf);
  const pages: Seen[] = [];
  for (const page of document.pages()) {
    // Long figures and words in Latin letters: a reader takes Devanagari, and short neighbours, apart in more than one way.
    const words = new Set(page.getText().match(/[A-Za-z]{2,}|\d[\d.,]{2,}\d/g));
    const { data, width, height } = await page.render({
      scale: 25.4 / 72 / pixelMm,
      render: 'bitmap',
      colorSpace: 'BGRA',
    });
    pages.push({ ...inkEdges(data, width, height - footMm / pixelMm), words });
  }
  document.destroy();
  return pages;
}

function inkEdges(data: Uint8Array, width: number, height: number): Omit<Seen, 'words'> {
  const edges = { left: Infinity, top: Infinity, right: 0, bottom: 0 };
  for (let at = 0; at < width * Math.floor(height); at += 1) {
    if ((data[4 * at + 1] ?? 255) > 200) continue;
    const x = (at % width) * pixelMm;
    const y = Math.floor(at / width) * pixelMm;
    edges.left = Math.min(edges.left, x);
    edges.right = Math.max(edges.right, x);
    edges.top = Math.min(edges.top, y);
    edges.bottom = Math.max(edges.bottom, y);
  }
  return edges;
}
