import { join } from 'node:path';
import sharp from 'sharp';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { board } from '../../generator/artwork/board.ts';
import { loadFonts } from '../../generator/layout/fonts-fs.ts';
import { loadPictures } from '../../generator/layout/pictures-fs.ts';
import { writeSvg } from '../../generator/preview/svg.ts';
import { coatedIntent } from '../../generator/print/output-intent-fs.ts';
import { renderRaster } from '../../generator/raster/raster.ts';
import { layOutShared } from '../../generator/run/shared-layout.ts';
import { createStamper } from '../../generator/run/stamp.ts';
import { median, report } from './report.ts';

const rounds = 3;
const campaign = loadCampaign('up-cop');
const fonts = loadFonts();
const intent = coatedIntent();
const [base] = await layOutShared([board], campaign, {
  fonts,
  pictures: loadPictures(),
  intent,
});
const [side] = base?.sides ?? [];
if (base === undefined || side === undefined) throw new Error('Expected the base of the board');
const [stamped = []] = createStamper(board, base, { campaign, fonts }).shapes({
  district: 'lucknow',
  station: 'hazratganj',
  name: 'थाना हजरतगंज',
  districtName: 'जनपद लखनऊ',
  code: '17SN0N',
  url: 'https://UPPOLICE.GOV.IN/Q17SN0N',
});
const shapes = [...side.shapes, ...stamped];
const times = { tiff: [] as number[], jpeg: [] as number[], peer: [] as number[] };
for (let round = 0; round < rounds; round += 1) {
  for (const format of ['tiff', 'jpeg'] as const) {
    times[format].push(
      await timed(() => renderRaster(shapes, board, { format, profile: intent.profile })),
    );
  }
}
const ourMemory = process.resourceUsage().maxRSS / 1024;
for (let round = 0; round < rounds; round += 1) times.peer.push(await timed(convertBySharp));
const ratio = median(times.tiff) / median(times.peer);
report('raster', [
  {
    what: 'a board as CMYK TIFF, 9600×6000',
    value: median(times.tiff),
    digits: 2,
    unit: 's',
    most: 5,
  },
  { what: 'a board as CMYK JPEG', value: median(times.jpeg), digits: 2, unit: 's', most: 5 },
  {
    what: "the same picture by sharp's ICC conversion",
    value: median(times.peer),
    digits: 2,
    unit: 's',
  },
  { what: 'TIFF over ICC conversion', value: ratio, digits: 2, most: 0.3 },
  { what: 'memory at its highest', value: ourMemory, unit: 'MB', most: 1500 },
]);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function convertBySharp(): Promise<Buffer> {
  const { width, height } = board.format.trimMm;
  const svg = writeSvg(shapes, { x: 0, y: 0, width, height, widthPx: 9600, heightPx: 6000 });
  return sharp(Buffer.from(svg), { limitInputPixels: false })
    .flatten({ background: '#FFFFFF' })
    .toColourspace('cmyk')
    .withIccProfile(join(import.meta.dirname, '../../assets/icc/FOGRA39L_coated.icc'))
    .tiff({ compression: 'lzw', predictor: 'horizontal' })
    .toBuffer();
}
