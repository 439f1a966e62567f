import type { ServiceError } from '../../ui/service.ts';

interface Fault {
  field: string;
  expected: { hi: string; en: string };
  found: string;
}

/** The field of a station that was refused, with what is expected in it. */
export function findFault(error: ServiceError | null): Fault | null {
  if (error === null || error.code !== 'wrong-station') return null;
  return error.body as unknown as Fault;
}
