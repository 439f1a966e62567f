import { z } from 'zod';
import { stationKinds } from '../../../campaigns/directory/station.ts';
import { mostEmblemBytes } from '../../../campaigns/print/emblem/clean-emblem.ts';
import type { ProofAnswer, StationProof } from '../../../campaigns/print/proofs/proof.ts';
import { content, data, reference, ruledText } from '../../../campaigns/text-types.ts';
import { refusals } from '../../contract/route.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { untilGone } from '../../platform/http/until-gone.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Proofs } from './proofs.ts';
import {
  campaignProof,
  client as clientSchema,
  id,
  mostTyped,
  pictures,
  type StationProofView,
  station,
  stationProof,
  superseded,
} from './proofs-schemas.ts';

const mostStationBytes = 32 * 1024;
/** The campaign's own data are 250 kB as JSON. */
const mostCampaignBytes = 1024 * 1024;

/** Artwork as it will be printed: of a station while its name is typed, and of a draft of the campaign. */
export function proofRoutes(proofs: Proofs) {
  return [
    serveRoute('POST /api/proofs/station', {
      summary:
        'A station as it will be printed: pictures, how its name stands, findings of preflight',
      body: z.object({
        client: clientSchema,
        district: id,
        station: id.nullable().describe('null for one that is new'),
        kind: z.enum(stationKinds),
        nameHi: ruledText({ max: mostTyped }),
        nameEn: ruledText({ max: mostTyped }),
        ownFields: z
          .record(id, ruledText({ max: mostTyped }))
          .optional()
          .describe('By field; without it what is published holds'),
        ...pictures,
      }),
      response: {
        200: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('proof'), proof: stationProof }),
          superseded,
        ]),
        ...refusals(404, 413, 422, 429, 503),
      },
      may: 'proof.station',
      config: { pace: 'proof' },
      bodyLimit: mostStationBytes,
      handler: async (request, reply) => {
        const { actor, body } = request;
        const { client, artworks, widthPx, ...draft } = body;
        request.require('proof.station', draft.district);
        const question = { kind: 'station', draft, artworks, widthPx } as const;
        const answer = await proofs.prove(`${actor.id} ${client}`, question, untilGone(reply));
        if (answer.kind === 'superseded') return answer;
        return { kind: 'proof' as const, proof: toView(requireKind(answer, 'station').proof) };
      },
    }),
    serveRoute('POST /api/proofs/campaign', {
      summary: 'A draft of the campaign as it will be printed, for a few names',
      body: z.object({
        client: clientSchema,
        draft: z
          .record(reference({ max: 60 }), data())
          .describe('Top-level fields of the campaign that replace the published ones'),
        emblem: content({ max: mostEmblemBytes })
          .optional()
          .describe('SVG in place of the published emblem'),
        examples: z.array(station).min(1).max(4).default(['shortest', 'longest', 'two-lines']),
        ...pictures,
      }),
      response: {
        200: z.discriminatedUnion('kind', [campaignProof, superseded]),
        ...refusals(404, 413, 422, 429, 503),
      },
      may: 'proof.campaign',
      config: { pace: 'proof' },
      bodyLimit: mostCampaignBytes,
      handler: async (request, reply) => {
        const { actor, body } = request;
        const { client, ...draft } = body;
        request.require('proof.campaign', 'state');
        const question = { kind: 'campaign', ...draft } as const;
        const answer = await proofs.prove(`${actor.id} ${client}`, question, untilGone(reply));
        if (answer.kind === 'superseded') return answer;
        const { errors, stations } = requireKind(answer, 'campaign').proof;
        return { kind: 'proof' as const, errors, stations: stations.map(toView) };
      },
    }),
  ];
}

function requireKind<Kind extends ProofAnswer['kind']>(
  answer: ProofAnswer,
  kind: Kind,
): Extract<ProofAnswer, { kind: Kind }> {
  if (answer.kind === 'unknown') {
    const { field, found } = answer;
    throw new Refusal('not-found', { field, found });
  }
  if (answer.kind !== kind) throw new Error(`Expected a proof of a ${kind}, got ${answer.kind}`);
  return answer as Extract<ProofAnswer, { kind: Kind }>;
}

function toView({ artworks, ...proof }: StationProof): StationProofView {
  return {
    ...proof,
    artworks: artworks.map(({ pages, ...artwork }) => ({
      ...artwork,
      pages: pages.map(({ png, ...page }) => ({
        ...page,
        png: Buffer.from(png).toString('base64'),
      })),
    })),
  };
}
