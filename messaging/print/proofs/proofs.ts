import type { FromProver, ProofAnswer, ProofRequest } from '../../../campaigns/proofs/proof.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { ProverProcess, StartProver } from './prover-process.ts';
import { createTurns } from './turns.ts';

export type Proofs = {
  /**
   * @param client one open form of one officer; an older request of it that still waits is superseded
   * @throws a refusal proof-too-slow for a draft that hangs, proof-failed when the process does not come up
   */
  prove(
    client: string,
    request: ProofRequest,
    signal?: AbortSignal,
  ): Promise<ProofAnswer | { kind: 'superseded' }>;
  /** To be called when campaign, directory or own fields were published anew. */
  reload(): void;
  close(): Promise<void>;
};

export type ProofLimits = {
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
};

export const usualProofLimits: ProofLimits = {
  draftMs: 5_000,
  stationMs: 20_000,
  startMs: 30_000,
  idleMs: 10 * 60_000,
  pauseMs: 250,
  longestPauseMs: 30_000,
};

/** After so many crashes in a row nobody is kept waiting for the next start. */
const mostCrashes = 3;

/** How many times its limit a request may take by the clock. */
const patience = 6;
const shortestLookMs = 50;

type Work = {
  request: ProofRequest;
  resolve(answer: ProofAnswer | { kind: 'superseded' }): void;
  reject(error: Error): void;
  /** How often the process died while it was at it. */
  deaths: number;
};
type Running = {
  process: ProverProcess;
  isReady: boolean;
  at: { id: number; client: string; work: Work } | undefined;
  timer: NodeJS.Timeout | undefined;
};

/** Supervises the proving process: started when somebody asks, given one request at a time, ended when it hangs or idles. */
export function createProofs(
  start: StartProver,
  { limits = usualProofLimits, onTrouble }: { limits?: ProofLimits; onTrouble(error: Error): void },
): Proofs {
  const turns = createTurns<Work>();
  let running: Running | undefined;
  let pause: NodeJS.Timeout | undefined;
  let crashes = 0;
  let lastId = 0;
  let isClosed = false;

  const failed = () => new Refusal('proof-failed', {}, { retryAfterSeconds: 5 });

  function limit(own: Running, ms: number, expire: () => void): void {
    clearTimeout(own.timer);
    own.timer = setTimeout(expire, ms);
  }

  /** Ends the process without waiting: what it had in hand is refused, and it is no crash. */
  function end(own: Running): void {
    clearTimeout(own.timer);
    if (running === own) running = undefined;
    own.process.kill();
  }

  function open(): void {
    if (running !== undefined || pause !== undefined || isClosed) return;
    const own: Running = {
      isReady: false,
      at: undefined,
      timer: undefined,
      process: start({ message: (said) => hear(own, said), exit: () => exited(own) }),
    };
    running = own;
    limit(own, limits.startMs, () => {
      onTrouble(new Error(`Expected the proving process within ${limits.startMs} ms, got nothing`));
      own.process.kill();
    });
  }

  function exited(own: Running): void {
    clearTimeout(own.timer);
    if (running !== own) return;
    running = undefined;
    crashes += 1;
    onTrouble(new Error(`The proving process ended by itself, ${crashes} in a row`));
    const { at } = own;
    if (at !== undefined) {
      at.work.deaths += 1;
      // What kills it twice would kill it for ever.
      if (at.work.deaths > 1) at.work.reject(failed());
      else putBack(at.client, at.work);
    }
    if (crashes >= mostCrashes) for (const work of turns.clear()) work.reject(failed());
    const ms = Math.min(limits.longestPauseMs, limits.pauseMs * 2 ** (crashes - 1));
    pause = setTimeout(() => {
      pause = undefined;
      next();
    }, ms);
  }

  /** Waits again, unless its client has something newer. */
  function putBack(client: string, work: Work): void {
    const newer = turns.add(client, work);
    if (newer === undefined) return;
    turns.add(client, newer);
    work.resolve({ kind: 'superseded' });
  }

  function hear(own: Running, said: FromProver): void {
    if (running !== own) return;
    if (said.kind === 'ready') {
      own.isReady = true;
      next();
      return;
    }
    const { at } = own;
    if (at?.id !== said.id) return;
    own.at = undefined;
    if (said.kind === 'answer') {
      crashes = 0;
      at.work.resolve(said.answer);
    } else {
      onTrouble(new Error(`A proof failed: ${said.message}`));
      at.work.reject(failed());
    }
    next();
  }

  /**
   * Ends what hangs. On a machine that has much else to do the process itself may have had little time: then it gets what it
   * lacks, though not for ever.
   */
  function watch(own: Running, work: Work, mostMs: number): void {
    const before = own.process.processorMs();
    const startedAt = performance.now();
    const look = () => {
      const now = own.process.processorMs();
      const usedMs = now === undefined || before === undefined ? mostMs : now - before;
      if (usedMs < mostMs && performance.now() - startedAt < mostMs * patience) {
        limit(own, Math.max(shortestLookMs, mostMs - usedMs), look);
        return;
      }
      end(own);
      work.reject(new Refusal('proof-too-slow'));
      next();
    };
    limit(own, mostMs, look);
  }

  function next(): void {
    if (running === undefined) {
      if (turns.count() > 0) open();
      return;
    }
    const own = running;
    if (!own.isReady || own.at !== undefined) return;
    const turn = turns.next();
    if (turn === undefined) {
      limit(own, limits.idleMs, () => end(own));
      return;
    }
    lastId += 1;
    const { client, thing: work } = turn;
    own.at = { id: lastId, client, work };
    const { draftMs, stationMs } = limits;
    watch(own, work, work.request.kind === 'campaign' ? draftMs : stationMs);
    own.process.send({ kind: 'prove', id: lastId, request: work.request });
  }

  return {
    async prove(client, request, signal) {
      if (isClosed || (crashes >= mostCrashes && pause !== undefined)) throw failed();
      return new Promise((resolve, reject) => {
        const work: Work = { request, resolve, reject, deaths: 0 };
        turns.add(client, work)?.resolve({ kind: 'superseded' });
        signal?.addEventListener('abort', () => {
          if (turns.remove(client, work)) resolve({ kind: 'superseded' });
        });
        next();
      });
    },
    reload: () => running?.process.send({ kind: 'reload' }),
    async close() {
      isClosed = true;
      clearTimeout(pause);
      const own = running;
      if (own !== undefined) {
        end(own);
        own.at?.work.reject(failed());
      }
      for (const work of turns.clear()) work.reject(failed());
      await own?.process.gone;
    },
  };
}
