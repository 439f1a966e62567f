import { z } from 'zod';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { type CodeSupply, isLow } from '../../../campaigns/links/code-shares.ts';
import { line } from '../../../campaigns/text-types.ts';
import { refusals } from '../../contract/route.ts';
import { writeAudit } from '../../platform/database/audit-log-sql.ts';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { holding, ownShares, place, readCodeShares } from './code-shares.ts';
import { putShare } from './code-shares-sql.ts';
import { lockShortCodes } from './short-codes-sql.ts';

export interface CodeShareDependencies {
  database: Pick<Database, 'pool'>;
  directory: Pick<Directory, 'districts'>;
  codes: CodeSupply;
}

/** How far each office is with its short codes, and HQ's word on its share. */
export function codeShareRoutes({ database: { pool }, directory, codes }: CodeShareDependencies) {
  return [
    serveRoute('GET /api/code-shares', {
      summary: 'Short codes of the own office, or of all offices, by what they are for',
      response: { 200: z.array(holding) },
      may: 'code-share.read',
      handler: async ({ actor }) => {
        const { districts } = directory;
        return ownShares(await readCodeShares(pool, codes, districts), actor, districts);
      },
    }),
    serveRoute('POST /api/code-shares', {
      summary: 'Sets the share of an office; what others may use stays theirs',
      body: z.object({
        ...place,
        share: z.int().positive().max(1_000_000),
        reason: line({ min: 1, max: 200 }),
      }),
      response: { 200: holding, ...refusals(409) },
      may: 'code-share.set',
      handler: async ({ actor, body, id: requestId }) => {
        const { office, use, share, reason } = body;
        return inTransaction(pool, async (tx) => {
          await lockShortCodes(tx);
          const all = await readCodeShares(tx, codes, directory.districts);
          const before = all.find((each) => each.office === office && each.use === use);
          if (before === undefined) throw new Refusal('no-such-area');
          const { least, most } = before;
          if (share < least || share > most) {
            throw new Refusal('code-share-limit', { least, most });
          }
          await putShare(tx, { office, use }, share);
          await writeAudit(tx, {
            actor,
            requestId,
            district: office ?? undefined,
            action: 'code-share.set',
            subject: `code-share/${office ?? 'state'}/${use}`,
            before: { share: before.share },
            after: { share, reason },
          });
          return { ...before, share, low: isLow({ used: before.used, share }) };
        });
      },
    }),
  ];
}
