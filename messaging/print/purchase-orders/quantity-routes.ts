import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { navy, white } from '../../../campaigns/house-colours.ts';
import {
  quantitySheet,
  readQuantities,
  type UsualQuantities,
} from '../../../campaigns/print/purchase-orders/quantity-sheet.ts';
import { sheetCsv } from '../../../campaigns/tables/csv-writer.ts';
import { quantityWords } from '../../../campaigns/words/quantity-words.ts';
import { file as fileSchema, refusals } from '../../contract/route.ts';
import { sheetFormats } from '../../contract/values.ts';
import type { House } from '../../kit/house.ts';
import type { DecoderTask } from '../../platform/decoding/decoders.ts';
import { xlsxFile } from '../../platform/documents/xlsx-file.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { hasPhoneNumber } from '../../platform/http/free-text.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { unreadable } from '../../platform/lists/unreadable.ts';
import { maskPhoneNumbers } from '../../platform/process/phone-mask.ts';
import { listPressFiles } from '../print-approvals/print-approvals.ts';
import type { Kit } from '../print-files/kit-fs.ts';
import { stationNames } from './order-view.ts';
import { district as districtSchema, quantities } from './purchase-orders-schemas.ts';
import type { decode } from './quantity-decoder.ts';

export interface QuantityDependencies
  extends Pick<House, 'clock' | 'decoders' | 'directory' | 'uploads'> {
  kit: Kit;
  usual: UsualQuantities;
}
const quantityTask: DecoderTask<typeof decode> = {
  kind: 'table',
  module: new URL('./quantity-decoder.ts', import.meta.url),
};
const largestSheetBytes = 1_000_000;
const head = { bold: true, ink: white, ground: navy };

/** The sheet of a district's stations to be filled in for an order, and the reading of a filled-in one. Nothing is kept of it. */
export function quantityRoutes(dependencies: QuantityDependencies) {
  return [
    serveRoute('GET /api/order-quantities', {
      summary: 'A sheet of the own stations and what is made for them, with the usual quantities',
      querystring: z.object({
        district: districtSchema,
        format: z.enum(sheetFormats).default('xlsx'),
      }),
      response: { 200: fileSchema('application/octet-stream', 'The sheet') },
      may: 'order.place',
      handler: async (request, reply) => {
        request.require('order.place', request.query.district);
        const { name, content } = writeSheet(dependencies, request.query);
        return sendDownload(reply, name, content);
      },
    }),
    serveRoute('POST /api/order-quantities', {
      summary: 'Checks a filled-in csv or xlsx sheet (multipart); its rows are lines of an order',
      querystring: z.object({ district: districtSchema }),
      response: { 200: quantities, ...refusals(408, 413, 422, 429, 503) },
      may: 'order.place',
      handler: async (request) => {
        const { district } = request.query;
        request.require('order.place', district);
        const rows = await readUpload(dependencies, request);
        const files = listOrderable(dependencies, district);
        const { rows: read, faults } = readQuantities(rows, files, hasPhoneNumber);
        const masked = faults.map((fault) => ({
          ...fault,
          found: fault.found && maskPhoneNumbers(fault.found),
        }));
        return { rows: read, faults: masked };
      },
    }),
  ];
}

function listOrderable({ directory, kit }: QuantityDependencies, district: string) {
  const names = stationNames(directory, district);
  return listPressFiles(kit, district).map((file) => ({ ...file, ...names(file.station) }));
}

function writeSheet(
  dependencies: QuantityDependencies,
  { district, format }: { district: string; format: 'csv' | 'xlsx' },
) {
  const rows = quantitySheet(listOrderable(dependencies, district), dependencies.usual);
  const name = `${district}-quantities.${format}` as const;
  if (format === 'csv') return { name, content: sheetCsv(rows) };
  const sheet = {
    name: quantityWords.sheet,
    columnWidths: [26, 26, 34, 12, 40],
    frozenRows: 1,
    headRow: 1,
    rows: rows.map((cells, at) =>
      cells.map((value) => ({ value, ...(at === 0 ? { style: head } : {}) })),
    ),
  };
  const { title } = quantityWords;
  return { name, content: xlsxFile([sheet], { title, createdAt: dependencies.clock.now() }) };
}

function readUpload({ uploads, decoders }: QuantityDependencies, request: FastifyRequest) {
  return uploads.lend(request, largestSheetBytes, ({ path, name }) =>
    decoders.readWhole(quantityTask, { path, name }, request.actor.id).catch((error: unknown) => {
      throw unreadable(error, name);
    }),
  );
}
