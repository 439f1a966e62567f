import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Campaign } from '../campaigns/campaign.ts';
import { campaignFolder, loadCampaign } from '../campaigns/campaign-fs.ts';
import { loadDirectory } from '../campaigns/directory/directory-fs.ts';
import { boardStations, type District, type Station } from '../campaigns/directory/station.ts';
import type { Registry } from '../campaigns/links/registry.ts';
import { loadRegistry } from '../campaigns/links/registry-fs.ts';
import { type ManifestFile, manifestSchema } from '../campaigns/manifest.ts';
import { loadConfig, type SiteConfig } from './config.ts';
import type { Language } from './i18n/language.ts';

export type DistrictContent = {
  district: District;
  /** Stations that get a board, in the order of their Hindi names */
  stations: Station[];
  /** The same in the order of a language */
  ordered: Record<Language, Station[]>;
  /** Files of the whole district */
  files: ManifestFile[];
};

export type Content = {
  config: SiteConfig;
  campaign: Campaign;
  registry: Registry;
  districts: DistrictContent[];
  /** Stations of all districts together */
  stationCount: number;
  /** Files of a station, by `district/station` */
  filesOf: ReadonlyMap<string, ManifestFile[]>;
  /** Whether anything has been generated for print yet */
  hasFiles: boolean;
};

const collators = { hi: new Intl.Collator('hi'), en: new Intl.Collator('en') };

/** Everything that the pages show, read once a build. */
export const content: Content = loadContent(loadConfig(process.env));

function loadContent(config: SiteConfig): Content {
  const campaign = loadCampaign(config.campaign);
  const { districts, stations } = loadDirectory();
  const files = readManifest(join(config.printDir, 'manifest.json'), campaign.id);
  const byDistrict = Map.groupBy(stationsWithBoard(stations), ({ district }) => district);
  const filesOfDistrict = Map.groupBy(
    files.filter(({ station }) => station === null),
    ({ district }) => district,
  );
  return {
    config,
    campaign,
    registry: loadRegistry({ campaignFolder: campaignFolder(config.campaign) }),
    districts: districts
      .map((district) => {
        const own = byDistrict.get(district.id) ?? [];
        const ordered = { hi: byName(own, 'hi'), en: byName(own, 'en') };
        return {
          district,
          stations: ordered.hi,
          ordered,
          files: filesOfDistrict.get(district.id) ?? [],
        };
      })
      .sort((a, b) => collators.hi.compare(a.district.nameHi, b.district.nameHi)),
    stationCount: [...byDistrict.values()].reduce((sum, own) => sum + own.length, 0),
    filesOf: Map.groupBy(
      files.filter(({ station }) => station !== null),
      ({ district, station }) => `${district}/${station}`,
    ),
    hasFiles: files.length > 0,
  };
}

function byName(stations: readonly Station[], language: Language): Station[] {
  const name = (station: Station) => (language === 'hi' ? station.nameHi : station.nameEn);
  return [...stations].sort((a, b) => collators[language].compare(name(a), name(b)));
}

function stationsWithBoard(stations: Station[]): Station[] {
  return boardStations({ districts: [], stations });
}

/** Without a manifest nothing has been generated yet: the pages say so. */
function readManifest(file: string, campaign: string): ManifestFile[] {
  if (!existsSync(file)) return [];
  const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw new Error(`Expected a manifest in ${file}: ${first?.path.join('.')}: ${first?.message}`);
  }
  if (parsed.data.campaign !== campaign) {
    throw new Error(
      `Expected the files of ${campaign} in ${file}, got those of ${parsed.data.campaign}`,
    );
  }
  return parsed.data.files;
}
