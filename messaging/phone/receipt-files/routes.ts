import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { paragraph } from '../../../campaigns/text-types.ts';
import { file as fileSchema, oneId, refusals } from '../../contract/route.ts';
import { byOfficer } from '../../kit/held-acts.ts';
import { heldAnswer } from '../../people/held-acts/held-acts-schemas.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { requireBlast } from '../blasts/blast-request.ts';
import {
  findSilentGateway,
  type ReportingGateways,
  receiptsByFile,
} from '../blasts/gateway-parts.ts';
import {
  discardReceipts,
  goOn,
  openReceipts,
  type ReceiptFiles,
  readReceiptFile,
  writeFaults,
} from './receipt-files.ts';
import {
  findReceiptFile,
  listReceiptFiles,
  nameSubject,
  receiptFile,
} from './receipt-files-sql.ts';

/** As it is answered. */
export type ReceiptFile = z.input<typeof receiptFile>;

const oneFile = z.object({ ...oneId.shape, file: z.coerce.number<number>().int().positive() });

export interface ReceiptFileDependencies extends ReceiptFiles {
  uploads: UploadRoom;
  gateways: ReportingGateways;
}

/** A million rows are some 60 MB. */
const largestBytes = 1024 ** 3;

/** Delivery reports as files, for blasts over gateways that send no receipts. */
export function receiptFileRoutes(dependencies: ReceiptFileDependencies) {
  const { pool } = dependencies.database;
  const begin = openReceipts(dependencies);
  return [
    serveRoute('GET /api/blasts/:id/receipt-files', {
      summary: 'Delivery reports that came as files, the latest first',
      params: oneId,
      response: { 200: z.object({ files: z.array(receiptFile) }), ...refusals(404) },
      may: 'blast.run',
      handler: async (request) => {
        const blast = await requireBlast(request, pool, 'blast.run');
        return { files: await listReceiptFiles(pool, blast.id) };
      },
    }),
    serveRoute('POST /api/blasts/:id/receipt-files', {
      summary:
        'Reads a delivery report (csv, also gzip, or xlsx) and says what it would change; changes nothing yet',
      params: oneId,
      response: { 201: receiptFile, ...refusals(404, 408, 409, 413, 429) },
      may: 'blast.run',
      handler: async (request) => {
        const blast = await requireBlast(request, pool, 'blast.run');
        const { gateways } = dependencies;
        if (!receiptsByFile(blast, gateways)) throw new Refusal('receipts-come');
        const gateway = findSilentGateway(blast, gateways) ?? blast.gateway;
        const stored = await dependencies.uploads.lend(request, largestBytes, ({ path, name }) =>
          readReceiptFile(
            dependencies,
            { blast: { ...blast, gateway }, path, name },
            request.caller,
          ),
        );
        return stored;
      },
    }),
    serveRoute('POST /api/blasts/:id/receipt-files/:file/apply', {
      summary:
        'Takes what was read into the ledger, for some seconds; while its state is `applying`, ask again. What moves a public figure waits for a second officer',
      params: oneFile,
      body: z.object({ reason: paragraph({ max: 500 }).default('') }),
      response: { 200: receiptFile, 202: heldAnswer, ...refusals(404, 409) },
      may: 'blast.run',
      handler: async (request, reply) => {
        const { blast, file } = await requireFile(dependencies, request);
        if (file.state === 'read') {
          const outcome = await begin({
            ...byOfficer(request.caller),
            input: { blast: blast.id, file: file.id },
            subject: nameSubject(file.id),
            district: blast.district ?? undefined,
            reason: request.body.reason,
          });
          if (outcome.kind === 'held') return reply.code(202).send({ held: outcome.held });
        }
        return goOn(dependencies, { blast, file }, request.caller);
      },
    }),
    serveRoute('POST /api/blasts/:id/receipt-files/:file/discard', {
      summary: 'Puts away what was read and not applied',
      params: oneFile,
      body: z.object({}).default({}),
      response: { 200: receiptFile, ...refusals(404, 409) },
      may: 'blast.run',
      handler: async (request) =>
        discardReceipts(dependencies, await requireFile(dependencies, request), request.caller),
    }),
    serveRoute('GET /api/blasts/:id/receipt-files/:file/faults.csv', {
      summary: 'Rows that were not taken and rows that are not of this blast, numbers masked',
      params: oneFile,
      response: {
        200: fileSchema('text/csv', 'File, row, field, what was expected and found, reason'),
        ...refusals(404),
      },
      may: 'blast.run',
      handler: async (request, reply) => {
        const { file } = await requireFile(dependencies, request);
        const lines = Readable.from(writeFaults(dependencies, file));
        return sendDownload(reply, `receipt-faults-${file.id}.csv`, lines);
      },
    }),
  ];
}

async function requireFile({ database: { pool } }: ReceiptFiles, request: FastifyRequest) {
  const blast = await requireBlast(request, pool, 'blast.run');
  const { file: id } = request.params as { file: number };
  const file = await findReceiptFile(pool, { id, blastId: blast.id });
  if (file === null) throw new Refusal('no-such-receipt-file');
  return { blast, file };
}
