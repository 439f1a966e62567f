import { stationKey } from '../../campaigns/directory/station.ts';
import type {
  CampaignProofRequest,
  ProofAnswer,
  ProofRequest,
  StationDraft,
} from '../../campaigns/proofs/proof.ts';
import type { Config } from '../config.ts';
import { createPressChecker } from '../preflight/check-press.ts';
import { createCodeMemory } from '../preflight/render/code-memory.ts';
import type { Sources } from '../run/shared-layout.ts';
import { createKept, createLaidArtworks, draftKey, type LaidArtworks } from './laid-artworks.ts';
import { findNameExamples } from './name-examples.ts';
import { draftedCampaign, readPublished } from './sources.ts';
import { proveStation } from './station-proof.ts';

/** Drafts whose artworks are kept: the one being written, and the one before it for a look back. */
const keptDrafts = 3;
const keptCodes = 64;

export type Prover = {
  prove(request: ProofRequest): Promise<ProofAnswer>;
  /** Reads anew what is published. */
  reload(): void;
};

/** Keeps laid out artworks of what is published, and a few of drafts. */
export async function createProver(config: Config, sources: Sources): Promise<Prover> {
  const checker = await createPressChecker(sources.fonts, createCodeMemory(keptCodes));
  const drafts = createKept<LaidArtworks>(keptDrafts);
  const open = () => {
    const published = readPublished(config);
    let examples: ReturnType<typeof findNameExamples> | undefined;
    return {
      published,
      laid: createLaidArtworks(published.campaign, sources),
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
    const drafted = draftedCampaign(opened.published.campaign, request.draft);
    if ('errors' in drafted)
      return { kind: 'campaign', proof: { errors: drafted.errors, stations: [] } };
    const { campaign } = drafted;
    const laid =
      Object.keys(request.draft).length === 0
        ? opened.laid
        : drafts.get(draftKey(campaign), () => createLaidArtworks(campaign, sources));
    const stations = [];
    for (const example of request.examples) {
      const station =
        typeof example === 'string'
          ? opened.examples()[example]
          : opened.byKey.get(`${example.district}/${example.station}`);
      if (station === undefined) return { kind: 'unknown', ...unknownStation(example) };
      const draft: StationDraft = { ...station, station: station.id };
      stations.push(await proveStation(draft, laid, { ...request, ...contextOf(opened) }));
    }
    return { kind: 'campaign', proof: { errors: [], stations } };
  };

  return {
    async prove(request) {
      base ??= open();
      if (request.kind === 'campaign') return proveCampaign(request, base);
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
