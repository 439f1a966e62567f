import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import type { ProofAnswer, StationProof } from '../../../campaigns/proofs/proof.ts';
import { proofRoutes, type StationProofView } from '../../contract/print/proofs.ts';
import type { AttemptLimit } from '../../platform/http/attempt-limit.ts';
import { identifyAccount } from '../../platform/http/client.ts';
import { untilGone } from '../../platform/http/until-gone.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Proofs } from './proofs.ts';

const mostStationBytes = 32 * 1024;
/** The campaign's own data are 250 kB as JSON. */
const mostCampaignBytes = 1024 * 1024;

/** Artwork as it will be printed: of a station while its name is typed, and of a draft of the campaign. */
export function registerProofs(
  app: FastifyInstance,
  { proofs, pace }: { proofs: Proofs; pace: AttemptLimit },
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.route({
    ...proofRoutes.station,
    config: { access: rolesFor('proof.station') },
    bodyLimit: mostStationBytes,
    handler: async (request, reply) => {
      const { actor, body } = request;
      const { client, artworks, widthPx, ...draft } = body;
      request.require('proof.station', draft.district);
      keepPace(pace, actor);
      const question = { kind: 'station', draft, artworks, widthPx } as const;
      const answer = await proofs.prove(`${actor.id} ${client}`, question, untilGone(reply));
      if (answer.kind === 'superseded') return answer;
      return { kind: 'proof' as const, proof: toView(requireKind(answer, 'station').proof) };
    },
  });
  routes.route({
    ...proofRoutes.campaign,
    config: { access: rolesFor('proof.campaign') },
    bodyLimit: mostCampaignBytes,
    handler: async (request, reply) => {
      const { actor, body } = request;
      const { client, ...draft } = body;
      request.require('proof.campaign', 'state');
      keepPace(pace, actor);
      const question = { kind: 'campaign', ...draft } as const;
      const answer = await proofs.prove(`${actor.id} ${client}`, question, untilGone(reply));
      if (answer.kind === 'superseded') return answer;
      const { errors, stations } = requireKind(answer, 'campaign').proof;
      return { kind: 'proof' as const, errors, stations: stations.map(toView) };
    },
  });
}

function keepPace(pace: AttemptLimit, actor: Actor): void {
  if (!pace.note(identifyAccount(actor)))
    throw new Refusal('too-many-requests', {}, { retryAfterSeconds: 10 });
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
