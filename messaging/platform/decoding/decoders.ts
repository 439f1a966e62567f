import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { minuteMs } from '../../../campaigns/durations.ts';
import { TableError } from '../../../campaigns/tables/table-error.ts';
import { costlyFileWords, type DecoderKind } from '../../../campaigns/words/decoder-words.ts';
import { Refusal } from '../process/refusal.ts';
import { createTurns } from '../process/turns.ts';
import type { Decode, FromDecoder } from './decoder-main.ts';
import { type DecoderProcess, startDecoder } from './decoder-process.ts';

/** A module, its function, and by which bounds it is run. */
export interface DecoderTask<D extends Decode> {
  kind: DecoderKind;
  module: URL;
  /** `decode` when it is not named. */
  run?: string;
  /** Carries the type alone. */
  decode?: D;
}

/**
 * Reads files that come from outside, in separate processes under limits of time and memory, by turns of the
 * accounts.
 */
export interface Decoders {
  /**
   * Batches as the process makes them, each when it is asked for; its result is the generator's.
   * @throws TableError from the task; refusal `costly-file` when a limit is exceeded
   */
  read<D extends Decode>(
    task: DecoderTask<D>,
    input: Parameters<D>[0],
    account: string,
  ): AsyncGenerator<BatchOf<D>, ResultOf<D>, undefined>;
  /** The result of a task that makes no batches. */
  readWhole<D extends Decode>(
    task: DecoderTask<D>,
    input: Parameters<D>[0],
    account: string,
  ): Promise<ResultOf<D>>;
  close(): Promise<void>;
  /** Stands on every paper that is written; only a demonstration has one. */
  mark?: Bilingual | undefined;
}

type BatchOf<D extends Decode> =
  ReturnType<D> extends AsyncGenerator<infer Batch, unknown> ? Batch : never;
type ResultOf<D extends Decode> =
  ReturnType<D> extends AsyncGenerator<unknown, infer Result> ? Result : Awaited<ReturnType<D>>;

interface DecoderLimits {
  /** In each lane; who comes later waits. */
  places: number;
  /** Instead of what the kinds have. */
  cpuMs?: number;
}

const idleMs = 30_000;
/** A process does not give memory back; and the kernel ends it after an hour of work. */
const worn = { residentMb: 400, cpuMs: 20 * minuteMs };

export function createDecoders({ places, cpuMs }: DecoderLimits = { places: 2 }): Decoders {
  const lanes = { short: createTurns<string>(places), long: createTurns<string>(places) };
  const all = new Set<DecoderProcess>();
  /** With what ends them when nothing comes for long. */
  const idle = new Map<DecoderProcess, NodeJS.Timeout>();

  async function take(): Promise<DecoderProcess> {
    for (const [decoder, timer] of idle) {
      idle.delete(decoder);
      clearTimeout(timer);
      if (decoder.isRunning()) {
        decoder.hold(true);
        return decoder;
      }
      all.delete(decoder);
    }
    const started = await startDecoder();
    all.add(started);
    return started;
  }
  function end(decoder: DecoderProcess): void {
    clearTimeout(idle.get(decoder));
    idle.delete(decoder);
    all.delete(decoder);
    decoder.end();
  }
  function keep(decoder: DecoderProcess): void {
    decoder.hold(false);
    idle.set(decoder, setTimeout(end, idleMs, decoder).unref());
  }

  async function* read(task: DecoderTask<Decode>, input: object, account: string) {
    const bounds = { ...decoderBounds[task.kind], ...(cpuMs && { cpuMs, batchCpuMs: cpuMs }) };
    const leave = await lanes[bounds.lane].take(account);
    let decoder: DecoderProcess | undefined;
    let isWhole = false;
    try {
      decoder = await take();
      const begunMs = decoder.cpuMs();
      const { module, run = 'decode' } = task;
      let message: Parameters<DecoderProcess['ask']>[0] = { module: module.href, run, input };
      for (;;) {
        const leftMs = bounds.cpuMs - (decoder.cpuMs() - begunMs);
        const answer = await decoder.ask(message, Math.min(leftMs, bounds.batchCpuMs));
        isWhole = answer.kind === 'unreadable' || (answer.kind === 'done' && !isWorn(answer));
        if (answer.kind === 'done') return answer.result;
        if (answer.kind !== 'batch') throw toError(answer, task.kind);
        yield answer.batch;
        message = 'more';
      }
    } finally {
      if (decoder !== undefined) {
        if (isWhole && decoder.cpuMs() < worn.cpuMs) keep(decoder);
        else end(decoder);
      }
      leave();
    }
  }

  return {
    read: read as Decoders['read'],
    async readWhole(task, input, account) {
      const { value } = await read(task, input, account).next();
      return value as never;
    },
    async close() {
      for (const decoder of all) end(decoder);
    },
  };
}

function isWorn({ residentMb }: { residentMb: number }): boolean {
  return residentMb > worn.residentMb;
}

function toError(
  answer: Exclude<FromDecoder, { kind: 'done' | 'batch' }> | { kind: 'too-slow' },
  kind: DecoderKind,
): Error {
  switch (answer.kind) {
    case 'unreadable':
      return new TableError(answer, { fault: answer.fault });
    case 'too-slow':
    case 'exhausted':
      return new Refusal('costly-file', {
        ...costlyFileWords(kind, answer.kind),
        limit: answer.kind,
      });
    case 'failed':
      return Object.assign(new Error(answer.message), { stack: answer.stack });
    default:
      return new Error(`Expected an answer of a decoder, got "${answer.kind}"`);
  }
}

/** The work that reading a file may cost. */
interface DecoderBounds {
  /** Long work has its own places, so that it does not delay short work. */
  lane: 'short' | 'long';
  /** Processor time in all, and until the next batch. */
  cpuMs: number;
  batchCpuMs: number;
}

const short = (cpuMs: number): DecoderBounds => ({ lane: 'short', cpuMs, batchCpuMs: cpuMs });

/**
 * The kinds of files that come from outside. The times are three times what the largest honest file took on two busy
 * cores: a picture of 50 million pixels without a code 6.5 s, four pages scanned at 600 dpi 4 s, mastering 20 s of speech 5 s.
 */
const decoderBounds: Readonly<Record<DecoderKind, DecoderBounds>> = {
  picture: short(20_000),
  paper: short(12_000),
  recording: short(20_000),
  emblem: short(3_000),
  /** A list that is read whole: of stations, vehicles, officers, figures. */
  table: short(8_000),
  /** A list of numbers, up to the whole national register. */
  numbers: { lane: 'long', cpuMs: 20 * minuteMs, batchCpuMs: minuteMs / 2 },
  /** Papers of our own, laid out page by page. */
  document: short(minuteMs),
  /** Own press files, stamped as a sample. */
  sample: short(20_000),
};
