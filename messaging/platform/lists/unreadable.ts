import { TableError } from '../../../campaigns/tables/table-error.ts';
import { Refusal } from '../process/refusal.ts';

/** A list that cannot be read is refused with its file and the place; everything else stays what it is. */
export function unreadable(error: unknown, file: string): unknown {
  if (!(error instanceof TableError)) return error;
  const { hi, en, fault } = error;
  return new Refusal('unreadable-list', { hi, en, file, ...fault }, { cause: error });
}
