import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import { messageLanguages } from '../../../campaigns/messages/messages.ts';
import { line, paragraph } from '../../../campaigns/text-types.ts';
import { file as fileSchema, oneId, refusals } from '../../contract/route.ts';
import { consentBases } from '../../contract/values.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
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
import { audience, audienceDetail } from './audiences-schemas.ts';
import { type Audience, findAudience, listAudiences, readSegments } from './audiences-sql.ts';

export interface AudienceDependencies extends Audiences {
  uploads: UploadRoom;
}

const largestBytes = 4 * 1024 ** 3;

/** Lists of numbers: uploads of any size, their particulars, segments and rejected rows. */
export function audienceRoutes(dependencies: AudienceDependencies) {
  const { uploads } = dependencies;
  const { pool } = dependencies.database;
  return [
    serveRoute('GET /api/audiences', {
      summary: 'Lists, the newest first',
      response: { 200: z.array(audience) },
      may: 'blast.read',
      handler: async ({ actor }) => listAudiences(pool, actor.district ?? null),
    }),
    serveRoute('POST /api/audiences', {
      summary:
        'Takes a list as csv (also gzip, UTF-16, and ; tab or | between cells) or xlsx; its particulars stand in the query',
      querystring: z.object({
        name: line({ min: 1, max: 200 }),
        consentBasis: z.enum(consentBases),
        source: paragraph({ min: 1, max: 500 }),
        retainUntil: z.iso.date(),
        language: z.enum(messageLanguages).default('hi'),
        consentTemplate: z
          .exactOptional(z.string().regex(/^(\d{12}|\d{19})$/, 'Expected 12 or 19 digits'))
          .describe('Consent template of the DLT portal, where they agreed by one'),
        excluding: z
          .enum(['true', 'false'])
          .default('false')
          .transform((value) => value === 'true')
          .describe('Nobody on it gets a blast, whatever list that is sent to'),
      }),
      response: { 201: audience, ...refusals(408, 413, 429) },
      may: 'blast.draft',
      handler: async (request) => {
        const { caller, query } = request;
        // Before a long upload, not after it.
        expectRetention(dependencies, query.retainUntil);
        const audience = await uploads.lend(request, largestBytes, (file) =>
          uploadAudience(dependencies, { file, ...query }, caller),
        );
        return audience;
      },
    }),
    serveRoute('GET /api/audiences/:id', {
      summary: 'A list with its segments by district and language',
      params: oneId,
      response: { 200: audienceDetail, ...refusals(404) },
      may: 'blast.read',
      handler: async (request) => {
        const audience = await requireAudience(request, pool);
        return {
          audience,
          segments: await readSegments(pool, audience.id),
          longestStations: await findLongestStations(dependencies, audience),
        };
      },
    }),
    serveRoute('POST /api/audiences/:id/whatsapp-opt-in', {
      summary: 'Notes that all of a list with explicit consent have agreed to messages by WhatsApp',
      params: oneId,
      body: z.object({
        source: paragraph({ min: 1, max: 500 }).describe('Where they were asked, and how'),
        givenOn: z.iso.date(),
      }),
      response: { 200: z.object({ recorded: z.int() }), ...refusals(404, 409) },
      may: 'blast.draft',
      handler: async (request) => {
        const audience = await requireAudience(request, pool);
        const input = { audience, ...request.body };
        return { recorded: await recordOptIns(dependencies, input, request.caller) };
      },
    }),
    serveRoute('GET /api/audiences/:id/rejects.csv', {
      summary: 'Rows that were not taken, each with its reason',
      params: oneId,
      response: {
        200: fileSchema('text/csv', 'File, row, field, what was expected and found, reason'),
        ...refusals(404),
      },
      may: 'blast.draft',
      handler: async (request, reply) => {
        const audience = await requireAudience(request, pool);
        const lines = Readable.from(writeRejects(dependencies, audience));
        return sendDownload(reply, `rejects-${audience.id}.csv`, lines);
      },
    }),
  ];
}

async function requireAudience(request: FastifyRequest, pool: Pool): Promise<Audience> {
  const audience = await findAudience(pool, (request.params as { id: number }).id);
  if (audience === null) throw new Refusal('no-such-list');
  request.require('blast.read', audience.district ?? 'state');
  return audience;
}
