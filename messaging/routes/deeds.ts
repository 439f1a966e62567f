import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Database } from '../../campaigns/database.ts';
import { checklistOf } from '../../campaigns/deeds/checklist.ts';
import { deedForms, deedKinds } from '../../campaigns/deeds/deed-kinds.ts';
import { deedStatuses, openStatuses } from '../../campaigns/deeds/deed-status.ts';
import type { Directory } from '../../campaigns/directory/station.ts';
import type { Actor } from '../../campaigns/offices/actor.ts';
import { can, covers, rolesFor } from '../../campaigns/offices/permission.ts';
import { bulkForm } from '../deeds/bulk-entry.ts';
import { answer } from '../deeds/deed-answers.ts';
import { type DeedBook, notFound } from '../deeds/deed-book.ts';
import { deedHistory, findDeed, listDeeds, type StoredDeed } from '../deeds/deeds-sql.ts';
import { photoPath } from '../deeds/photo-files.ts';
import type { PhotoProof } from '../deeds/photo-proof.ts';
import { findPhoto } from '../deeds/photos-sql.ts';
import { registerDeedUploads } from './deed-uploads.ts';

export interface DeedRouteDependencies {
  database: Database;
  directory: Directory;
  book: DeedBook;
  proof: PhotoProof;
  photoDir: string;
}

const one = z.object({ id: z.coerce.number().int().positive() });
const seen = { version: z.int().positive() };
const reason = z.string().trim().max(500).default('');
const kind = z.enum(deedKinds);
const districtId = z.string().max(64);

/** Deeds: entered by districts and the PRO to DGP, approved by zones, read by all offices above. */
export function registerDeeds(app: FastifyInstance, dependencies: DeedRouteDependencies): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  registerReading(app, dependencies);
  const { book } = dependencies;
  const recording = { config: { access: rolesFor('deed.record') } };

  routes.post(
    '/api/deeds',
    {
      ...recording,
      schema: {
        summary: 'Enters a deed; its form is in /api/deeds/forms',
        body: z.object({
          kind,
          district: districtId,
          station: z.string().nullish(),
          day: z.string(),
          details: z.record(z.string(), z.unknown()).default({}),
          remark: z.string().default(''),
        }),
      },
    },
    async (request, reply) => {
      const { station, ...rest } = request.body;
      const entry = station == null ? rest : { ...rest, station };
      return answer(
        reply,
        await book.record({ actor: request.actor, requestId: request.id }, entry),
        201,
      );
    },
  );
  routes.put(
    '/api/deeds/:id',
    {
      ...recording,
      schema: {
        summary: 'Corrects day, details and remark; `version` is the one that was seen',
        params: one,
        body: z.object({
          ...seen,
          day: z.string(),
          details: z
            .record(z.string(), z.union([z.number(), z.string(), z.array(z.string())]))
            .default({}),
          remark: z.string().default(''),
        }),
      },
    },
    async ({ actor, id, params, body }, reply) => {
      const { version, ...given } = body;
      return answer(
        reply,
        await book.correct({ actor, requestId: id }, { ...params, version }, given),
      );
    },
  );
  for (const action of ['approve', 'reject'] as const) {
    routes.post(
      `/api/deeds/:id/${action}`,
      {
        config: { access: rolesFor('deed.approve') },
        schema: {
          summary:
            action === 'approve'
              ? 'The zone approves a deed'
              : 'The zone rejects a deed and says why',
          params: one,
          body: z.object({
            ...seen,
            reason: action === 'approve' ? reason : reason.unwrap().min(1),
          }),
        },
      },
      async ({ actor, id, params, body }, reply) => {
        const request = { ...params, version: body.version };
        return answer(
          reply,
          await book.decide({ actor, requestId: id }, request, { action, reason: body.reason }),
        );
      },
    );
  }
  routes.post(
    '/api/deeds/:id/withdraw',
    {
      ...recording,
      schema: { summary: 'Takes a deed back', params: one, body: z.object({ ...seen, reason }) },
    },
    async ({ actor, id, params, body }, reply) => {
      const request = { ...params, version: body.version };
      return answer(reply, await book.withdraw({ actor, requestId: id }, request, body.reason));
    },
  );
  routes.post(
    '/api/deeds/:id/restore',
    {
      ...recording,
      schema: {
        summary: 'Puts back a deed that was taken back',
        params: one,
        body: z.object(seen),
      },
    },
    async ({ actor, id, params, body }, reply) =>
      answer(
        reply,
        await book.restore({ actor, requestId: id }, { ...params, version: body.version }),
      ),
  );
  registerDeedUploads(app, dependencies);
}

function registerReading(
  app: FastifyInstance,
  { database, directory, book, photoDir }: DeedRouteDependencies,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const reading = { config: { access: rolesFor('deed.read') } };
  const ownDistricts = (actor: Actor, asked?: string) =>
    [
      ...directory.districts.filter((district) => covers(actor, district)).map(({ id }) => id),
      ...(covers(actor, 'state') ? [''] : []),
    ].filter((id) => asked === undefined || id === asked);

  routes.get(
    '/api/deeds/forms',
    { ...reading, schema: { summary: 'The kinds of deeds with their fields' } },
    async () => deedForms,
  );
  routes.get(
    '/api/deeds',
    {
      ...reading,
      schema: {
        summary:
          'Deeds of the own area, the latest first; `before` is the id at which the last page ended',
        querystring: z.object({
          district: districtId.optional(),
          kind: kind.optional(),
          status: z.enum([...deedStatuses, 'open']).optional(),
          before: z.coerce.number().int().positive().optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
      },
    },
    async ({ actor, query }) =>
      listDeeds(database.orm, {
        districts: ownDistricts(actor, query.district),
        kind: query.kind,
        statuses: query.status === 'open' ? openStatuses : query.status && [query.status],
        beforeId: query.before,
        limit: query.limit,
      }),
  );
  routes.get(
    '/api/deeds/checklist',
    {
      ...reading,
      schema: {
        summary: 'What each district of the own area has done, and the stations without a board',
        querystring: z.object({ district: districtId.optional() }),
      },
    },
    async ({ actor, query }) => {
      const districts = ownDistricts(actor, query.district).filter((id) => id !== '');
      const deeds = await listDeeds(database.orm, { districts, limit: 1_000_000 });
      return checklistOf(
        directory,
        districts.map((id) => ({ id })),
        deeds,
      );
    },
  );
  routes.get(
    '/api/deeds/:id',
    {
      ...reading,
      schema: { summary: 'A deed with its picture and every state that it had', params: one },
    },
    async ({ actor, params }, reply) => {
      const deed = await findDeed(database.orm, params.id);
      if (deed === undefined || !mayRead(book, actor, deed)) return answer(reply, notFound);
      return {
        deed,
        photo: deed.photo === null ? null : await findPhoto(database.orm, deed.photo),
        history: await deedHistory(database.orm, deed.id),
      };
    },
  );
  routes.get(
    '/api/deeds/:id/photo',
    { ...reading, schema: { summary: 'The picture of a deed, as JPEG', params: one } },
    async ({ actor, params }, reply) => {
      const deed = await findDeed(database.orm, params.id);
      if (deed?.photo == null || !mayRead(book, actor, deed)) return answer(reply, notFound);
      reply.header('x-content-type-options', 'nosniff').type('image/jpeg');
      return reply.sendFile(photoPath(deed.photo), photoDir, { cacheControl: false });
    },
  );
  routes.get(
    '/api/deeds/list-form/:kind',
    {
      ...reading,
      schema: {
        summary: 'An empty csv list of a kind, to be filled in',
        params: z.object({ kind }),
      },
    },
    async ({ params }, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${params.kind}.csv"`)
        .send(bulkForm(params.kind)),
  );
}

function mayRead(book: DeedBook, actor: Actor, deed: StoredDeed): boolean {
  const place = book.placeOf(deed.district);
  return place !== undefined && can(actor, 'deed.read', place);
}
