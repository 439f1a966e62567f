import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { campaignFolder, loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../campaigns/directory/station.ts';
import { fontPath } from '../../campaigns/languages/typesetting/font-files-fs.ts';
import { typedUrl } from '../../campaigns/links/links.ts';
import { loadRegistry } from '../../campaigns/links/registry-fs.ts';
import { createKit, slotBox } from '../../generator/artwork/artwork.ts';
import { board } from '../../generator/artwork/board.ts';
import { loadFonts } from '../../generator/layout/fonts-fs.ts';
import { loadPictures } from '../../generator/layout/pictures-fs.ts';
import { writeSvg } from '../../generator/preview/svg.ts';
import { coatedIntent } from '../../generator/print/output-intent-fs.ts';
import { encodeQr } from '../../generator/qr/encode.ts';
import { darkRuns } from '../../generator/qr/qr-code.ts';
import { layOutShared } from '../../generator/run/shared-layout.ts';
import { createImprints } from '../../generator/run/station-imprints.ts';
import { median, report } from './report.ts';
import { timedProcess } from './timed-process.ts';

const peers = join(import.meta.dirname, 'peers');
const rounds = 3;

const campaign = loadCampaign('up-cop');
const directory = loadDirectory();
const stations = boardStations(directory);
// In memory for both: ext4 looks for minutes past every file that was just deleted, so that on a disk a run tells of the runs
// before it (1.1 s on a rested disk, 1.7 to 2.1 s after 16,000 files were deleted).
const memory = '/dev/shm';
const work = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'bench-boards-'));
const disk = mkdtempSync(join(tmpdir(), 'bench-boards-'));
try {
  if (!existsSync(join(peers, 'node_modules', '@myriaddreamin'))) {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-save'], {
      cwd: peers,
      stdio: 'inherit',
    });
  }
  const job = join(work, 'job.json');
  writeFileSync(job, JSON.stringify(await typstJob()));
  const ours: number[] = [];
  const typst: number[] = [];
  let ourMemory = 0;
  for (let round = 0; round < rounds; round += 1) {
    const out = join(work, `ours-${round}`);
    const peerOut = join(work, `typst-${round}`);
    mkdirSync(peerOut);
    const run = timedProcess(boards(out));
    ours.push(run.seconds);
    ourMemory = Math.max(ourMemory, run.megabytes);
    typst.push(timedProcess([join(peers, 'boards-typst.mjs'), job, peerOut]).seconds);
  }
  const out = join(work, 'ours-0');
  const again = timedProcess(boards(out));
  const [one] = stations;
  const overrides = join(work, 'overrides');
  mkdirSync(overrides);
  writeFileSync(
    join(overrides, `${one?.district}.csv`),
    `action,station,name_hi,name_en,kind,remark\nrename,${one?.id},${one?.nameHi} नगर,${one?.nameEn} Nagar,,\n`,
  );
  const renamed = timedProcess(boards(out), { OVERRIDES_DIR: overrides });
  const onDisk = timedProcess(boards(join(disk, 'ours')));
  const ratio = median(ours) / median(typst);
  report('boards', [
    {
      what: `${stations.length} boards as PDF/X-4, whole process`,
      value: median(ours),
      digits: 2,
      unit: 's',
    },
    { what: 'the same by Typst', value: median(typst), digits: 2, unit: 's' },
    { what: 'ours over Typst', value: ratio, digits: 2, most: 0.25 },
    { what: 'the same onto this disk, once', value: onDisk.seconds, digits: 2, unit: 's' },
    { what: 'a board', value: (median(ours) * 1000) / stations.length, digits: 2, unit: 'ms' },
    { what: 'nothing changed', value: again.seconds, digits: 2, unit: 's', most: 2 },
    { what: 'one station renamed', value: renamed.seconds, digits: 2, unit: 's', most: 2 },
    { what: 'memory at its highest', value: ourMemory, unit: 'MB', most: 700 },
    ...(await phases()),
  ]);
} finally {
  rmSync(work, { recursive: true, force: true });
  rmSync(disk, { recursive: true, force: true });
}

function boards(out: string): string[] {
  return ['generator/main.ts', '--artwork', 'board', '--format', 'pdf', '--out', out];
}

async function typstJob() {
  const sources = { fonts: loadFonts(), pictures: loadPictures(), intent: coatedIntent() };
  const [base] = await layOutShared([board], campaign, sources);
  if (base === undefined) throw new Error('Expected the base of the board');
  const [side] = base.sides;
  if (side === undefined) throw new Error('Expected a side of the board');
  const { width, height } = board.format.trimMm;
  const imprint = createImprints(
    campaign,
    directory,
    loadRegistry({ campaignFolder: campaignFolder(campaign.id) }),
  );
  const kit = createKit(campaign, sources.fonts);
  return {
    widthMm: width,
    heightMm: height,
    fonts: [fontPath(700), fontPath(800)],
    nameMm: kit.size(112, 800),
    districtMm: kit.size(38, 700),
    linkMm: kit.size(30, 700),
    name: slotBox(side.slots, 'name'),
    district: slotBox(side.slots, 'district'),
    link: slotBox(side.slots, 'link'),
    qr: slotBox(side.slots, 'qr'),
    baseSvg: writeSvg(side.shapes, { x: 0, y: 0, width, height, widthPx: 2438, heightPx: 1524 }),
    boards: stations.map((station) => {
      const { name, districtName, url } = imprint(station, board);
      const d = darkRuns(encodeQr(url)).map(
        ({ y, from, to }) => `M${from} ${y}H${to}V${y + 1}H${from}Z`,
      );
      return {
        path: `${station.district}/${station.id}/${station.district}-${station.id}-board.pdf`,
        name,
        districtName,
        link: typedUrl(url),
        qrSvg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 37 37"><path d="${d.join('')}"/></svg>`,
      };
    }),
  };
}

/** Where the time goes, on one thread and warm. */
async function phases() {
  const { createStamper } = await import('../../generator/run/stamp.ts');
  const started = performance.now();
  const fonts = loadFonts();
  const [base] = await layOutShared([board], campaign, {
    fonts,
    pictures: loadPictures(),
    intent: coatedIntent(),
  });
  if (base === undefined) throw new Error('Expected the base of the board');
  const laid = performance.now();
  const imprint = createImprints(
    campaign,
    directory,
    loadRegistry({ campaignFolder: campaignFolder(campaign.id) }),
  );
  const imprints = stations.map((station) => imprint(station, board));
  const stamper = createStamper(board, base, { campaign, fonts });
  const bold = fonts.typeface(800);
  const clock = [performance.now()];
  for (const { url } of imprints) encodeQr(url);
  clock.push(performance.now());
  for (const { name } of imprints) bold.shape(name);
  clock.push(performance.now());
  const shapes = imprints.map((each) => stamper.shapes(each));
  clock.push(performance.now());
  const files = imprints.map((each, index) => stamper.pressFile(each, shapes[index] ?? []));
  clock.push(performance.now());
  const folder = join(work, 'written');
  mkdirSync(folder);
  for (const [index, { parts }] of files.entries())
    writeFileSync(join(folder, `${index}`), Buffer.concat(parts));
  clock.push(performance.now());
  const lap = (index: number) => Math.round((clock[index + 1] ?? 0) - (clock[index] ?? 0));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return [
    { what: '  laying out once', value: laid - started, unit: 'ms' },
    { what: '  QR codes', value: lap(0), unit: 'ms on one thread' },
    { what: '  shaping names', value: lap(1), unit: 'ms on one thread' },
    { what: '  placing (QR and shaping included)', value: lap(2), unit: 'ms on one thread' },
    { what: '  content, hash, checksum', value: lap(3), unit: 'ms on one thread' },
    { what: `  writing ${Math.round(bytes / 1e6)} MB`, value: lap(4), unit: 'ms on one thread' },
  ];
}
