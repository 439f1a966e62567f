import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { sheetLine, sheetMark } from '../../../campaigns/tables/csv-writer.ts';
import { receiptFaultWords } from '../../../campaigns/words/receipt-fault-words.ts';
import { receiptFileRoutes } from '../../contract/phone/receipt-files.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { formLimits } from '../../platform/http/upload.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { unreadable } from '../../platform/lists/unreadable.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Blast } from '../blasts/blast.ts';
import { auditBlast, requireBlast } from '../blasts/blast-request.ts';
import { type ReportingGateways, receiptsByFile } from '../blasts/receipts-by-file.ts';
import { type ApplyResult, applyReceiptFile } from './apply-sql.ts';
import type { decode } from './receipt-decoder.ts';
import {
  discardReceiptFile,
  findReceiptFile,
  listReceiptFiles,
  type ReceiptFile,
  storeReceiptFile,
  walkFaults,
} from './receipt-files-sql.ts';

export interface ReceiptFileDependencies {
  database: Database;
  uploads: UploadRoom;
  decoders: Decoders;
  gateways: ReportingGateways;
}

/** A million rows are some 60 MB. */
const largestBytes = 1024 ** 3;
/** Of one request: a proxy gives up on one that says nothing for long, and the officer sees how far it is. */
const turnMs = 5000;
const receiptTask: DecoderTask<typeof decode> = {
  kind: 'numbers',
  module: new URL('./receipt-decoder.ts', import.meta.url),
};
const refusalOf = {
  'put-away': 'receipt-file-put-away',
  'rows-gone': 'receipt-file-gone',
} as const;

/** Reads a delivery report, says what it would change, and takes it into the ledger. */
export async function registerReceiptFiles(
  app: FastifyInstance,
  { database, uploads, decoders, gateways }: ReceiptFileDependencies,
): Promise<void> {
  const { pool } = database;
  const run = { access: rolesFor('blast.run') };

  await app.register(async (forms) => {
    await forms.register(multipart, { limits: formLimits });
    const routes = forms.withTypeProvider<ZodTypeProvider>();

    routes.route({
      ...receiptFileRoutes.list,
      config: run,
      handler: async (request) => {
        const blast = await requireBlast(request, pool, 'blast.run');
        return { files: await listReceiptFiles(pool, blast.id) };
      },
    });

    routes.route({
      ...receiptFileRoutes.read,
      config: run,
      handler: async (request, reply) => {
        const blast = await requireBlast(request, pool, 'blast.run');
        if (!receiptsByFile(blast, gateways)) throw new Refusal('receipts-come');
        const stored = await uploads.lend(request, largestBytes, ({ path, name }) => {
          const linesOf = (fileId: number) => {
            const given = { fileId, path, name, nowMs: Date.now() };
            return decoders.read(receiptTask, given, request.actor.id);
          };
          return storeReceiptFile(
            database,
            { blast, fileName: name, by: request.actor.id },
            {
              linesOf,
              record: (tx, file) =>
                auditBlast(tx, request, { verb: 'receipts-read', blast, after: countsOf(file) }),
            },
          ).catch((error: unknown) => {
            throw unreadable(error, name);
          });
        });
        return reply.code(201).send(stored);
      },
    });

    routes.route({
      ...receiptFileRoutes.apply,
      config: run,
      handler: async (request) => {
        const { blast, file } = await fileOf(request);
        const result: ApplyResult = await applyReceiptFile(pool, file.id, {
          by: request.actor.id,
          limitMs: turnMs,
          record: (tx, { begun, changed }) =>
            auditBlast(tx, request, {
              verb: begun ? 'receipts-begin' : 'receipts-apply',
              blast,
              after: { ...countsOf(file), changed },
            }),
        });
        if (result === 'put-away' || result === 'rows-gone') {
          throw new Refusal(refusalOf[result]);
        }
        return (await findReceiptFile(pool, { id: file.id, blastId: blast.id })) ?? file;
      },
    });

    routes.route({
      ...receiptFileRoutes.discard,
      config: run,
      handler: async (request) => {
        const { blast, file } = await fileOf(request);
        await inTransaction(pool, async (tx) => {
          if (!(await discardReceiptFile(tx, file.id))) throw new Refusal('receipt-file-put-away');
          const after = countsOf(file);
          await auditBlast(tx, request, { verb: 'receipts-discard', blast, after });
        });
        return (await findReceiptFile(pool, { id: file.id, blastId: blast.id })) ?? file;
      },
    });

    routes.route({
      ...receiptFileRoutes.faults,
      config: run,
      handler: async (request, reply) => {
        const { file } = await fileOf(request);
        const lines = Readable.from(faultLines(file));
        return sendDownload(reply, `receipt-faults-${file.id}.csv`, lines);
      },
    });
  });

  async function fileOf(request: FastifyRequest): Promise<{ blast: Blast; file: ReceiptFile }> {
    const blast = await requireBlast(request, pool, 'blast.run');
    const { file: id } = request.params as { file: number };
    const file = await findReceiptFile(pool, { id, blastId: blast.id });
    if (file === null) throw new Refusal('no-such-receipt-file');
    return { blast, file };
  }

  async function* faultLines({ id, fileName }: ReceiptFile): AsyncGenerator<string> {
    yield sheetMark + sheetLine(['file', 'row', 'field', 'expected', 'found', 'reason']);
    for await (const page of walkFaults(pool, id)) {
      yield page
        .map(({ row, fault, found }) => {
          const { field, expected } = receiptFaultWords[fault];
          const both = [`${field.hi} / ${field.en}`, `${expected.hi} / ${expected.en}`];
          return sheetLine([fileName, row, ...both, found, fault]);
        })
        .join('');
    }
  }
}

/** As the audit log keeps it. */
function countsOf({
  id,
  fileName,
  rowsRead,
  faulty,
  notOurs,
  recipients,
  changes,
}: ReceiptFile): Record<string, unknown> {
  return { file: id, fileName, rowsRead, faulty, notOurs, recipients, changes };
}
