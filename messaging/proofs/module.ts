import type { Config } from '../config.ts';
import type { Module } from '../http/module.ts';
import type { createLog } from '../process/log.ts';
import { createPace } from './pace.ts';
import { createProofs, type ProofLimits, type Proofs } from './proofs.ts';
import { createStartProver, type StartProver } from './prover-process.ts';
import { registerProofs } from './routes.ts';

/** Quick typing is eight strokes a second; a burst is somebody who pastes into several forms. */
const usualPace = { burst: 40, perSecond: 12 };

/** Artwork as it will be printed, while somebody writes. `reload` is to be called after each publication. */
export function openProofs(options: {
  config: Pick<Config, 'dataDir' | 'campaign'>;
  log: Pick<ReturnType<typeof createLog>, 'warn'>;
  limits?: ProofLimits;
  pace?: { burst: number; perSecond: number };
  start?: StartProver;
}): Module & Pick<Proofs, 'prove' | 'reload'> {
  const { config, log, limits, pace = usualPace, start = createStartProver(config) } = options;
  const proofs = createProofs(start, {
    ...(limits === undefined ? {} : { limits }),
    onTrouble: (error) => log.warn(error, 'proofs'),
  });
  return {
    name: 'proofs',
    register: ({ api }) => registerProofs(api, { proofs, pace: createPace(pace) }),
    prove: proofs.prove,
    reload: proofs.reload,
    close: proofs.close,
  };
}
