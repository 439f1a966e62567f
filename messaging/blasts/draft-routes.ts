import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { ValueError } from '../../campaigns/messages/template.ts';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { findAudience } from '../audiences/audiences-sql.ts';
import { blastRoutes, type GivenDraft } from '../contract/blasts.ts';
import { ApiError } from '../http/api-error.ts';
import type { Blast, BlastDraft } from './blast.ts';
import { auditBlast, type BlastRoutes, blastOf } from './blast-request.ts';
import { applyCommand, findBlast, findRetry, insertBlast } from './blasts-sql.ts';
import { assignShortCode, buildDraft, type DraftInput } from './draft.ts';

/** New drafts, edits of drafts, and drafts for those that failed. */
export function registerBlastDrafts(app: FastifyInstance, dependencies: BlastRoutes): void {
  const { database, campaign, paise, gateways, grownFile, views } = dependencies;
  const { pool } = database;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('blast.draft') };

  routes.route({
    ...blastRoutes.draft,
    config,
    handler: async (request, reply) => {
      const input = await checkedInput(request, request.body);
      const shortCode = await assignShortCode(grownFile, input.channel);
      const draft = buildChecked(input, shortCode);
      const blast = await insert(request, 'draft', { draft, shortCode, parentId: null });
      return reply.code(201).send(await views.detail(blast));
    },
  });
  routes.route({
    ...blastRoutes.edit,
    config,
    handler: async (request) => {
      const blast = await blastOf(request, pool, 'blast.draft');
      const input = await checkedInput(request, request.body);
      if (input.channel !== blast.channel) throw new ApiError('other-channel');
      const draft = buildChecked(input, blast.shortCode);
      const decision = await applyCommand(
        pool,
        blast.id,
        { kind: 'edit' },
        {
          actor: request.actor,
          draft,
          record: (tx, before, state) =>
            auditBlast(tx, request, {
              verb: 'edit',
              blast,
              before,
              after: { ...state, ...draft },
            }),
        },
      );
      if (decision.kind === 'refused') throw new ApiError(decision.refusal);
      return views.detail((await findBlast(pool, blast.id)) ?? blast);
    },
  });
  routes.route({
    ...blastRoutes.retry,
    config,
    handler: async (request, reply) => {
      const parent = await blastOf(request, pool, 'blast.draft');
      if (parent.status !== 'finished' && parent.status !== 'stopped') {
        throw new ApiError('not-ended');
      }
      if ((await findRetry(pool, parent.id)) !== null) throw new ApiError('retried-already');
      const shortCode = await assignShortCode(grownFile, parent.channel);
      const texts = Object.fromEntries(
        Object.entries(parent.texts).map(([language, text]) => [
          language,
          { ...text, body: text.body.replaceAll(parent.shortCode, shortCode) },
        ]),
      );
      const name = `${parent.name.slice(0, 190)} (पुनः)`;
      const draft = { ...parent, texts, startsAt: null, name };
      const blast = await insert(request, 'retry', { draft, shortCode, parentId: parent.id });
      return reply.code(201).send(await views.detail(blast));
    },
  });

  function insert(
    request: FastifyRequest,
    verb: 'draft' | 'retry',
    given: { draft: BlastDraft; shortCode: string; parentId: number | null },
  ): Promise<Blast> {
    const { id: drafterId, district = null } = request.actor;
    return insertBlast(pool, { ...given, drafterId, district }, (tx, blast) =>
      auditBlast(tx, request, { verb, blast, after: blast }),
    );
  }

  /** A district sends to its own list and its own people only. */
  async function checkedInput(request: FastifyRequest, input: GivenDraft): Promise<DraftInput> {
    const audience = await findAudience(pool, input.audienceId);
    if (audience === null) throw new ApiError('no-such-list');
    if (audience.sample && input.gateway !== 'emulator') throw new ApiError('sample-list');
    if (input.channel === 'ivr' && gateways[input.gateway]?.placeCall === undefined) {
      throw new ApiError('no-voice');
    }
    const { district } = request.actor;
    if (district !== undefined) request.require('blast.draft', audience.district ?? 'state');
    return {
      ...input,
      templates: definedOnly(input.templates),
      values: definedOnly(input.values),
      districts: district === undefined ? input.districts : [district],
    };
  }

  function buildChecked(input: DraftInput, shortCode: string): BlastDraft {
    try {
      return buildDraft(input, shortCode, { campaign, paise });
    } catch (error) {
      if (error instanceof ValueError) {
        const { variable, hi, en } = error;
        throw new ApiError('wrong-value', { more: { variable, hi, en }, cause: error });
      }
      throw Object.assign(error as Error, { statusCode: 400 });
    }
  }
}

function definedOnly<Value>(values: Record<string, Value | undefined>) {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Record<'hi' | 'en', Value>>;
}
