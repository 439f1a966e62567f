import { minuteMs } from '../../../campaigns/durations.ts';
import type {
  FromProver,
  ProofAnswer,
  ProofRequest,
} from '../../../campaigns/print/proofs/proof.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { ProverProcess, StartProver } from './prover-process.ts';

export interface Proofs {
  /**
   * @param client one open form of one officer; an older request of it that still waits is superseded
   * @throws a refusal proof-too-slow for a draft that hangs, proof-failed when the process does not come up
   */
  prove(
    client: string,
    request: ProofRequest,
    signal?: AbortSignal,
  ): Promise<ProofAnswer | { kind: 'superseded' }>;
  /** To be called when campaign, directory or own fields were published again. */
  reload(): void;
  close(): Promise<void>;
}

export interface ProofLimits {
  /** Processor time for a draft of the campaign; one that takes more hangs. */
  draftMs: number;
  /** For a station, which cannot hang: a machine that has much else to do. */
  stationMs: number;
  startMs: number;
  /** After the last request the process ends, and its memory is free. */
  idleMs: number;
  /** Before the process is started again; doubles with each crash up to the longest. */
  pauseMs: number;
  longestPauseMs: number;
}

export const usualProofLimits: ProofLimits = {
  draftMs: 5_000,
  stationMs: 20_000,
  startMs: 30_000,
  idleMs: 10 * minuteMs,
  pauseMs: 250,
  longestPauseMs: 30_000,
};

/** After so many crashes in a row nobody is kept waiting for the next start. */
const mostCrashes = 3;

/** A request may take its limit this many times by the clock. */
const patience = 6;
const shortestLookMs = 50;

interface Work {
  request: ProofRequest;
  resolve(answer: ProofAnswer | { kind: 'superseded' }): void;
  reject(error: Error): void;
  /** Times that the process died over it. */
  deaths: number;
}
interface Running {
  process: ProverProcess;
  isReady: boolean;
  at: { id: number; client: string; work: Work } | undefined;
  timer: NodeJS.Timeout | undefined;
}
interface Supervisor {
  start: StartProver;
  limits: ProofLimits;
  onTrouble(error: Error): void;
  /** The newest request of each client; one that types on keeps its place, and waits no longer than one that typed once. */
  waiting: Map<string, Work>;
  running: Running | undefined;
  /** Until the process is started again after a crash. */
  pause: NodeJS.Timeout | undefined;
  /** In a row. */
  crashes: number;
  lastId: number;
  isClosed: boolean;
}

/** Supervises the proving process: started when somebody asks, given one request at a time, ended when it hangs or idles. */
export function createProofs(
  start: StartProver,
  { limits = usualProofLimits, onTrouble }: { limits?: ProofLimits; onTrouble(error: Error): void },
): Proofs {
  const supervisor: Supervisor = {
    start,
    limits,
    onTrouble,
    waiting: new Map(),
    running: undefined,
    pause: undefined,
    crashes: 0,
    lastId: 0,
    isClosed: false,
  };
  return {
    async prove(client, request, signal) {
      const { waiting, isClosed, crashes, pause } = supervisor;
      if (isClosed || (crashes >= mostCrashes && pause !== undefined)) throw refuseFailed();
      return new Promise((resolve, reject) => {
        const work: Work = { request, resolve, reject, deaths: 0 };
        waiting.get(client)?.resolve({ kind: 'superseded' });
        waiting.set(client, work);
        signal?.addEventListener('abort', () => {
          if (waiting.get(client) !== work) return;
          waiting.delete(client);
          resolve({ kind: 'superseded' });
        });
        giveNext(supervisor);
      });
    },
    reload: () => supervisor.running?.process.send({ kind: 'reload' }),
    close: () => close(supervisor),
  };
}

async function close(supervisor: Supervisor): Promise<void> {
  const { running } = supervisor;
  supervisor.isClosed = true;
  clearTimeout(supervisor.pause);
  if (running !== undefined) {
    end(supervisor, running);
    running.at?.work.reject(refuseFailed());
  }
  refuseWaiting(supervisor);
  await running?.process.gone;
}

function refuseWaiting({ waiting }: Supervisor): void {
  for (const { reject } of waiting.values()) reject(refuseFailed());
  waiting.clear();
}

function refuseFailed(): Refusal {
  return new Refusal('proof-failed', {}, { retryAfterSeconds: 5 });
}

/** Gives the process the next request, where it is free; starts one where there is none. */
function giveNext(supervisor: Supervisor): void {
  const { running, waiting, limits } = supervisor;
  if (running === undefined) {
    if (waiting.size > 0) open(supervisor);
    return;
  }
  if (!running.isReady || running.at !== undefined) return;
  const [next] = waiting;
  if (next === undefined) {
    limit(running, limits.idleMs, () => end(supervisor, running));
    return;
  }
  supervisor.lastId += 1;
  const [client, work] = next;
  waiting.delete(client);
  const id = supervisor.lastId;
  running.at = { id, client, work };
  watch(supervisor, running, work);
  running.process.send({ kind: 'prove', id, request: work.request });
}

function open(supervisor: Supervisor): void {
  const { running, pause, isClosed, start, limits, onTrouble } = supervisor;
  if (running !== undefined || pause !== undefined || isClosed) return;
  const opened: Running = {
    isReady: false,
    at: undefined,
    timer: undefined,
    process: start({
      message: (message) => hear(supervisor, opened, message),
      exit: () => recover(supervisor, opened),
    }),
  };
  supervisor.running = opened;
  limit(opened, limits.startMs, () => {
    onTrouble(new Error(`Expected the proving process within ${limits.startMs} ms, got nothing`));
    opened.process.kill();
  });
}

function hear(supervisor: Supervisor, running: Running, message: FromProver): void {
  if (supervisor.running !== running) return;
  const { at } = running;
  if (message.kind === 'ready') {
    running.isReady = true;
  } else {
    if (at?.id !== message.id) return;
    running.at = undefined;
    if (message.kind === 'answer') {
      supervisor.crashes = 0;
      at.work.resolve(message.answer);
    } else {
      supervisor.onTrouble(new Error(`A proof failed: ${message.message}`));
      at.work.reject(refuseFailed());
    }
  }
  giveNext(supervisor);
}

/** After a crash: requests under way wait again, and the process is restarted after a pause. */
function recover(supervisor: Supervisor, crashed: Running): void {
  clearTimeout(crashed.timer);
  if (supervisor.running !== crashed) return;
  const { waiting, limits, onTrouble } = supervisor;
  supervisor.running = undefined;
  supervisor.crashes += 1;
  const { crashes } = supervisor;
  onTrouble(new Error(`The proving process ended by itself, ${crashes} in a row`));
  const { at } = crashed;
  if (at !== undefined) {
    at.work.deaths += 1;
    // What kills it twice would kill it for ever.
    if (at.work.deaths > 1) at.work.reject(refuseFailed());
    else if (waiting.has(at.client)) at.work.resolve({ kind: 'superseded' });
    else waiting.set(at.client, at.work);
  }
  if (crashes >= mostCrashes) refuseWaiting(supervisor);
  const ms = Math.min(limits.longestPauseMs, limits.pauseMs * 2 ** (crashes - 1));
  supervisor.pause = setTimeout(() => {
    supervisor.pause = undefined;
    giveNext(supervisor);
  }, ms);
}

/**
 * Ends what hangs. On a machine that has much else to do the process itself may have had little time: then it gets what it
 * lacks, though not for ever.
 */
function watch(supervisor: Supervisor, running: Running, work: Work): void {
  const { draftMs, stationMs } = supervisor.limits;
  const mostMs = work.request.kind === 'campaign' ? draftMs : stationMs;
  const before = running.process.processorMs();
  const startedAt = performance.now();
  const look = () => {
    const now = running.process.processorMs();
    const usedMs = now === undefined || before === undefined ? mostMs : now - before;
    if (usedMs < mostMs && performance.now() - startedAt < mostMs * patience) {
      limit(running, Math.max(shortestLookMs, mostMs - usedMs), look);
      return;
    }
    end(supervisor, running);
    work.reject(new Refusal('proof-too-slow'));
    giveNext(supervisor);
  };
  limit(running, mostMs, look);
}

function limit(running: Running, ms: number, expire: () => void): void {
  clearTimeout(running.timer);
  running.timer = setTimeout(expire, ms);
}

/** Ends the process without waiting: the request in hand is refused, and it does not count as a crash. */
function end(supervisor: Supervisor, running: Running): void {
  clearTimeout(running.timer);
  if (supervisor.running === running) supervisor.running = undefined;
  running.process.kill();
}
