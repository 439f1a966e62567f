import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PDF of red pages with the name of its writer in it, as small as PDFium opens one. */
export function redPdf(pages: number): Buffer {
  const numbers = Array.from({ length: pages }, (_, at) => 4 + at);
  const fill = '1 0 0 rg 0 0 300 400 re f';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] /Count ${pages} >>`,
    `<< /Length ${fill.length} >>\nstream\n${fill}\nendstream`,
    ...numbers.map(() => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 3 0 R >>'),
    '<< /Author (SecretClerk) >>',
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  const trailer = `trailer << /Root 1 0 R /Info ${objects.length} 0 R /Size ${objects.length + 1} >>`;
  return Buffer.from(`%PDF-1.4\n${body}${trailer}\n%%EOF\n`, 'latin1');
}

/** A page of A4 with this written on it. */
export function writtenPdf(text: string): Buffer {
  return drawnPdf(`BT /F 12 Tf 60 760 Td (${text}) Tj ET`);
}

/** A page of A4 with these marks on it. */
export function drawnPdf(words: string): Buffer {
  return Buffer.from(
    `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
  /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj
4 0 obj << /Length ${words.length} >>\nstream\n${words}\nendstream endobj
trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n`,
    'latin1',
  );
}

/** A PDF, opened by a password only. */
export function lockedPdf(pdf: Uint8Array): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  const open = join(folder, 'open.pdf');
  const locked = join(folder, 'locked.pdf');
  try {
    writeFileSync(open, pdf);
    const encrypt = ['--encrypt', 'tulsi', 'neem', '256', '--'];
    execFileSync('qpdf', ['--warning-exit-0', ...encrypt, open, locked], { stdio: 'ignore' });
    return readFileSync(locked);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
