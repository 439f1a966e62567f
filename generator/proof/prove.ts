import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Campaign } from '../../campaigns/campaign.ts';
import { campaignFolder, loadCampaign } from '../../campaigns/campaign-fs.ts';
import {
  boardStations,
  type Directory,
  type Station,
  stationKey,
} from '../../campaigns/directory/station.ts';
import { stripName } from '../../campaigns/directory/strip-name.ts';
import type { Registry } from '../../campaigns/links/registry.ts';
import { grownFileName, loadRegistry } from '../../campaigns/links/registry-fs.ts';
import { cleanEmblem } from '../../campaigns/print/emblem/clean-emblem.ts';
import { EmblemFault } from '../../campaigns/print/emblem/emblem-fault.ts';
import {
  loadOwnFields,
  type OwnFieldsOfStations,
} from '../../campaigns/print/own-fields/own-fields-fs.ts';
import {
  type CampaignProofRequest,
  type FitFault,
  type NameExample,
  type ProofAnswer,
  type ProofRequest,
  type StationDraft,
  urduArtworks,
} from '../../campaigns/print/proofs/proof.ts';
import { checkDraft, type DraftFault } from '../../campaigns/studio/check-draft.ts';
import { emblemLabel } from '../../campaigns/studio/field-labels.ts';
import { artworkById } from '../artwork/catalogue.ts';
import type { Config } from '../config.ts';
import { parseEmblem } from '../layout/emblem.ts';
import type { Fonts } from '../layout/fonts-fs.ts';
import { keepFew } from '../layout/keep-few.ts';
import type { Pictures } from '../layout/satori.ts';
import { hangName, inkWidth, shapeAll } from '../layout/text-fit.ts';
import { createPressChecker } from '../preflight/check-press.ts';
import { createCodeMemory } from '../preflight/render/read-codes.ts';
import type { Sources } from '../run/shared-layout.ts';
import { cacheSheets } from '../run/sheet-cache-fs.ts';
import { openDirectory } from '../run/sources-fs.ts';
import { createImprints } from '../run/station-imprints.ts';
import { layoutFinding } from './findings.ts';
import { createLaidArtworks, draftKey, type LaidArtworks } from './laid-artworks.ts';
import { type ProofContext, proveStation } from './station-proof.ts';

/** Drafts whose artworks are kept: the one being written, and the one before it for a look back. */
const keptDrafts = 3;
const keptCodes = 64;

export interface Prover {
  prove(request: ProofRequest): Promise<ProofAnswer>;
  /** Reads what is published again. */
  reload(): void;
}

/** Keeps laid out artworks of what is published, and a few of drafts. */
export async function createProver(config: Config, sources: Sources): Promise<Prover> {
  const checker = await createPressChecker(sources.fonts, createCodeMemory(keptCodes));
  const draw = cacheSheets();
  const open = () => {
    const published = readPublished(config);
    let examples: ReturnType<typeof findNameExamples> | undefined;
    return {
      published,
      laid: createLaidArtworks(published.campaign, sources, draw),
      // Together with what is published: a draft without an emblem uses that one.
      drafts: keepFew<LaidArtworks>(keptDrafts),
      byKey: new Map(published.directory.stations.map((each) => [stationKey(each), each])),
      examples() {
        examples ??= findNameExamples(published, sources.fonts);
        return examples;
      },
    };
  };
  let base: ReturnType<typeof open> | undefined;

  const contextOf = ({ published }: ReturnType<typeof open>) => ({
    directory: published.directory,
    registry: published.registry(),
    ownFields: published.ownFields,
    checker,
  });

  const proveCampaign = async (
    request: CampaignProofRequest,
    opened: ReturnType<typeof open>,
  ): Promise<ProofAnswer> => {
    const { draft, emblem } = request;
    const { campaign, faults } = checkDraft(opened.published.campaign, draft);
    const pictures = draftedPictures(sources.pictures, emblem);
    if (campaign === null || 'errors' in pictures) {
      const errors = [...faults, ...('errors' in pictures ? pictures.errors : [])];
      return { kind: 'campaign', proof: { errors, stations: [] } };
    }
    const laid =
      Object.keys(draft).length === 0 && emblem === undefined
        ? opened.laid
        : opened.drafts.get(draftKey(campaign, emblem ?? ''), () =>
            createLaidArtworks(campaign, { ...sources, pictures }),
          );
    const stations = [];
    for (const example of request.examples) {
      const station =
        typeof example === 'string'
          ? opened.examples()[example]
          : opened.byKey.get(`${example.district}/${example.station}`);
      if (station === undefined) return { kind: 'unknown', ...unknownStation(example) };
      const named: StationDraft = { ...station, station: station.id };
      stations.push(await proveStation(named, laid, { ...request, ...contextOf(opened) }));
    }
    return { kind: 'campaign', proof: { errors: [], stations } };
  };

  return {
    async prove(request) {
      base ??= open();
      if (request.kind === 'campaign') return proveCampaign(request, base);
      if (request.kind === 'urdu-names') {
        const station = base.examples().shortest;
        const context = { laid: base.laid, ...contextOf(base) };
        return { kind: 'urdu-names', faults: await fitUrduNames(request.names, station, context) };
      }
      const { draft } = request;
      const { district, station } = draft;
      if (!base.published.directory.districts.some(({ id }) => id === district))
        return { kind: 'unknown', field: 'district', found: district };
      if (station !== null && !base.byKey.has(stationKey({ district, id: station })))
        return { kind: 'unknown', ...unknownStation({ district, station }) };
      const context = { ...request, ...contextOf(base) };
      return { kind: 'station', proof: await proveStation(draft, base.laid, context) };
    },
    reload() {
      base = undefined;
    },
  };
}

function unknownStation(example: unknown): { field: string; found: string } {
  const found =
    typeof example === 'object' && example !== null
      ? Object.values(example).join('/')
      : String(example);
  return { field: 'station', found };
}

/** The stations whose names are the shortest, the longest on one line, and the longest of those on two, on the board. */
export function findNameExamples(
  { campaign, directory }: Pick<Published, 'campaign' | 'directory'>,
  fonts: Fonts,
): Readonly<Record<NameExample, Station>> {
  const face = fonts.typeface(800);
  const grid = artworkById('board', campaign).pages[0]?.name;
  const measured = boardStations(directory)
    .map((station) => {
      const name = stripName(station);
      const width = inkWidth(shapeAll(face, name));
      return { station, name, width };
    })
    .sort((a, b) => a.width - b.width);
  const lines = (name: string) => (grid === undefined ? 1 : hangName(face, name, grid).runs.length);
  const longest = measured.at(-1);
  const [shortest] = measured;
  if (shortest === undefined || longest === undefined)
    throw new Error('Expected a station with a board in the directory, got none');
  const oneLine = measured.findLast(({ name }) => lines(name) === 1) ?? longest;
  const twoLines = measured.findLast(({ name }) => lines(name) === 2) ?? longest;
  return {
    shortest: shortest.station,
    longest: oneLine.station,
    'two-lines': twoLines.station,
  };
}

/** Published data: campaign, directory and codes, read when they are first needed. */
export interface Published {
  campaign: Campaign;
  directory: Directory;
  ownFields: OwnFieldsOfStations;
  /** As its file is now: a station that was added gets its code while this process runs. */
  registry(): Registry;
}

export function readPublished(config: Config): Published {
  const from = {
    campaignFolder: campaignFolder(config.campaign),
    grownFile: join(config.dataDir, grownFileName),
  };
  let kept: { stamp: string; registry: Registry } | undefined;
  return {
    campaign: loadCampaign(config.campaign, config.published),
    directory: openDirectory(config),
    ownFields: loadOwnFields(config.published),
    registry() {
      const stamp = readStamp(from.grownFile);
      if (kept?.stamp !== stamp) kept = { stamp, registry: loadRegistry(from) };
      return kept.registry;
    },
  };
}

function readStamp(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.mtimeMs} ${found.size}`;
}

/** The pictures with another emblem, or what keeps it from being printed. */
export function draftedPictures(
  pictures: Pictures,
  emblem: string | undefined,
): Pictures | { errors: DraftFault[] } {
  if (emblem === undefined) return pictures;
  try {
    return { ...pictures, emblem: parseEmblem(cleanEmblem(emblem).svg) };
  } catch (error) {
    if (!(error instanceof EmblemFault)) throw error;
    return { errors: [{ path: ['emblem'], label: emblemLabel, message: error.texts }] };
  }
}

/** Artwork on which a name in Urdu has its own room. */

/**
 * Whether names find room, each set as it will be printed, without a picture: a list of a district is answered in a moment.
 * @param station whose artwork they are on for it
 * @returns what is wrong with each name, null for one that fits
 */
async function fitUrduNames(
  names: readonly string[],
  station: Station,
  {
    laid,
    directory,
    registry,
  }: { laid: LaidArtworks } & Pick<ProofContext, 'directory' | 'registry'>,
): Promise<(FitFault | null)[]> {
  const imprintOf = createImprints(laid.campaign, directory, registry);
  const opened = await Promise.all(urduArtworks.map((id) => laid.get(id)));
  return names.map((name) => {
    for (const { artwork, stamper } of opened) {
      try {
        stamper.shapes({ ...imprintOf(station, artwork), name });
      } catch (error) {
        const { expected, found } = layoutFinding(error, null);
        return { artwork: artwork.id, expected, found };
      }
    }
    return null;
  });
}
