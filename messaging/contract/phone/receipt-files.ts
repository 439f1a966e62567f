import { z } from 'zod';
import { receiptFaults } from '../../../campaigns/words/receipt-fault-words.ts';
import { file, forOfficers, instant, oneId, refusals, route } from '../route.ts';
import { receiptFileStates, recipientStatuses } from '../values.ts';

const receiptFile = z.object({
  id: z.int(),
  fileName: z.string(),
  uploadedBy: z.string().describe('Name of the officer'),
  uploadedAt: instant,
  state: z.enum(receiptFileStates),
  rowsRead: z.int().describe('Rows below the titles, empty ones left out'),
  faulty: z.int().describe('Rows that were not taken'),
  notOurs: z.int().describe('Rows of other blasts or of strangers'),
  recipients: z.int().describe('Recipients of this blast of which it tells'),
  changes: z
    .int()
    .describe('Recipients whose status it changes, as the ledger was when it was read'),
  outcomes: z
    .array(
      z.object({
        status: z.enum(recipientStatuses),
        code: z.string().nullable(),
        recipients: z.int(),
      }),
    )
    .describe('What the changes come to'),
  faults: z
    .array(z.object({ row: z.int(), fault: z.enum(receiptFaults), found: z.string() }))
    .describe('The first of the faulty rows, numbers masked'),
  changed: z.int().describe('Recipients whose status it has changed'),
  appliedBy: z.string().nullable(),
  appliedAt: instant.nullable(),
});
export type ReceiptFile = z.input<typeof receiptFile>;

const oneFile = z.object({ ...oneId.shape, file: z.coerce.number<number>().int().positive() });
const decided = { 200: receiptFile, ...forOfficers, ...refusals(404, 409) };

/** Delivery reports as files, for blasts over gateways that send no receipts. */
export const receiptFileRoutes = {
  list: route({
    method: 'GET',
    url: '/api/blasts/:id/receipt-files',
    schema: {
      summary: 'Delivery reports that came as files, the latest first',
      params: oneId,
      response: {
        200: z.object({ files: z.array(receiptFile) }),
        ...forOfficers,
        ...refusals(404),
      },
    },
  }),
  read: route({
    method: 'POST',
    url: '/api/blasts/:id/receipt-files',
    schema: {
      summary:
        'Reads a delivery report (csv, also gzip, or xlsx) and says what it would change; changes nothing yet',
      params: oneId,
      response: { 201: receiptFile, ...forOfficers, ...refusals(404, 408, 409, 413, 429) },
    },
  }),
  apply: route({
    method: 'POST',
    url: '/api/blasts/:id/receipt-files/:file/apply',
    schema: {
      summary:
        'Takes what was read into the ledger, for some seconds; while its state is `applying`, ask again',
      params: oneFile,
      body: z.object({}).default({}),
      response: decided,
    },
  }),
  discard: route({
    method: 'POST',
    url: '/api/blasts/:id/receipt-files/:file/discard',
    schema: {
      summary: 'Puts away what was read and not applied',
      params: oneFile,
      body: z.object({}).default({}),
      response: decided,
    },
  }),
  faults: route({
    method: 'GET',
    url: '/api/blasts/:id/receipt-files/:file/faults.csv',
    schema: {
      summary: 'Rows that were not taken and rows that are not of this blast, numbers masked',
      params: oneFile,
      response: {
        200: file('text/csv', 'File, row, field, what was expected and found, reason'),
        ...forOfficers,
        ...refusals(404),
      },
    },
  }),
};
