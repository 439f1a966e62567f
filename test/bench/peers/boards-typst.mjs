// The peer of `bench boards`: the same boards by Typst in one process, the shared artwork as one SVG that Typst
// keeps between compilations, names as live text, the QR code as the same rectangles.
// node boards-typst.mjs JOB.json OUT_DIR
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [, , jobFile, out] = process.argv;
const job = JSON.parse(readFileSync(jobFile, 'utf8'));
const compiler = NodeCompiler.create({
  workspace: dirname(jobFile),
  fontArgs: [{ fontBlobs: job.fonts.map((path) => readFileSync(path)) }],
});
compiler.mapShadow(join(dirname(jobFile), 'base.svg'), Buffer.from(job.baseSvg));

const quote = (text) => JSON.stringify(text);
for (const board of job.boards) {
  const main = `
#set page(width: ${job.widthMm}mm, height: ${job.heightMm}mm, margin: 0mm)
#place(image("base.svg", width: 100%, height: 100%))
#place(dx: ${job.name.x}mm, dy: ${job.name.y}mm, text(font: "Mukta", weight: 800, size: ${job.nameMm}mm, fill: cmyk(0%, 0%, 0%, 0%), ${quote(board.name)}))
#place(dx: ${job.district.x}mm, dy: ${job.district.y}mm, text(font: "Mukta", weight: 700, size: ${job.districtMm}mm, fill: cmyk(0%, 30%, 95%, 0%), ${quote(board.districtName)}))
#place(dx: ${job.link.x}mm, dy: ${job.link.y}mm, text(font: "Mukta", weight: 700, size: ${job.linkMm}mm, fill: cmyk(0%, 0%, 0%, 100%), ${quote(board.link)}))
#place(dx: ${job.qr.x}mm, dy: ${job.qr.y}mm, image(bytes(${quote(board.qrSvg)}), format: "svg", width: ${job.qr.width}mm))
`;
  const pdf = compiler.pdf({ mainFileContent: main });
  const file = join(out, board.path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, pdf);
}
