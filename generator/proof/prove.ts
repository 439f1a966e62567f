import { stationKey } from '../../campaigns/directory/station.ts';
import type {
  CampaignProofRequest,
  ProofAnswer,
  ProofRequest,
  StationDraft,
} from '../../campaigns/proofs/proof.ts';
import { checkDraft } from '../../campaigns/studio/check-draft.ts';
import type { Config } from '../config.ts';
import { createPressChecker } from '../preflight/check-press.ts';
import { createCodeMemory } from '../preflight/render/read-codes.ts';
import type { Sources } from '../run/shared-layout.ts';
import { cacheSheets } from '../run/sheet-cache-fs.ts';
import { createKept, createLaidArtworks, draftKey, type LaidArtworks } from './laid-artworks.ts';
import { findNameExamples } from './name-examples.ts';
import { draftedPictures, readPublished } from './sources.ts';
import { proveStation } from './station-proof.ts';
import { fitUrduNames } from './urdu-names.ts';

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
      drafts: createKept<LaidArtworks>(keptDrafts),
      byKey: new Map(published.directory.stations.map((each) => [stationKey(each), each])),
      examples() {
        examples ??= findNameExamples(published.directory, sources.fonts);
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
