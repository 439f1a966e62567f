import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { hourSeconds } from '../../../campaigns/durations.ts';
import { readProcessorMs } from '../process/processor-ms.ts';
import type { FromDecoder, ToDecoder } from './decoder-main.ts';

/** A process that reads files, as the service holds it. */
export interface DecoderProcess {
  /**
   * Sends a message and waits for the answer; a process that exceeds a limit is ended.
   * @throws when the process ends for another reason
   */
  ask(message: ToDecoder, cpuMs: number): Promise<FromDecoder | { kind: 'too-slow' }>;
  /** Processor time so far. */
  cpuMs(): number;
  isRunning(): boolean;
  /** Keeps the service running while it works, and not while it waits for work. */
  hold(isHeld: boolean): void;
  end(): void;
}

/**
 * By the kernel, of all that may be written to: V8 alone sets 510 MB aside for code, a HEIC of 50 million pixels takes
 * 740.
 */
const dataMb = 1536;
/** Memory of JavaScript's own objects. */
const heapMb = 384;
/** By the kernel, should the service die before it: far more than any task may take. */
const mostCpuSeconds = hourSeconds;
/** A waiting process uses no processor; it may wait for this many times its limit. */
const patience = 10;
const lookEveryMs = 50;

const main = join(import.meta.dirname, 'decoder-main.ts');
/** Not by a shell, which a container need not have. */
const limits = [`--data=${dataMb * 1024 * 1024}`, `--cpu=${mostCpuSeconds}`];

/** Starts a process that has none of the service's settings, and ends with it. */
export async function startDecoder(): Promise<DecoderProcess> {
  const { PATH, TMPDIR, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(
    'prlimit',
    [...limits, process.execPath, `--max-old-space-size=${heapMb}`, main],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      // What it starts itself ends with it.
      detached: true,
      env: {
        PATH,
        TMPDIR,
        NODE_COMPILE_CACHE,
        // Each thread of a machine with many cores would take its share of the memory.
        VIPS_CONCURRENCY: '2',
        MALLOC_ARENA_MAX: '4',
      },
    },
  );
  const decoder = toDecoder(child);
  const first = await nextAnswer(child, Number.POSITIVE_INFINITY);
  if (first.kind !== 'ready') throw new Error(`Expected a decoder to start, got "${first.kind}"`);
  return decoder;
}

function toDecoder(child: ChildProcess): DecoderProcess {
  return {
    ask(message, cpuMs) {
      child.send(message, () => {
        // Of a process that has just ended its end is told.
      });
      return nextAnswer(child, cpuMs);
    },
    cpuMs: () => readCpuMs(child),
    isRunning: () => child.connected,
    hold(isHeld) {
      if (isHeld) {
        child.ref();
        child.channel?.ref();
      } else {
        child.unref();
        child.channel?.unref();
      }
    },
    end: () => kill(child),
  };
}

async function nextAnswer(
  child: ChildProcess,
  cpuMs: number,
): Promise<FromDecoder | { kind: 'too-slow' }> {
  const { promise, resolve, reject } = Promise.withResolvers<FromDecoder | { kind: 'too-slow' }>();
  const begunAt = performance.now();
  const before = readCpuMs(child);
  const watch = setInterval(() => {
    const isOver =
      readCpuMs(child) - before > cpuMs || performance.now() - begunAt > cpuMs * patience;
    if (!isOver) return;
    resolve({ kind: 'too-slow' });
    kill(child);
  }, lookEveryMs);
  const ended = (code: number | null, signal: NodeJS.Signals | null) => {
    // A program that gets no memory ends itself by a signal, or is ended by the kernel.
    if (signal === null) reject(new Error(`The process that reads files ended with ${code}`));
    else resolve({ kind: 'exhausted' });
  };
  child.once('message', resolve).once('exit', ended).once('error', reject);
  try {
    return await promise;
  } finally {
    clearInterval(watch);
    child.off('message', resolve).off('exit', ended).off('error', reject);
  }
}

function readCpuMs({ pid }: ChildProcess): number {
  return (pid === undefined ? undefined : readProcessorMs(pid)) ?? 0;
}

function kill({ pid, exitCode, signalCode }: ChildProcess): void {
  // The number of one that has ended may be another program's by now.
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended in this moment.
  }
}
