import type { Effect } from '../../../campaigns/held-acts/effect.ts';
import { sentEffects } from '../../../campaigns/words/effect-words.ts';
import { receiptFaultWords } from '../../../campaigns/words/receipt-fault-words.ts';
import { auditedBy, type DoOrHold, describeMaker } from '../../kit/held-acts.ts';
import type { House } from '../../kit/house.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import type { DecoderTask } from '../../platform/decoding/decoders.ts';
import { writeFaultSheet } from '../../platform/lists/fault-sheet.ts';
import { unreadable } from '../../platform/lists/unreadable.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Blast } from '../blasts/blast.ts';
import { auditBlast } from '../blasts/blast-request.ts';
import { findBlast } from '../blasts/blasts-sql.ts';
import { listSentMoves } from '../blasts/sent-moves.ts';
import {
  type Applied,
  applyReceiptFile,
  beginReceiptFile,
  countMoves,
  findWhole,
} from './apply-sql.ts';
import {
  discardReceiptFile,
  findReceiptFile,
  nameSubject,
  type ReceiptFile,
  receiptKind,
  storeReceiptFile,
  walkFaults,
} from './receipt-files-sql.ts';
import type { decode } from './receipt-rows.ts';

export type ReceiptFiles = Pick<House, 'database' | 'decoders' | 'heldActs'>;

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

/** A file that an officer wants applied. */
interface WantedFile {
  blast: number;
  file: number;
}
export type BeginReceipts = DoOrHold<WantedFile, void>;

/** The door of delivery reports as files: what moves a public figure by one officer's file is held. */
export function openReceipts(parts: ReceiptFiles): BeginReceipts {
  const { heldActs, database } = parts;
  return heldActs.open<WantedFile, void>({
    kind: receiptKind,
    title: ['प्रसारण की डिलीवरी रिपोर्ट', 'Delivery report of a blast'],
    may: 'blast.run',
    judge: judgeReceipts,
    async apply(tx, wanted, by) {
      const found = await mustFind(tx, wanted);
      await beginReceiptFile(tx, wanted.file, {
        by: typeof by.maker === 'object' ? by.maker.id : by.maker,
        acceptedBy: by.checker?.id ?? null,
        record: recordApplied(found, auditedBy(by), describeMaker(by)),
      });
    },
    async accepted(wanted, caller) {
      await goOn(parts, await mustFind(database.pool, wanted), caller);
    },
    async ended(tx, { file }) {
      await discardReceiptFile(tx, file);
    },
  });
}

/** Nothing is held where no more messages count as sent or arrived by it. */
async function judgeReceipts(tx: Queryable, wanted: WantedFile): Promise<Effect> {
  const state = await findWhole(tx, wanted.file);
  if (state === 'put-away') throw new Refusal('receipt-file-put-away');
  if (state === 'rows-gone') throw new Refusal('receipt-file-gone');
  const { sent, delivered } = await countMoves(tx, wanted.file);
  if (sent + delivered === 0) return { changes: [], findings: [] };
  const { blast, file } = await mustFind(tx, wanted);
  const { report, changes, moves } = sentEffects;
  return {
    changes: [
      { what: report, before: null, after: `${blast.name} · ${file.fileName}` },
      { what: changes, before: 0, after: file.changes },
      ...(await listSentMoves(tx, blast, { sent, delivered })),
    ],
    findings: [{ code: 'receipts', ...moves }],
  };
}

async function mustFind(database: Queryable, wanted: WantedFile): Promise<FileOfBlast> {
  const blast = await findBlast(database, wanted.blast);
  const file = await findReceiptFile(database, { id: wanted.file, blastId: wanted.blast });
  if (blast === null || file === null) throw new Refusal('no-such-receipt-file');
  return { blast, file };
}

function recordApplied(
  { blast, file }: FileOfBlast,
  by: ReturnType<typeof auditedBy>,
  two: object = {},
) {
  return (tx: Queryable, { begun, changed }: Applied) =>
    auditBlast(
      tx,
      {
        verb: begun ? 'receipts-begin' : 'receipts-apply',
        blast,
        after: { ...toAudit(file), changed, ...two },
      },
      by,
    );
}

/** Takes the next part of a begun file into the ledger. */
export async function goOn(
  { database: { pool } }: Pick<ReceiptFiles, 'database'>,
  { blast, file }: FileOfBlast,
  caller: Caller,
): Promise<ReceiptFile> {
  const record = recordApplied({ blast, file }, caller);
  if (!(await applyReceiptFile(pool, file.id, { limitMs: turnMs, record })))
    throw new Refusal('receipt-file-put-away');
  return (await findReceiptFile(pool, { id: file.id, blastId: blast.id })) ?? file;
}

export async function discardReceipts(
  { database: { pool }, heldActs }: ReceiptFiles,
  { blast, file }: FileOfBlast,
  caller: Caller,
): Promise<ReceiptFile> {
  await inTransaction(pool, async (tx) => {
    const subject = nameSubject(file.id);
    await heldActs.end(tx, { kind: receiptKind, subject, by: caller.actor.name });
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
