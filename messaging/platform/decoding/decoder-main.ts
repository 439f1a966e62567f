// A process that reads files from outside, one task after another; `decoder-process.ts` starts it under its limits.
import { TableError, type TableFault } from '../../../campaigns/tables/table-error.ts';
import { isExhausted, limitWasm } from './exhausted.ts';

/** The module of a task, its function and what that is given; then a word for each further batch. */
export type ToDecoder = { module: string; run: string; input: object } | 'more';

export type FromDecoder =
  | { kind: 'ready' }
  | { kind: 'batch'; batch: unknown }
  | { kind: 'done'; result: unknown; residentMb: number }
  | { kind: 'unreadable'; hi: string; en: string; fault: TableFault | undefined }
  | { kind: 'exhausted' }
  | { kind: 'failed'; message: string; stack: string | undefined };

export type Decode = (input: never) => AsyncGenerator<unknown> | Promise<unknown>;

let batches: AsyncGenerator<unknown> | undefined;

limitWasm();
process.on('message', (message: ToDecoder) => void work(message).then(tell));
// What went wrong behind an answer is nobody's any more: no other file is read by this process.
process.on('uncaughtException', (error) => process.send?.(toAnswer(error), () => process.exit(1)));
process.on('disconnect', () => process.exit());
tell({ kind: 'ready' });

async function work(message: ToDecoder): Promise<FromDecoder> {
  try {
    if (message !== 'more') batches = await begin(message);
    const next = await batches?.next();
    if (next?.done === false) return { kind: 'batch', batch: next.value };
    const residentMb = process.memoryUsage.rss() / 1024 ** 2;
    return { kind: 'done', result: next?.value, residentMb };
  } catch (error) {
    return toAnswer(error);
  }
}

async function begin({ module, run, input }: Exclude<ToDecoder, 'more'>) {
  const task = (await import(module)) as Record<string, (input: object) => ReturnType<Decode>>;
  const made = task[run]?.(input);
  if (made === undefined) throw new Error(`Expected ${module} to export ${run}`);
  return 'next' in made ? made : single(made);
}

// biome-ignore lint/correctness/useYield: the one result is what it returns
async function* single(result: Promise<unknown> | Uint8Array): AsyncGenerator<never, unknown> {
  return await result;
}

function toAnswer(error: unknown): FromDecoder {
  if (error instanceof TableError) {
    const { hi, en, fault } = error;
    return { kind: 'unreadable', hi, en, fault };
  }
  if (isExhausted(error)) return { kind: 'exhausted' };
  const { message, stack } = error as Error;
  return { kind: 'failed', message, stack };
}

function tell(answer: FromDecoder): void {
  process.send?.(answer);
}
