import { z } from 'zod';
import { instant, refusals } from '../../contract/route.ts';
import { doNotDisturbModes, rejectReasons } from '../../contract/values.ts';
import type { House } from '../../kit/house.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { DecoderTask } from '../../platform/decoding/decoders.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { SavedUpload } from '../../platform/http/upload-room-fs.ts';
import { unreadable } from '../../platform/lists/unreadable.ts';
import type { decode as decodeNumbers } from './do-not-disturb.ts';
import { readDoNotDisturb, storeDoNotDisturb } from './do-not-disturb-sql.ts';
import type { decode as decodeOperators } from './number-operators.ts';
import { readOperators, storeOperators } from './number-operators-sql.ts';

export type NumberListDependencies = Pick<House, 'database' | 'decoders' | 'uploads'>;

const numbersTask: DecoderTask<typeof decodeNumbers> = {
  kind: 'numbers',
  module: new URL('./do-not-disturb.ts', import.meta.url),
};
const operatorsTask: DecoderTask<typeof decodeOperators> = {
  kind: 'numbers',
  module: new URL('./number-operators.ts', import.meta.url),
};
/** A national register has some hundred millions of numbers, the ported ones of a state are some crores. */
const largestBytes = { numbers: 8 * 1024 ** 3, operators: 4 * 1024 ** 3 };

const rejects = z.object({
  rejected: z.int(),
  rejects: z
    .array(z.object({ row: z.int(), reason: z.enum(rejectReasons) }))
    .describe('The first hundred'),
});
const operators = z.object({
  operators: z.array(
    z.object({
      operator: z.string(),
      series: z.int().describe('Number series of four or five digits'),
      ported: z.int().describe('Single numbers, as ported ones are listed'),
    }),
  ),
});
const uploaded = refusals(408, 413, 429);

/** Lists that HQ gets from the operators: numbers that want no promotional messages, and operators of numbers. */
export function numberListRoutes({ database, uploads, decoders }: NumberListDependencies) {
  const { pool } = database;
  /** Lines for COPY of an upload, from a process of its own. */
  const read =
    (task: typeof numbersTask | typeof operatorsTask, { path, name }: SavedUpload, by: string) =>
    (upload: string) =>
      decoders.read(task, { upload, path, name }, by);
  return [
    serveRoute('GET /api/do-not-disturb', {
      summary: 'How many numbers want no promotional messages, and since when',
      response: {
        200: z.object({
          numbers: z.int(),
          changedAt: instant.nullable().describe('When a list was last taken; null for never'),
        }),
      },
      may: 'blast.read',
      handler: () => readDoNotDisturb(pool),
    }),
    serveRoute('POST /api/do-not-disturb', {
      summary: 'Takes the list as csv: the whole of it, or numbers to be added',
      querystring: z.object({ mode: z.enum(doNotDisturbModes).default('replace') }),
      response: { 200: rejects.extend({ numbers: z.int() }), ...uploaded },
      may: 'do-not-disturb.import',
      handler: (request) =>
        uploads.lend(request, largestBytes.numbers, async (file) => {
          const { caller, query } = request;
          const lines = read(numbersTask, file, caller.actor.id);
          const { after, rejected, rejects } = await storeDoNotDisturb(database, lines, {
            ...query,
            record: async (tx, counts) => {
              await writeAudit(tx, {
                ...caller,
                action: 'do-not-disturb.import',
                subject: 'do-not-disturb',
                before: { numbers: counts.before },
                after: { numbers: counts.after, ...query, rejected: counts.rejected },
              });
            },
          }).catch((error: unknown) => {
            throw unreadable(error, file.name);
          });
          return { numbers: after, rejected, rejects };
        }),
    }),
    serveRoute('GET /api/number-operators', {
      summary: 'Telecom operators of whom number series or ported numbers are known',
      response: { 200: operators },
      may: 'blast.read',
      handler: () => readOperators(pool),
    }),
    serveRoute('POST /api/number-operators', {
      summary: 'Takes number series and ported numbers as csv: all there are, or some to be added',
      querystring: z.object({ mode: z.enum(doNotDisturbModes).default('add') }),
      response: { 200: rejects.extend(operators.shape), ...uploaded },
      may: 'number-operators.import',
      handler: (request) =>
        uploads.lend(request, largestBytes.operators, async (file) => {
          const { caller, query } = request;
          return storeOperators(database, read(operatorsTask, file, caller.actor.id), {
            ...query,
            record: async (tx, { operators, rejected }) => {
              await writeAudit(tx, {
                ...caller,
                action: 'number-operators.import',
                subject: 'number-operators',
                after: { operators, ...query, rejected },
              });
            },
          }).catch((error: unknown) => {
            throw unreadable(error, file.name);
          });
        }),
    }),
  ];
}
