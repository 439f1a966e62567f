import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Pool } from 'pg';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { audienceRoutes } from '../../contract/phone/audiences.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { formLimits } from '../../platform/http/upload.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  type Audiences,
  expectRetention,
  findLongestStations,
  recordOptIns,
  uploadAudience,
  writeRejects,
} from './audiences.ts';
import { type Audience, findAudience, listAudiences, readSegments } from './audiences-sql.ts';

export interface AudienceDependencies extends Audiences {
  uploads: UploadRoom;
}

const largestBytes = 4 * 1024 ** 3;

/** Lists of numbers: uploads of any size, their particulars, segments and rejected rows. */
export async function registerAudiences(
  app: FastifyInstance,
  dependencies: AudienceDependencies,
): Promise<void> {
  await app.register(async (forms) => {
    await forms.register(multipart, { limits: formLimits });
    registerRoutes(forms, dependencies);
  });
}

function registerRoutes(app: FastifyInstance, dependencies: AudienceDependencies): void {
  const { uploads } = dependencies;
  const { pool } = dependencies.database;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const reading = { access: rolesFor('blast.read') };
  const drafting = { access: rolesFor('blast.draft') };

  routes.route({
    ...audienceRoutes.list,
    config: reading,
    handler: async ({ actor }) => listAudiences(pool, actor.district ?? null),
  });
  routes.route({
    ...audienceRoutes.upload,
    config: drafting,
    handler: async (request, reply) => {
      const { caller, query } = request;
      // Before a long upload, not after it.
      expectRetention(dependencies, query.retainUntil);
      const audience = await uploads.lend(request, largestBytes, (file) =>
        uploadAudience(dependencies, { file, ...query }, caller),
      );
      return reply.code(201).send(audience);
    },
  });
  routes.route({
    ...audienceRoutes.read,
    config: reading,
    handler: async (request) => {
      const audience = await requireAudience(request, pool);
      return {
        audience,
        segments: await readSegments(pool, audience.id),
        longestStations: await findLongestStations(dependencies, audience),
      };
    },
  });
  routes.route({
    ...audienceRoutes.optIn,
    config: drafting,
    handler: async (request) => {
      const audience = await requireAudience(request, pool);
      const input = { audience, ...request.body };
      return { recorded: await recordOptIns(dependencies, input, request.caller) };
    },
  });
  routes.route({
    ...audienceRoutes.rejects,
    config: drafting,
    handler: async (request, reply) => {
      const audience = await requireAudience(request, pool);
      const lines = Readable.from(writeRejects(dependencies, audience));
      return sendDownload(reply, `rejects-${audience.id}.csv`, lines);
    },
  });
}

async function requireAudience(request: FastifyRequest, pool: Pool): Promise<Audience> {
  const audience = await findAudience(pool, (request.params as { id: number }).id);
  if (audience === null) throw new Refusal('no-such-list');
  request.require('blast.read', audience.district ?? 'state');
  return audience;
}
