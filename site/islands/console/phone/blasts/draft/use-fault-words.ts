import { useBlastWords } from '../use-blast-words.ts';
import type { Faults } from './form-faults.ts';

/** Says what is wrong with a field; undefined for one that is right. */
export function useFaultWords(faults: Faults): (field: string) => string | undefined {
  const words = useBlastWords();
  return (field) => faults[field] && words.faults[faults[field]];
}
