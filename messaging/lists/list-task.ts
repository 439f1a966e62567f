import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { TableError, type TableFault } from '../../campaigns/tables/table-error.ts';

/** What a thread that reads a list tells; after a batch it waits until it is asked for more. */
export type ListNews =
  | { kind: 'batch'; batch: unknown }
  | { kind: 'done'; result: unknown }
  | { kind: 'unreadable'; hi: string; en: string; fault: TableFault | undefined }
  | { kind: 'failed'; error: Error };

/**
 * Runs in a thread of `readInThread`: reads a list piece by piece, never further ahead than it was asked for.
 * @param read makes batches of what it was given, and a result in the end
 */
export function answerWithList<Given>(read: (given: Given) => AsyncGenerator<unknown>): void {
  if (parentPort === null) throw new Error('Expected a thread, got the process itself');
  void tell(parentPort, read(workerData as Given));
}

async function tell(port: MessagePort, batches: AsyncGenerator<unknown>): Promise<void> {
  let asked: () => void = () => {};
  let wanted = 0;
  port.on('message', () => {
    wanted += 1;
    asked();
  });
  try {
    for (;;) {
      while (wanted === 0) {
        await new Promise<void>((resolve) => {
          asked = resolve;
        });
      }
      wanted -= 1;
      const { done, value } = await batches.next();
      post(port, done === true ? { kind: 'done', result: value } : { kind: 'batch', batch: value });
      if (done === true) break;
    }
  } catch (error) {
    if (error instanceof TableError) {
      const { hi, en, fault } = error;
      post(port, { kind: 'unreadable', hi, en, fault });
    } else post(port, { kind: 'failed', error: error as Error });
  }
  port.close();
}

function post(port: MessagePort, news: ListNews): void {
  const { batch } = news as { batch?: unknown };
  // A small Buffer is a part of one that Node shares among them.
  const isOwn = batch instanceof Uint8Array && batch.length === batch.buffer.byteLength;
  port.postMessage(news, isOwn ? [batch.buffer as ArrayBuffer] : []);
}
