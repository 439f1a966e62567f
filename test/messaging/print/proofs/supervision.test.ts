import { expect, onTestFinished, test } from 'vitest';
import type {
  FromProver,
  ProofAnswer,
  ProofRequest,
} from '../../../../campaigns/print/proofs/proof.ts';
import { createProofs, type ProofLimits } from '../../../../messaging/print/proofs/proofs.ts';
import {
  createStartProver,
  type StartProver,
} from '../../../../messaging/print/proofs/prover-process.ts';

const limits: ProofLimits = {
  draftMs: 60_000,
  stationMs: 60_000,
  startMs: 60_000,
  idleMs: 60_000,
  pauseMs: 1,
  longestPauseMs: 1,
};

function request(nameHi: string): ProofRequest {
  const draft = {
    district: 'agra',
    station: null,
    kind: 'territorial',
    nameHi,
    nameEn: 'X',
  } as const;
  return { kind: 'station', draft, artworks: ['board'], widthPx: 480 };
}
const readName = (request: ProofRequest) =>
  request.kind === 'station' ? request.draft.nameHi : '';
const answerTo = (found: string): ProofAnswer => ({ kind: 'unknown', field: 'name', found });

/** A process whose every step the test takes itself. */
function doubles() {
  const proved: string[] = [];
  const usage: { ms: number | undefined } = { ms: undefined };
  const open: { say(message: FromProver): void; die(): void; id: number; killed: boolean }[] = [];
  const start: StartProver = ({ message, exit }) => {
    const gone = Promise.withResolvers<void>();
    const own = {
      say: message,
      die() {
        gone.resolve();
        exit();
      },
      id: 0,
      killed: false,
    };
    open.push(own);
    return {
      pid: undefined,
      send(said) {
        if (said.kind !== 'prove') return;
        own.id = said.id;
        proved.push(readName(said.request));
      },
      kill() {
        own.killed = true;
        own.die();
      },
      processorMs: () => usage.ms,
      gone: gone.promise,
    };
  };
  const latest = () => {
    const own = open.at(-1);
    if (own === undefined) throw new Error('Expected a process, got none');
    return own;
  };
  return {
    start,
    proved,
    usage,
    open,
    latest,
    ready: () => latest().say({ kind: 'ready' }),
    answer: (found: string) =>
      latest().say({ kind: 'answer', id: latest().id, answer: answerTo(found) }),
  };
}

function supervise(own: Partial<ProofLimits> = {}) {
  const process = doubles();
  const troubles: string[] = [];
  const proofs = createProofs(process.start, {
    limits: { ...limits, ...own },
    onTrouble: ({ message }) => troubles.push(message),
  });
  onTestFinished(() => proofs.close());
  return { ...process, proofs, troubles };
}

test('of one form only the newest request that waits is asked, and it keeps the form in its turn', async () => {
  const { proofs, ready, answer, proved } = supervise();
  const first = proofs.prove('a', request('a1'));
  const older = proofs.prove('a', request('a2'));
  const other = proofs.prove('b', request('b1'));
  expect(await first).toEqual({ kind: 'superseded' });
  ready();
  expect(proved).toEqual(['a2']);
  const newest = proofs.prove('a', request('a3'));
  const last = proofs.prove('a', request('a4'));
  answer('a2');
  expect(await older).toEqual(answerTo('a2'));
  expect(await newest).toEqual({ kind: 'superseded' });
  answer('b1');
  expect(await other).toEqual(answerTo('b1'));
  answer('a4');
  expect(await last).toEqual(answerTo('a4'));
  expect(proved).toEqual(['a2', 'b1', 'a4']);
});

test('who has gone is not asked for', async () => {
  const { proofs, ready, answer, proved } = supervise();
  const at = proofs.prove('a', request('a1'));
  const leaving = new AbortController();
  const left = proofs.prove('b', request('b1'), leaving.signal);
  ready();
  leaving.abort();
  expect(await left).toEqual({ kind: 'superseded' });
  answer('a1');
  await at;
  expect(proved).toEqual(['a1']);
});

test('a request whose process dies is asked once more, and refused when it dies of it again', async () => {
  const { proofs, ready, latest, open, proved } = supervise();
  const proof = proofs.prove('a', request('a1'));
  const refused = expect(proof).rejects.toMatchObject({ code: 'proof-failed' });
  ready();
  latest().die();
  await expect.poll(() => open.length).toBe(2);
  ready();
  latest().die();
  await refused;
  expect(proved).toEqual(['a1', 'a1']);
});

test('a process that never comes up refuses, and the next good one serves again', async () => {
  const { proofs, latest, open, ready, answer } = supervise({ longestPauseMs: 60_000, pauseMs: 1 });
  const proof = proofs.prove('a', request('a1'));
  const refused = expect(proof).rejects.toMatchObject({
    code: 'proof-failed',
    retryAfterSeconds: 5,
  });
  latest().die();
  await expect.poll(() => open.length).toBe(2);
  latest().die();
  await expect.poll(() => open.length).toBe(3);
  latest().die();
  await refused;
  await expect
    .poll(async () => {
      const served = proofs.prove('a', request('a2')).catch(() => undefined);
      if (open.length < 4) return undefined;
      ready();
      answer('a2');
      return served;
    })
    .toEqual(answerTo('a2'));
});

test('a request that hangs is refused with its process, and the next one is served by another', async () => {
  const { proofs, ready, answer, open, troubles } = supervise({ stationMs: 20 });
  const stuck = proofs.prove('a', request('a1'));
  const waiting = proofs.prove('b', request('b1'));
  ready();
  await expect(stuck).rejects.toMatchObject({ code: 'proof-too-slow' });
  expect(open[0]?.killed).toBe(true);
  expect(open).toHaveLength(2);
  ready();
  answer('b1');
  expect(await waiting).toEqual(answerTo('b1'));
  expect(troubles).toEqual([]);
});

test('a process that the machine gives no time is waited for, and ended when it has used its own', async () => {
  const { proofs, ready, answer, usage, open } = supervise({ stationMs: 200 });
  usage.ms = 0;
  const slow = proofs.prove('a', request('a1'));
  ready();
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(open[0]?.killed).toBe(false);
  answer('a1');
  expect(await slow).toEqual(answerTo('a1'));
  const stuck = proofs.prove('a', request('a2'));
  usage.ms = 1_000;
  await expect(stuck).rejects.toMatchObject({ code: 'proof-too-slow' });
});

test('a process that nobody asks ends, and comes back for the next request', async () => {
  const { proofs, ready, answer, open } = supervise({ idleMs: 10 });
  const first = proofs.prove('a', request('a1'));
  ready();
  answer('a1');
  await first;
  await expect.poll(() => open[0]?.killed).toBe(true);
  const second = proofs.prove('a', request('a2'));
  ready();
  answer('a2');
  expect(await second).toEqual(answerTo('a2'));
});

test('a real process is ended with the service', async () => {
  const troubles: Error[] = [];
  const pids: (number | undefined)[] = [];
  const startReal = createStartProver({ dataDir: '/nowhere', campaign: 'up-cop' });
  const proofs = createProofs(
    (on) => {
      const child = startReal(on);
      pids.push(child.pid);
      return child;
    },
    { limits, onTrouble: (error) => troubles.push(error) },
  );
  const refused = expect(proofs.prove('a', request('a1'))).rejects.toMatchObject({
    code: 'proof-failed',
  });
  await proofs.close();
  await refused;
  expect(() => process.kill(pids[0] ?? 0, 0)).toThrow('ESRCH');
  expect(troubles).toEqual([]);
});
