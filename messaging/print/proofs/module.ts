import type { House } from '../../kit/house.ts';
import { createAttemptLimit } from '../../platform/http/attempt-limit.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { createProofs, type ProofLimits, type Proofs } from './proofs.ts';
import { createStartProver, type StartProver } from './prover-process.ts';
import { proofRoutes } from './routes.ts';

/** Per account: quick typing is eight strokes a second, in two windows; a script is faster. */
const usualPace = { most: 120, windowMs: 10_000 };

/** Artwork as it will be printed, while somebody writes. `reload` is to be called after each publication. */
export function openProofs(
  options: House & {
    limits?: ProofLimits;
    start?: StartProver;
  },
): Module & Pick<Proofs, 'prove' | 'reload'> {
  const { config, log, limits, start = createStartProver(config) } = options;
  const proofs = createProofs(start, {
    ...(limits === undefined ? {} : { limits }),
    onTrouble: (error) => log.warn(error, 'proofs'),
  });
  return {
    name: 'proofs',
    register: ({ api }) =>
      addRoutes(api, proofRoutes({ proofs, pace: createAttemptLimit(usualPace) })),
    prove: proofs.prove,
    reload: proofs.reload,
    close: proofs.close,
  };
}
