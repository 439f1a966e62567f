import { receiptFaultWords } from '../../../campaigns/words/receipt-fault-words.ts';
import type { House } from '../../kit/house.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { DecoderTask } from '../../platform/decoding/decoders.ts';
import { writeFaultSheet } from '../../platform/lists/fault-sheet.ts';
import { unreadable } from '../../platform/lists/unreadable.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Blast } from '../blasts/blast.ts';
import { auditBlast } from '../blasts/blast-request.ts';
import { applyReceiptFile } from './apply-sql.ts';
import {
  discardReceiptFile,
  findReceiptFile,
  type ReceiptFile,
  storeReceiptFile,
  walkFaults,
} from './receipt-files-sql.ts';
import type { decode } from './receipt-rows.ts';

export type ReceiptFiles = Pick<House, 'database' | 'decoders'>;

interface FileOfBlast {
  blast: Blast;
  file: ReceiptFile;
}

/** Time of one request: a proxy gives up on one that says nothing for long, and the officer sees how far it is. */
const turnMs = 5000;
const receiptTask: DecoderTask<typeof decode> = {
  kind: 'numbers',
  module: new URL('./receipt-rows.ts', import.meta.url),
};

/** Reads an uploaded delivery report and says what it would change. */
export async function readReceiptFile(
  { database, decoders }: ReceiptFiles,
  { blast, path, name }: { blast: Blast; path: string; name: string },
  caller: Caller,
): Promise<ReceiptFile> {
  const by = caller.actor.id;
  return storeReceiptFile(
    database,
    { blast, fileName: name, by },
    {
      readLines: (fileId) =>
        decoders.read(receiptTask, { fileId, path, name, nowMs: Date.now() }, by),
      record: (tx, file) =>
        auditBlast(tx, { verb: 'receipts-read', blast, after: toAudit(file) }, caller),
    },
  ).catch((error: unknown) => {
    throw unreadable(error, name);
  });
}

/** Takes the next part of a file into the ledger. */
export async function applyReceipts(
  { database: { pool } }: ReceiptFiles,
  { blast, file }: FileOfBlast,
  caller: Caller,
): Promise<ReceiptFile> {
  const result = await applyReceiptFile(pool, file.id, {
    by: caller.actor.id,
    limitMs: turnMs,
    record: (tx, { begun, changed }) =>
      auditBlast(
        tx,
        {
          verb: begun ? 'receipts-begin' : 'receipts-apply',
          blast,
          after: { ...toAudit(file), changed },
        },
        caller,
      ),
  });
  if (result === 'put-away') throw new Refusal('receipt-file-put-away');
  if (result === 'rows-gone') throw new Refusal('receipt-file-gone');
  return (await findReceiptFile(pool, { id: file.id, blastId: blast.id })) ?? file;
}

export async function discardReceipts(
  { database: { pool } }: ReceiptFiles,
  { blast, file }: FileOfBlast,
  caller: Caller,
): Promise<ReceiptFile> {
  await inTransaction(pool, async (tx) => {
    if (!(await discardReceiptFile(tx, file.id))) throw new Refusal('receipt-file-put-away');
    await auditBlast(tx, { verb: 'receipts-discard', blast, after: toAudit(file) }, caller);
  });
  return (await findReceiptFile(pool, { id: file.id, blastId: blast.id })) ?? file;
}

/** As the audit log keeps it. */
function toAudit(file: ReceiptFile): Record<string, unknown> {
  const { id, fileName, rowsRead, faulty, notOurs, recipients, changes } = file;
  return { file: id, fileName, rowsRead, faulty, notOurs, recipients, changes };
}

/** A sheet of the rows that were not taken. */
export function writeFaults(
  { database }: ReceiptFiles,
  { id, fileName }: ReceiptFile,
): AsyncGenerator<string> {
  async function* describeFaults() {
    for await (const page of walkFaults(database.pool, id)) {
      yield page.map(({ row, fault, found }) => ({
        row,
        ...receiptFaultWords[fault],
        found,
        reason: fault,
      }));
    }
  }
  return writeFaultSheet(fileName, describeFaults());
}
