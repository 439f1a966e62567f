import { join } from 'node:path';
import type { Campaign } from '../campaigns/campaign.ts';
import { campaignFolder, loadCampaign } from '../campaigns/campaign-fs.ts';
import { loadDirectory } from '../campaigns/directory/directory-fs.ts';
import { pickName } from '../campaigns/directory/pick-name.ts';
import { boardStations, type District, type Station } from '../campaigns/directory/station.ts';
import type { Registry } from '../campaigns/links/registry.ts';
import { grownFileName, loadRegistry } from '../campaigns/links/registry-fs.ts';
import type { ReadDistance } from '../campaigns/manifest.ts';
import { loadOwnFields } from '../campaigns/print/own-fields/own-fields-fs.ts';
import { withUrduNames } from '../campaigns/print/own-fields/urdu-name.ts';
import { type ShelfChannel, shelfChannels } from '../campaigns/shelf.ts';
import { loadConfig, type SiteConfig } from './config.ts';
import type { SiteFile } from './files.ts';
import type { Language } from './i18n/language.ts';
import { readBoardDistances, readKit, streamedZip } from './kit-fs.ts';
import { readShelf, type SiteShelfFile } from './shelf-fs.ts';

export interface DistrictContent {
  district: District;
  /** Stations that get a board, in the order of their Hindi names */
  stations: Station[];
  /** The same in the order of a language */
  ordered: Record<Language, Station[]>;
  /** Files of the whole district */
  files: SiteFile[];
}

export interface Content {
  config: SiteConfig;
  campaign: Campaign;
  registry: Registry;
  districts: DistrictContent[];
  /** Stations of all districts together */
  stationCount: number;
  /** Files of a station, by `district/station` */
  filesOf: ReadonlyMap<string, SiteFile[]>;
  /** Whether anything has been generated for print yet */
  hasFiles: boolean;
  /** From how far each text of the board is read. */
  boardReads: ReadDistance[];
  /** Whether some of it was not made yet when the pages were built */
  isComing: boolean;
  /** Files of each channel for the whole state */
  shelf: Record<ShelfChannel, SiteShelfFile[]>;
}

const config = loadConfig(process.env);
const campaign = loadCampaign(config.campaign, config.published);
/** By the alphabet of each language. */
const collators = { hi: new Intl.Collator(campaign.languages[0]), en: new Intl.Collator('en') };

/** Everything that the pages show, read once a build. */
export const content: Content = loadContent();

function loadContent(): Content {
  const { published } = config;
  const { districts, stations } = withUrduNames(
    loadDirectory({ campaign: config.campaign, published }),
    loadOwnFields(published, { onFault() {} }),
  );
  const files = readKit(config.printDir, campaign.id).filter(
    ({ bytes }) => bytes !== null || config.hasService,
  );
  const pressOf = Map.groupBy(
    files.filter(({ format }) => format === 'pdf'),
    ({ district }) => district,
  );
  const byDistrict = Map.groupBy(stationsWithBoard(stations), ({ district }) => district);
  const filesOfDistrict = Map.groupBy(
    files.filter(({ station }) => station === null),
    ({ district }) => district,
  );
  return {
    config,
    campaign,
    registry: loadRegistry({
      campaignFolder: campaignFolder(config.campaign),
      grownFile: join(config.dataDir, grownFileName),
    }),
    districts: districts
      .map((district) => {
        const inDistrict = byDistrict.get(district.id) ?? [];
        const withZip = (whole: SiteFile[], press: SiteFile[]) =>
          press.length === 0 || whole.some(({ format }) => format === 'zip')
            ? whole
            : [
                ...whole,
                streamedZip(campaign, district, {
                  files: press,
                  stations: listPrinted(inDistrict, press),
                }),
              ];
        const ordered = { hi: byName(inDistrict, 'hi'), en: byName(inDistrict, 'en') };
        return {
          district,
          stations: ordered.hi,
          ordered,
          files: withZip(filesOfDistrict.get(district.id) ?? [], pressOf.get(district.id) ?? []),
        };
      })
      .sort((a, b) => collators.hi.compare(a.district.nameHi, b.district.nameHi)),
    stationCount: [...byDistrict.values()].reduce((sum, inDistrict) => sum + inDistrict.length, 0),
    filesOf: Map.groupBy(
      files.filter(({ station }) => station !== null),
      ({ district, station }) => `${district}/${station}`,
    ),
    hasFiles: files.length > 0,
    boardReads: readBoardDistances(config.printDir, campaign.id),
    isComing: files.some(({ bytes }) => bytes === null),
    shelf: Object.fromEntries(
      shelfChannels.map((channel) => [channel, readShelf(config.printDir, campaign.id, channel)]),
    ) as Content['shelf'],
  };
}

function byName(stations: readonly Station[], language: Language): Station[] {
  const name = (station: Station) => pickName(station, language);
  return [...stations].sort((a, b) => collators[language].compare(name(a), name(b)));
}

function stationsWithBoard(stations: Station[]): Station[] {
  return boardStations({ districts: [], stations });
}

/** Stations that the list of press files speaks of, in the directory's order. */
function listPrinted(stations: readonly Station[], press: readonly SiteFile[]): Station[] {
  const ids = new Set(press.map(({ station }) => station));
  return stations.filter(({ id }) => ids.has(id));
}
