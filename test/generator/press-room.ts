import type { Campaign } from '../../campaigns/campaign.ts';
import { campaignFolder, loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { type Station, stationKey } from '../../campaigns/directory/station.ts';
import { loadRegistry } from '../../campaigns/links/registry-fs.ts';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import type { OwnValues } from '../../campaigns/print/own-fields/own-fields.ts';
import type { Artwork, Imprint } from '../../generator/artwork/artwork.ts';
import type { Shape } from '../../generator/layout/drawing.ts';
import { loadFonts } from '../../generator/layout/fonts-fs.ts';
import { loadPictures } from '../../generator/layout/pictures-fs.ts';
import { createPressChecker, type NamedDeviation } from '../../generator/preflight/check-press.ts';
import { createExpected } from '../../generator/preflight/expected.ts';
import { createCodeMemory } from '../../generator/preflight/render/read-codes.ts';
import { coatedIntent } from '../../generator/print/output-intent-fs.ts';
import { layOutShared, type SharedLayout } from '../../generator/run/shared-layout.ts';
import { createStamper, type Stamper } from '../../generator/run/stamp.ts';
import { createImprints } from '../../generator/run/station-imprints.ts';

// Press files as a run makes them, one at a time and in memory, and what preflight finds on them.

export const campaign = loadCampaign('up-cop');
export const directory = loadDirectory();
export const registry = loadRegistry({ campaignFolder: campaignFolder('up-cop') });
export const fonts = loadFonts();
export const sources = { fonts, pictures: loadPictures(), intent: coatedIntent() };

export function findStation(key: string): Station {
  const station = directory.stations.find((each) => stationKey(each) === key);
  if (station === undefined) throw new Error(`Expected ${key} in the directory`);
  return station;
}

/** What a station adds to an artwork, with what it filled in. */
export function makeImprint(key: string, artwork: Artwork, values?: OwnValues): Imprint {
  const own = new Map(values === undefined ? [] : [[key, values]]);
  return createImprints(campaign, directory, registry, own)(findStation(key), artwork);
}

const layouts = new Map<Artwork, Promise<SharedLayout>>();

/** An artwork laid out, that of the campaign once. */
export function layOutOne(artwork: Artwork, of: Campaign = campaign): Promise<SharedLayout> {
  const open = async () => {
    const [layout] = await layOutShared([artwork], of, sources);
    if (layout === undefined) throw new Error(`Expected a layout of ${artwork.id}, got none`);
    return layout;
  };
  if (of !== campaign) return open();
  const kept = layouts.get(artwork) ?? open();
  layouts.set(artwork, kept);
  return kept;
}

/** Stamps stations onto an artwork of the campaign. */
export async function openStamper(artwork: Artwork): Promise<Stamper> {
  return createStamper(artwork, await layOutOne(artwork), { campaign, fonts });
}

/** The press file of an artwork with an imprint; `change` spoils its shapes, side by side. */
export async function makePress(
  artwork: Artwork,
  imprint: Imprint,
  change = (sides: Shape[][]) => sides,
): Promise<Buffer> {
  const stamper = await openStamper(artwork);
  return Buffer.concat(stamper.pressFile(imprint, change(stamper.shapes(imprint))).parts);
}

const checker = await createPressChecker(fonts, createCodeMemory(20));

/** Everything that preflight finds on a press file. */
export function findDeviations(
  artwork: Artwork,
  imprint: Imprint,
  bytes: Buffer,
  of: Campaign = campaign,
): Promise<NamedDeviation[]> {
  const { width: widthMm, height: heightMm } = (artwork.imposition ?? artwork.format).trimMm;
  const { code, url } = imprint;
  const entry = { artwork: artwork.id, code, url, widthMm, heightMm } as ManifestFile;
  const expectationOf = expectations.get(of) ?? createExpected(of, fonts);
  expectations.set(of, expectationOf);
  return checker.checkPress(bytes, entry, expectationOf(artwork, imprint));
}

/** What each campaign's artworks must show, its templates read once. */
const expectations = new WeakMap<Campaign, ReturnType<typeof createExpected>>();
