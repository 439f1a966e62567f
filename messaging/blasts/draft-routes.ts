import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ValueError } from '../../campaigns/messages/template.ts';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { findAudience } from '../audiences/audiences-sql.ts';
import { ApiError } from '../http/api-error.ts';
import type { Blast, BlastDraft } from './blast.ts';
import { auditBlast, type BlastRoutes, blastOf, oneBlast } from './blast-request.ts';
import { applyCommand, findBlast, insertBlast } from './blasts-sql.ts';
import { assignShortCode, buildDraft, type DraftInput } from './draft.ts';

const minuteOfDay = z.int().min(0).max(1440);
const draftInput = z.object({
  name: z.string().trim().min(1).max(200),
  channel: z.enum(['sms', 'ivr']),
  templates: z.object({ hi: z.string().optional(), en: z.string().optional() }).default({}),
  values: z
    .object({ hi: z.array(z.string()).optional(), en: z.array(z.string()).optional() })
    .default({}),
  gateway: z.string().max(20),
  audienceId: z.int().positive(),
  districts: z.array(z.string().max(60)).min(1).max(75).nullable().default(null),
  startsAt: z.coerce.date().nullable().default(null),
  fromMinute: minuteOfDay.default(0),
  toMinute: minuteOfDay.default(1440),
  canarySize: z.int().min(0).max(100_000).default(200),
  budgetPaise: z.int().positive().nullable().default(null),
});

/** New drafts, edits of drafts, and drafts for those that failed. */
export function registerBlastDrafts(app: FastifyInstance, dependencies: BlastRoutes): void {
  const { database, campaign, paise, gateways, grownFile, views } = dependencies;
  const { pool } = database;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('blast.draft') };

  routes.post(
    '/api/blasts',
    { config, schema: { summary: 'A new draft', body: draftInput } },
    async (request, reply) => {
      const input = await checkedInput(request, request.body);
      const shortCode = await assignShortCode(grownFile, input.channel);
      const draft = buildChecked(input, shortCode);
      const blast = await insert(request, 'draft', { draft, shortCode, parentId: null });
      return reply.code(201).send(await views.detail(blast));
    },
  );
  routes.put(
    '/api/blasts/:id',
    { config, schema: { summary: 'Edits a draft', params: oneBlast, body: draftInput } },
    async (request) => {
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
  );
  routes.post(
    '/api/blasts/:id/retry',
    { config, schema: { summary: 'A new draft for those that failed', params: oneBlast } },
    async (request, reply) => {
      const parent = await blastOf(request, pool, 'blast.draft');
      if (parent.status !== 'finished' && parent.status !== 'stopped') {
        throw new ApiError('not-ended');
      }
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
  );

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
  async function checkedInput(
    request: FastifyRequest,
    input: z.infer<typeof draftInput>,
  ): Promise<DraftInput> {
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
