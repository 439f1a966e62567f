import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { listPapers } from '../../../campaigns/channels/newspapers/newspapers.ts';
import type { VehiclePanel } from '../../../campaigns/channels/vehicles/vehicles.ts';
import { shelfPlanSchema } from '../../../campaigns/shelf.ts';
import type { Artwork, Imprint } from '../../../generator/artwork/artwork.ts';
import { adArtworks } from '../../../generator/channels/newspapers/ad-artwork.ts';
import { paperImprint } from '../../../generator/channels/newspapers/paper-imprint.ts';
import { panelArtwork } from '../../../generator/channels/vehicles/panel-artwork.ts';
import { createVehicleImprints } from '../../../generator/channels/vehicles/vehicle-place.ts';
import { stockChannels } from '../../../generator/shelf/command.ts';
import { openFolder } from '../../folders.ts';
import { readCodes, renderPage } from '../fixture.ts';
import { inspectArtworks } from '../inspect-artworks.ts';
import { editStream } from '../preflight/press-edit.ts';
import { campaign, directory, findDeviations, makePress, registry } from '../press-room.ts';

const { vehicles, newspapers } = campaign;
if (vehicles === undefined || newspapers === undefined)
  throw new Error('Expected vehicles and newspapers in the campaign');
const ofVehicles = createVehicleImprints(campaign, directory, registry)('lucknow');
const paper = listPapers(newspapers).find(({ id }) => id === 'hindustan');
if (paper === undefined) throw new Error('Expected the paper hindustan in the campaign');
const ofPaper = paperImprint(campaign, registry, paper);
const ads = adArtworks(paper, newspapers.ads);

const folder = openFolder('panels-');

function panel(id: string, change: Partial<VehiclePanel> = {}): Artwork {
  const found = vehicles?.panels.find((each) => each.id === id);
  if (found === undefined) throw new Error(`Expected the panel ${id}`);
  return panelArtwork({ ...found, ...change });
}

function ad(id: string): Artwork {
  const found = ads.find((each) => each.id === id);
  if (found === undefined) throw new Error(`Expected the advertisement ${id}`);
  return found;
}

const imprintOf = ({ channel }: Artwork): Imprint => (channel === 'vehicle' ? ofVehicles : ofPaper);

const press = (artwork: Artwork) => makePress(artwork, imprintOf(artwork));

async function rulesBroken(artwork: Artwork, bytes: Buffer): Promise<string[]> {
  const deviations = await findDeviations(artwork, imprintOf(artwork), bytes);
  return deviations.map(({ rule, expected, found }) => `${rule}: ${expected}: ${found}`);
}

test.each([
  ...['door-left', 'tailgate', 'box-side'].map((id) => panel(id)),
  ...['ad-1x5-mono', 'ad-2x8-colour', 'ad-strip-mono', 'ad-3x20-mono'].map(ad),
])('$id is printable, and its code is read off the rendered page', async (artwork) => {
  const bytes = await press(artwork);
  expect(await rulesBroken(artwork, bytes)).toEqual([]);
  const isBig = artwork.format.trimMm.width > 200;
  const codes = await readCodes(await renderPage(bytes, 0, isBig ? 900 : 600));
  expect(codes).toEqual([imprintOf(artwork).url]);
});

test('with a plain phone in the place of the building they are printable too', async () => {
  const plain = { ...campaign, idea: 'plain' } as const;
  const { name, districtName } = ofVehicles;
  const pieces = [panel('door-left'), panel('a-frame'), ad('ad-4x12-colour'), ad('ad-3x20-mono')];
  const made = await inspectArtworks(plain, pieces, () => [{ name, districtName }]);
  expect(made.map(({ artwork, found }) => [artwork, found])).toEqual(
    pieces.map(({ id }) => [id, []]),
  );
});

const addTo = (text: string) => (bytes: Buffer) =>
  editStream(bytes, '/qr BMC', (stream) => `${stream}\n${text}\n`);
const inSide = (from: string | RegExp, to: string) => (bytes: Buffer) =>
  editStream(bytes, '/headline BMC', (stream) => stream.replace(from, to));
const mark = (part: string, inks: string, box: string) =>
  addTo(`/${part} BMC ${inks} k ${box} re f EMC`);
/** Sets a part's letters smaller, from their pen. */
const shrink = (part: string, scale: number) => (bytes: Buffer) =>
  editStream(bytes, `/${part} BMC`, (stream) =>
    stream.replace(
      new RegExp(`(/${part} BMC\n(?:[^\n]*k\n)?q )([\\d.]+) 0 0 -([\\d.]+)`),
      (_, head, a, d) => `${head}${Number(a) * scale} 0 0 -${Number(d) * scale}`,
    ),
  );

const mono = ad('ad-1x5-mono');
const colour = ad('ad-2x8-colour');
const keepOuts = [{ part: 'handle', x: 30, y: 366, width: 200, height: 34 } as const];
const tailgate = panel('tailgate', { keepOuts });

test.each([
  ['a word under the handle', tailgate, mark('free', '0 0 0 1', '60 370 20 10'), 'keep-outs'],
  ['a word in a cut corner', tailgate, mark('free', '0 0 0 1', '1 1 2 2'), 'keep-outs'],
  ['more ink than newsprint takes', colour, mark('ground', '1 .75 .4 .4', '1 1 3 3'), 'total-ink'],
  ['a tone that does not hold', colour, mark('ground', '0 0 0 .03', '1 1 3 3'), 'newsprint-tones'],
  ['key of 97 % with cyan', colour, mark('ground', '.2 0 0 .97', '1 1 3 3'), 'newsprint-tones'],
  ['a colour in one-ink work', mono, mark('ground', '.2 0 0 0', '1 1 3 3'), 'newsprint-tones'],
  ['a shirorekha too thin', mono, shrink('headline', 0.35), 'newsprint-text'],
  ['small reversed text', mono, shrink('app', 0.25), 'newsprint-text'],
  ['no frame', mono, inSide('/keyline BMC', '/ground BMC'), 'keyline'],
  ['a code under 20 mm', mono, shrinkCode(0.8), 'qr-size'],
  ['a slug in a placed file', mono, mark('slug', '0 0 0 1', '5 5 3 3'), 'printers-marks'],
] as const)('%s is found', async (_, artwork, edit, rule) => {
  const broken = await rulesBroken(artwork, edit(await press(artwork)));
  expect(broken.map((text) => text.split(':')[0])).toContain(rule);
});

function shrinkCode(scale: number) {
  return (bytes: Buffer) =>
    editStream(bytes, '/qr BMC', (stream) =>
      stream.replace(
        /(\/qr BMC\n0 0 0 1 k\nq )([\d.]+) 0 0 ([\d.]+)/,
        (_, head, a, d) => `${head}${Number(a) * scale} 0 0 ${Number(d) * scale}`,
      ),
    );
}

test('a fuel cap in the data moves the words and the code away from it', async () => {
  const fuelCap = { part: 'fuel-cap', x: 0, y: 0, width: 90, height: 50 } as const;
  const artwork = panel('tailgate', { keepOuts: [fuelCap], codeMm: 150, textMm: 20 });
  expect(await rulesBroken(artwork, await press(artwork))).toEqual([]);
});

test('a district has panels and a job ticket with its code', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  const args = ['--channel', 'vehicle', '--district', 'agra', '--plan'];
  const code = await stockChannels(args, { DATA_DIR: folder }).finally(() => vi.restoreAllMocks());
  expect(code).toBe(0);
  const { files } = shelfPlanSchema.parse(
    JSON.parse(readFileSync(join(folder, 'print/vehicle/plan.json'), 'utf8')),
  );
  expect(files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['vehicle/agra/agra-box-side.pdf', 'vehicle/agra/agra-job-ticket.pdf']),
  );
  const own = registry.codeFor({ scope: 'district', district: 'agra' }, 'vehicle');
  expect(new Set(files.map(({ code }) => code).filter((each) => each !== null))).toEqual(
    new Set([own]),
  );
});
