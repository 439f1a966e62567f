import { z } from 'zod';
import { channels } from '../../../campaigns/channel.ts';
import { listTargets } from '../../../campaigns/links/targets.ts';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { line, reference } from '../../../campaigns/text-types.ts';
import { forOfficers, instant, oneId, refusals } from '../../contract/route.ts';
import { judgeSecondPerson, withSecondPerson } from '../../people/accounts/second-person.ts';
import type { Verdict } from '../../people/accounts/second-person-sql.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { findDetour, listDetours, type StoredDetour } from './detour-requests-sql.ts';
import {
  approveDetour,
  type DetourRequests,
  requestDetour,
  returnDetour,
  stopDetour,
} from './detours.ts';
import { detour as detourSchema, detours as detoursSchema, reason } from './studio-schemas.ts';

const reading = { access: rolesFor('studio.read') };
const drafting = { access: rolesFor('studio.draft') };
const approving = { access: rolesFor('studio.approve') };

/** Codes that are pointed elsewhere for a while. */
export function detourRoutes(detours: DetourRequests) {
  return [
    serveRoute({
      method: 'GET',
      url: '/api/studio/detours',
      schema: {
        summary:
          'Where codes are pointed for a while, with what was, and the pages that are allowed',
        response: { 200: detoursSchema, ...forOfficers },
      },
      config: reading,
      handler: ({ actor }) => viewDetours(detours, actor),
    }),
    serveRoute({
      method: 'POST',
      url: '/api/studio/detours',
      schema: {
        summary: 'Submits that a code or a channel leads elsewhere for a while',
        body: z.object({
          code: line({ min: 4, max: 24 }).nullable(),
          channel: z.enum(channels).nullable(),
          target: reference({ max: 60 }),
          from: instant,
          until: instant.nullable(),
          reason,
        }),
        response: { 201: detourSchema, ...forOfficers, ...refusals(409) },
      },
      config: drafting,
      handler: async ({ actor, caller, body }, reply) => {
        const id = await requestDetour(detours, body, caller);
        return reply.code(201).send(await viewDetour(detours, id, actor));
      },
    }),
    serveRoute({
      method: 'POST',
      url: '/api/studio/detours/:id/approve',
      schema: {
        summary: 'Another officer lets it hold',
        params: oneId,
        body: z.object({}),
        response: { 200: detourSchema, ...forOfficers, ...refusals(404, 409) },
      },
      config: approving,
      handler: async ({ actor, caller, params: { id } }) => {
        await approveDetour(detours, id, caller);
        return viewDetour(detours, id, actor);
      },
    }),
    serveRoute({
      method: 'POST',
      url: '/api/studio/detours/:id/return',
      schema: {
        summary: 'Another officer refuses it with a remark',
        params: oneId,
        body: z.object({ remark: reason }),
        response: { 200: detourSchema, ...forOfficers, ...refusals(404, 409) },
      },
      config: approving,
      handler: async ({ actor, caller, params: { id }, body }) => {
        await returnDetour(detours, { id, ...body }, caller);
        return viewDetour(detours, id, actor);
      },
    }),
    serveRoute({
      method: 'POST',
      url: '/api/studio/detours/:id/end',
      schema: {
        summary: 'Codes lead where they usually do again, at once; one officer is enough',
        params: oneId,
        body: z.object({}),
        response: { 200: detourSchema, ...forOfficers, ...refusals(404, 409) },
      },
      config: drafting,
      handler: async ({ actor, caller, params: { id } }) => {
        await stopDetour(detours, id, caller);
        return viewDetour(detours, id, actor);
      },
    }),
  ];
}

async function viewDetours({ database: { pool }, campaign, clock }: DetourRequests, actor: Actor) {
  const detours = await withSecondPerson(
    pool,
    actor.id,
    await listDetours(pool),
    ({ draftedById }) => [draftedById],
  );
  const now = clock.now();
  return {
    now,
    targets: listTargets(campaign).map(({ id, name, url }) => ({
      id,
      name,
      address: url({ code: '…' }),
    })),
    detours: detours.map((detour) => toView(detour, actor, now)),
  };
}

async function viewDetour({ database: { pool }, clock }: DetourRequests, id: number, actor: Actor) {
  const detour = await findDetour(pool, id);
  if (detour === undefined) throw new Refusal('not-found');
  const second = await judgeSecondPerson(pool, actor.id, [detour.draftedById]);
  return toView({ ...detour, second }, actor, clock.now());
}

function toView(detour: StoredDetour & { second: Verdict }, actor: Actor, now: Date) {
  const { draftedById, ...shown } = detour;
  const { status, from, until } = detour;
  return {
    ...shown,
    isOwn: draftedById === actor.id,
    holds: status === 'approved' && from <= now && (until === null || now < until),
  };
}
