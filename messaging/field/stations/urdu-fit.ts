import { randomUUID } from 'node:crypto';
import type { FitFault, ProofAnswer, ProofRequest } from '../../../campaigns/print/proofs/proof.ts';

/** Asks the process that proves artwork. */
export type Prove = (
  client: string,
  request: ProofRequest,
) => Promise<ProofAnswer | { kind: 'superseded' }>;

/** Faults of names in Urdu as they will be printed, null for one that finds room. */
export type FitUrdu = (names: readonly string[]) => Promise<(FitFault | null)[]>;

/** Sets names in Urdu as they will be printed; without a name nobody is asked. */
export function createUrduFit(prove: Prove): FitUrdu {
  return async (names) => {
    if (names.length === 0) return [];
    const answer = await prove(`stations ${randomUUID()}`, { kind: 'urdu-names', names });
    if (answer.kind === 'urdu-names') return answer.faults;
    throw new Error(`Expected an answer on names in Urdu, got ${answer.kind}`);
  };
}
