import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { createProofs, type ProofLimits, type Proofs } from './proofs.ts';
import { createStartProver, type StartProver } from './prover-process.ts';
import { proofRoutes } from './routes.ts';

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
    register: ({ api }) => addRoutes(api, proofRoutes(proofs)),
    prove: proofs.prove,
    reload: proofs.reload,
    close: proofs.close,
  };
}
