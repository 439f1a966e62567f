import type { Bilingual } from '../../../../../campaigns/bilingual.ts';
import type { ServiceError } from '../../ui/service.ts';

/** Problems of a draft that the service refused; null for any other refusal. */
export function readProblems(error: ServiceError | null): Bilingual[] | null {
  const problems = error?.body['problems'];
  return Array.isArray(problems) ? (problems as Bilingual[]) : null;
}
