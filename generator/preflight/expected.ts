import type { Campaign } from '../../campaigns/campaign.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import { stationKey } from '../../campaigns/directory/station.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import { type Artwork, createKit, type Sign } from '../artwork/artwork.ts';
import { artworks } from '../artwork/catalogue.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import type { Node, Weight } from '../layout/node.ts';
import { slugShared, slugStation } from '../print/slug.ts';
import { createSigns, ownerOfStation } from '../signs.ts';
import { type Limits, limitsFor } from './limits.ts';
import type { ExpectedText } from './outline/reading.ts';

/** What a station's press file must show, worked out from campaign, directory and registry. */
export type Expected = {
  readonly artwork: Artwork;
  readonly limits: Limits;
  readonly sign: Sign;
  /** The texts of each side, part by part in the order of drawing. */
  readonly sides: readonly (readonly ExpectedText[])[];
};

/**
 * Makes what is expected of a file of the manifest: undefined when its artwork is none of a station's, a message
 * when directory or registry do not know the station.
 */
export function createExpectations(sources: {
  campaign: Campaign;
  directory: Directory;
  registry: Registry;
  fonts: Fonts;
}): (file: ManifestFile) => Expected | string | undefined {
  const { campaign, directory, registry, fonts } = sources;
  const stations = new Map(directory.stations.map((station) => [stationKey(station), station]));
  const signOf = createSigns(campaign, directory, registry);
  const kit = createKit(campaign, fonts);
  const shared = new Map(
    artworks.map((artwork) => [
      artwork.id,
      artwork.pages.map((page) => sharedTexts(page.tree(kit))),
    ]),
  );
  return (file) => {
    const artwork = artworks.find(({ id }) => id === file.artwork);
    if (artwork === undefined || file.station === null) return undefined;
    const key = stationKey({ district: file.district, id: file.station });
    const station = stations.get(key);
    if (station === undefined) return `${key} is not in the directory`;
    if (!registry.has(ownerOfStation(station))) return `${key} has no serial in the registry`;
    const sign = signOf(station, artwork.channel);
    const own = stampedTexts(sign, slugShared(artwork, campaign));
    return {
      artwork,
      sign,
      limits: limitsFor(artwork.format),
      sides: (shared.get(artwork.id) ?? []).map((side) => [...side, ...own]),
    };
  };
}

/** Texts that stand on the artwork itself; a part that draws more than text is left out. */
function sharedTexts(tree: Node): ExpectedText[] {
  const texts: ExpectedText[] = [];
  const drawn = new Set<string>();
  const walk = (node: Node): void => {
    if (node.kind === 'text') {
      const { part, weight, text } = node;
      texts.push({ part, lines: [{ text, weight }], isStamped: false });
    } else if (node.kind === 'box') {
      if (node.ground !== undefined) drawn.add(node.part ?? 'ground');
      node.children.forEach(walk);
    } else if (node.kind !== 'slot') drawn.add(node.part);
  };
  walk(tree);
  return texts.filter(({ part }) => !drawn.has(part));
}

/** Texts that each station adds, glyph by glyph. */
function stampedTexts(sign: Sign, sharedSlug: string): ExpectedText[] {
  const stamped = (part: string, weight: Weight, text: string): ExpectedText => ({
    part,
    isStamped: true,
    lines: [{ text, weight }],
  });
  return [
    { ...stamped('name', 800, sign.name), mayBreak: true },
    stamped('district', 700, sign.districtName),
    stamped('link', 700, sign.url.replace(/^HTTPS:\/\//, '')),
    stamped('slug', 700, sharedSlug),
    stamped('slug', 700, slugStation(sign)),
  ];
}
