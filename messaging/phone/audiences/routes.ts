import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { retention } from '../../../campaigns/privacy/retention.ts';
import { sheetLine, sheetMark } from '../../../campaigns/tables/csv-writer.ts';
import { addDays } from '../../../campaigns/tracker/clock.ts';
import { rejectWords } from '../../../campaigns/words/reject-words.ts';
import { audienceRoutes } from '../../contract/phone/audiences.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders } from '../../platform/decoding/decoders.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { formLimits } from '../../platform/http/upload.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { unreadable } from '../../platform/lists/unreadable.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import {
  type Audience,
  findAudience,
  listAudiences,
  readSegments,
  walkRejects,
} from './audiences-sql.ts';
import { takeUpload } from './upload.ts';

export interface AudienceDependencies {
  database: Database;
  districts: readonly District[];
  /** In which they lie. */
  state: Bilingual;
  uploads: UploadRoom;
  decoders: Decoders;
  today: () => string;
}

const largestBytes = 4 * 1024 ** 3;

/** Lists of numbers: uploads of any size, their particulars, segments and rejected rows. */
export async function registerAudiences(
  app: FastifyInstance,
  dependencies: AudienceDependencies,
): Promise<void> {
  const { database, uploads, decoders } = dependencies;
  const { pool } = database;
  const names = dependencies.districts.map(({ id, nameHi, nameEn, formerNames }) => ({
    ...{ id, nameHi, nameEn },
    ...(formerNames === undefined ? {} : { formerNames }),
  }));
  const read = { access: rolesFor('blast.read') };

  await app.register(async (forms) => {
    await forms.register(multipart, { limits: formLimits });
    const routes = forms.withTypeProvider<ZodTypeProvider>();

    routes.route({
      ...audienceRoutes.list,
      config: read,
      handler: async (request) => listAudiences(pool, request.actor.district ?? null),
    });

    routes.route({
      ...audienceRoutes.upload,
      config: { access: rolesFor('blast.draft') },
      handler: async (request, reply) => {
        const { name, consentBasis, source, retainUntil, language, excluding } = request.query;
        const today = dependencies.today();
        if (retainUntil < today || retainUntil > addDays(today, retention.longestListDays)) {
          throw new Refusal('retention');
        }
        const district = request.actor.district ?? null;
        const details = { name, consentBasis, source, retainUntil, district, excluding };
        const audience = await uploads.lend(request, largestBytes, (file) =>
          takeUpload(
            { pools: database, decoders },
            {
              path: file.path,
              name: file.name,
              classify: { districts: names, defaultDistrict: district, defaultLanguage: language },
            },
            {
              details: { ...details, fileName: file.name, createdBy: request.actor.id },
              record: async (tx, { id, ...counts }) => {
                await writeAudit(tx, {
                  actor: request.actor,
                  action: 'audience.upload',
                  subject: `audience/${id}`,
                  district: district ?? undefined,
                  after: { name, consentBasis, source, retainUntil, excluding, ...counts },
                  requestId: request.id,
                });
              },
            },
          ).catch((error: unknown) => {
            throw unreadable(error, file.name);
          }),
        );
        return reply.code(201).send(audience);
      },
    });

    routes.route({
      ...audienceRoutes.read,
      config: read,
      handler: async (request) => {
        const audience = await find(request);
        return { audience, segments: await readSegments(pool, audience.id) };
      },
    });

    routes.route({
      ...audienceRoutes.rejects,
      config: { access: rolesFor('blast.draft') },
      handler: async (request, reply) => {
        const audience = await find(request);
        const lines = Readable.from(rejectLines(audience));
        return sendDownload(reply, `rejects-${audience.id}.csv`, lines);
      },
    });
  });

  async function find(request: FastifyRequest): Promise<Audience> {
    const audience = await findAudience(pool, (request.params as { id: number }).id);
    if (audience === null) throw new Refusal('no-such-list');
    request.require('blast.read', audience.district ?? 'state');
    return audience;
  }

  async function* rejectLines({ id, fileName }: Audience): AsyncGenerator<string> {
    yield sheetMark + sheetLine(['file', 'row', 'field', 'expected', 'found', 'reason']);
    for await (const page of walkRejects(pool, id)) {
      yield page
        .map(({ row, reason, value }) => {
          const { field, expected } = rejectWords(reason, dependencies.state);
          const both = [`${field.hi} / ${field.en}`, `${expected.hi} / ${expected.en}`];
          return sheetLine([fileName, row, ...both, value, reason]);
        })
        .join('');
    }
  }
}
