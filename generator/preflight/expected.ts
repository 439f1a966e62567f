import type { Campaign } from '../../campaigns/campaign.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import { stationKey } from '../../campaigns/directory/station.ts';
import { inUrdu } from '../../campaigns/languages/urdu/in-urdu.ts';
import { typedUrl } from '../../campaigns/links/links.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import type { OwnFieldsOfStations } from '../../campaigns/print/own-fields/own-fields-fs.ts';
import {
  type Artwork,
  createKit,
  findGrid,
  type Imprint,
  type Limits,
  type NameGrid,
  type Page,
} from '../artwork/artwork.ts';
import { artworks, listArtworks } from '../artwork/catalogue.ts';
import { setFields } from '../artwork/own-fields.ts';
import { contactSentence } from '../artwork/pamphlet-contact.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import type { Node, Weight } from '../layout/node.ts';
import { findCondition } from '../print/output-intent-fs.ts';
import { slugShared, slugStation } from '../print/slug.ts';
import { createImprints, ownerOfStation } from '../run/station-imprints.ts';
import type { ExpectedText } from './outline/reading.ts';

/** One side as it must be. */
interface ExpectedSide {
  /** Part by part in the order of drawing. */
  readonly texts: readonly ExpectedText[];
  readonly hasCode: boolean;
  /** Where the station's name hangs. */
  readonly name: NameGrid | undefined;
  /** Tags of icons and the emblem, over which no text may be. */
  readonly pictures: ReadonlySet<string>;
  /** Tags of all that may be there. */
  readonly parts: ReadonlySet<string | null>;
}

/** Expected content of a station's press file, computed from campaign, directory and registry. */
export interface Expected {
  readonly artwork: Artwork;
  readonly limits: Limits;
  /** Name of the printing condition. */
  readonly condition: string;
  readonly imprint: Imprint;
  readonly sides: readonly ExpectedSide[];
  /** Below the trim of every page. */
  readonly slug: readonly ExpectedText[];
}

/**
 * Makes what is expected of a file of the manifest: undefined when its artwork is not a station's, a message
 * when directory or registry do not know the station.
 */
export function createExpectations(sources: {
  campaign: Campaign;
  directory: Directory;
  registry: Registry;
  ownFields?: OwnFieldsOfStations;
  fonts: Fonts;
}): (file: ManifestFile) => Expected | string | undefined {
  const { campaign, directory, registry, ownFields, fonts } = sources;
  const stations = new Map(directory.stations.map((station) => [stationKey(station), station]));
  const signOf = createImprints(campaign, directory, registry, ownFields);
  const expect = createExpected(campaign, fonts);
  const known = listArtworks(campaign, artworks);
  return (file) => {
    const artwork = known.find(({ id }) => id === file.artwork);
    if (artwork === undefined || file.station === null) return undefined;
    const key = stationKey({ district: file.district, id: file.station });
    const station = stations.get(key);
    if (station === undefined) return `${key} is not in the directory`;
    if (!registry.has(ownerOfStation(station))) return `${key} has no serial in the registry`;
    return expect(artwork, signOf(station, artwork));
  };
}

/** Works out what an artwork with an imprint must show; the template of each side is read once. */
export function createExpected(
  campaign: Campaign,
  fonts: Fonts,
): (artwork: Artwork, imprint: Imprint) => Expected {
  const kit = createKit(campaign, fonts);
  const read = new Map<Page, ReturnType<typeof readTree>>();
  return (artwork, imprint) => {
    const words = artwork.language === 'ur' ? inUrdu(campaign) : campaign;
    const condition = findCondition(artwork, campaign);
    return {
      artwork,
      imprint,
      limits: artwork.limits,
      condition,
      sides: artwork.pages.map((page) => {
        const side = read.get(page) ?? readTree(page.tree(kit));
        read.set(page, side);
        const { texts, slots, pictures, parts } = side;
        const fields = setFields(kit, page.fields?.row, {
          gridText: page.fields?.gridText(imprint, kit) ?? '',
          values: imprint.ownFields,
        });
        const own = [
          ...slots.flatMap((slot) => slotTexts(slot, imprint, words, fields !== undefined)),
          ...(fields?.texts ?? []).map(({ part, weight, text }) => ({
            part,
            weight,
            text,
            isStations: true,
          })),
        ];
        return {
          texts: [...texts, ...own],
          hasCode: slots.includes('qr'),
          name:
            page.name === undefined
              ? undefined
              : (fields?.grid ?? findGrid(page.name, imprint.name)),
          pictures,
          parts: new Set([...parts, ...own.map(({ part }) => part), 'qr']),
        };
      }),
      slug:
        artwork.placed === true
          ? []
          : [slugShared(artwork, campaign, condition), slugStation(imprint)].map((text) => ({
              part: 'slug',
              weight: 700,
              text,
            })),
    };
  };
}

/** Texts and slots of a template; a part that draws more than text, as the phone does, is left out. */
function readTree(tree: Node): {
  texts: ExpectedText[];
  slots: string[];
  pictures: ReadonlySet<string>;
  parts: ReadonlySet<string>;
} {
  const texts: ExpectedText[] = [];
  const slots: string[] = [];
  const drawn = new Set<string>();
  const pictures = new Set<string>();
  const walk = (node: Node): void => {
    switch (node.kind) {
      case 'text':
        texts.push({ part: node.part, weight: node.weight, text: node.text });
        break;
      case 'box':
        if (node.ground !== undefined) drawn.add(node.part ?? 'ground');
        node.children.forEach(walk);
        break;
      case 'slot':
        slots.push(node.slot);
        break;
      default:
        drawn.add(node.part);
        pictures.add(node.part);
    }
  };
  walk(tree);
  return {
    texts: texts.filter(({ part }) => !drawn.has(part)),
    slots,
    pictures,
    parts: new Set([...drawn, ...texts.map(({ part }) => part)]),
  };
}

/** Expected texts in a slot for a station. */
function slotTexts(
  slot: string,
  imprint: Imprint,
  campaign: Campaign,
  hasRow: boolean,
): ExpectedText[] {
  const stationText = (part: string, weight: Weight, text: string, mayBreak = false) => ({
    part,
    weight,
    text,
    mayBreak,
    isStations: true,
  });
  switch (slot) {
    case 'name':
      return [stationText('name', 800, imprint.name, true)];
    case 'district':
      return [stationText('district', 700, imprint.districtName)];
    case 'link':
      return [stationText('link', 700, typedUrl(imprint.url))];
    case 'contact':
      return [stationText('contact', 800, contactSentence(campaign, imprint, hasRow), true)];
    case 'qr':
      return [];
    default:
      throw new Error(
        `Expected name, district, link, contact or qr for a slot of the template, got "${slot}"`,
      );
  }
}
