import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { receiptFileRoutes } from '../../contract/phone/receipt-files.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { formLimits } from '../../platform/http/upload.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { requireBlast } from '../blasts/blast-request.ts';
import {
  findSilentGateway,
  type ReportingGateways,
  receiptsByFile,
} from '../blasts/receipts-by-file.ts';
import {
  applyReceipts,
  discardReceipts,
  type ReceiptFiles,
  readReceiptFile,
  writeFaults,
} from './receipt-files.ts';
import { findReceiptFile, listReceiptFiles } from './receipt-files-sql.ts';

export interface ReceiptFileDependencies extends ReceiptFiles {
  uploads: UploadRoom;
  gateways: ReportingGateways;
}

/** A million rows are some 60 MB. */
const largestBytes = 1024 ** 3;

/** Reads a delivery report, says what it would change, and takes it into the ledger. */
export async function registerReceiptFiles(
  app: FastifyInstance,
  dependencies: ReceiptFileDependencies,
): Promise<void> {
  await app.register(async (forms) => {
    await forms.register(multipart, { limits: formLimits });
    registerRoutes(forms, dependencies);
  });
}

function registerRoutes(app: FastifyInstance, dependencies: ReceiptFileDependencies): void {
  const { pool } = dependencies.database;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('blast.run') };

  routes.route({
    ...receiptFileRoutes.list,
    config,
    handler: async (request) => {
      const blast = await requireBlast(request, pool, 'blast.run');
      return { files: await listReceiptFiles(pool, blast.id) };
    },
  });
  routes.route({
    ...receiptFileRoutes.read,
    config,
    handler: async (request, reply) => {
      const blast = await requireBlast(request, pool, 'blast.run');
      const { gateways } = dependencies;
      if (!receiptsByFile(blast, gateways)) throw new Refusal('receipts-come');
      const gateway = findSilentGateway(blast, gateways) ?? blast.gateway;
      const stored = await dependencies.uploads.lend(request, largestBytes, ({ path, name }) =>
        readReceiptFile(dependencies, { blast: { ...blast, gateway }, path, name }, request.caller),
      );
      return reply.code(201).send(stored);
    },
  });
  routes.route({
    ...receiptFileRoutes.apply,
    config,
    handler: async (request) =>
      applyReceipts(dependencies, await requireFile(dependencies, request), request.caller),
  });
  routes.route({
    ...receiptFileRoutes.discard,
    config,
    handler: async (request) =>
      discardReceipts(dependencies, await requireFile(dependencies, request), request.caller),
  });
  routes.route({
    ...receiptFileRoutes.faults,
    config,
    handler: async (request, reply) => {
      const { file } = await requireFile(dependencies, request);
      const lines = Readable.from(writeFaults(dependencies, file));
      return sendDownload(reply, `receipt-faults-${file.id}.csv`, lines);
    },
  });
}

async function requireFile({ database: { pool } }: ReceiptFiles, request: FastifyRequest) {
  const blast = await requireBlast(request, pool, 'blast.run');
  const { file: id } = request.params as { file: number };
  const file = await findReceiptFile(pool, { id, blastId: blast.id });
  if (file === null) throw new Refusal('no-such-receipt-file');
  return { blast, file };
}
