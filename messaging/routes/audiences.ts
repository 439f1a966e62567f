import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Database } from '../../campaigns/database.ts';
import type { District } from '../../campaigns/directory/station.ts';
import { writeAudit } from '../../campaigns/offices/audit-log.ts';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { districtFinder } from '../audience/district-names.ts';
import { takeUpload } from '../audience/upload.ts';
import { csvLine } from '../blast/operator-pack.ts';
import {
  type Audience,
  consentBases,
  findAudience,
  listAudiences,
  readSegments,
  walkRejects,
} from '../store/audiences-sql.ts';

export interface AudienceDependencies {
  database: Database;
  districts: readonly District[];
  today: () => string;
}

const one = z.object({ id: z.coerce.number().int().positive() });
const particulars = z.object({
  name: z.string().trim().min(1).max(200),
  consentBasis: z.enum(consentBases),
  source: z.string().trim().min(1).max(500),
  retainUntil: z.iso.date(),
  language: z.enum(['hi', 'en']).default('hi'),
});
const largestBytes = 4 * 1024 ** 3;
const day = 24 * 3600 * 1000;
/** A list is not kept for longer than this. */
const longestRetentionDays = 366;

/** Lists of numbers: uploads of any size, their particulars, segments and rejected rows. */
export async function registerAudiences(
  app: FastifyInstance,
  dependencies: AudienceDependencies,
): Promise<void> {
  const { database, districts } = dependencies;
  const { pool } = database;
  const findDistrict = districtFinder(districts);
  const read = { access: rolesFor('blast.read') };

  await app.register(async (uploads) => {
    await uploads.register(multipart, {
      limits: { fileSize: largestBytes, files: 1, fields: 10, fieldSize: 2000 },
    });
    const routes = uploads.withTypeProvider<ZodTypeProvider>();

    routes.get(
      '/api/audiences',
      { config: read, schema: { summary: 'Lists, the newest first' } },
      async (request) => listAudiences(pool, request.actor.district ?? null),
    );

    routes.post(
      '/api/audiences',
      {
        config: { access: rolesFor('blast.draft') },
        schema: {
          summary: 'Takes a list as csv or xlsx; its particulars stand in the query',
          querystring: particulars,
        },
      },
      async (request, reply) => {
        const { name, consentBasis, source, retainUntil, language } = request.query;
        const lastDay = new Date(Date.parse(dependencies.today()) + longestRetentionDays * day);
        if (
          retainUntil < dependencies.today() ||
          retainUntil > lastDay.toISOString().slice(0, 10)
        ) {
          throw wrongInput(
            `Expected a day from today to ${longestRetentionDays} days on for \`retainUntil\`, got ${retainUntil}`,
          );
        }
        const file = await request.file();
        if (file === undefined) throw wrongInput('Expected a file, got none');
        const district = request.actor.district ?? null;
        const audience = await takeUpload(
          pool,
          { source: Readable.from(file.file), fileName: file.filename },
          {
            details: {
              name,
              consentBasis,
              source,
              retainUntil,
              district,
              createdBy: request.actor.id,
            },
            classify: { findDistrict, defaultDistrict: district, defaultLanguage: language },
          },
        ).catch((error: unknown) => {
          throw error instanceof Error && error.message.startsWith('Expected ')
            ? wrongInput(error.message)
            : error;
        });
        await database.orm.transaction(async (tx) => {
          await writeAudit(tx, {
            actor: request.actor,
            action: 'audience.upload',
            subject: `audience/${audience.id}`,
            district: district ?? undefined,
            after: audience,
            requestId: request.id,
          });
        });
        return reply.code(201).send(audience);
      },
    );

    routes.get(
      '/api/audiences/:id',
      {
        config: read,
        schema: { summary: 'A list with its segments by district and language', params: one },
      },
      async (request, reply) => {
        const audience = await find(request);
        if (audience === null) return reply.code(404).send({ error: 'no-such-list' });
        return { audience, segments: await readSegments(pool, audience.id) };
      },
    );

    routes.get(
      '/api/audiences/:id/rejects.csv',
      {
        config: { access: rolesFor('blast.draft') },
        schema: { summary: 'Rows that were not taken, each with its reason', params: one },
      },
      async (request, reply) => {
        const audience = await find(request);
        if (audience === null) return reply.code(404).send({ error: 'no-such-list' });
        reply.type('text/csv; charset=utf-8');
        reply.header('content-disposition', `attachment; filename="rejects-${audience.id}.csv"`);
        return reply.send(Readable.from(rejectLines(audience.id)));
      },
    );
  });

  async function find(request: FastifyRequest): Promise<Audience | null> {
    const audience = await findAudience(pool, (request.params as { id: number }).id);
    if (audience !== null) request.require('blast.read', audience.district ?? 'state');
    return audience;
  }

  async function* rejectLines(audienceId: number): AsyncGenerator<string> {
    yield `\uFEFF${csvLine(['row', 'reason', 'value'])}`;
    for await (const page of walkRejects(pool, audienceId)) {
      yield page.map(({ row, reason, value }) => csvLine([row, reason, value])).join('');
    }
  }
}

function wrongInput(message: string): Error {
  return Object.assign(new Error(message), { statusCode: 400 });
}
