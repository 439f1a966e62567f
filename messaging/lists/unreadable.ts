import { TableError } from '../../campaigns/tables/table-error.ts';
import { ApiError } from '../http/api-error.ts';

/** What cannot be read as a list is refused with its place; everything else stays what it is. */
export function unreadable(error: unknown): unknown {
  if (!(error instanceof Error && error.message.startsWith('Expected '))) return error;
  const words = error instanceof TableError ? { hi: error.hi, en: error.en } : {};
  return new ApiError('unreadable-list', {
    more: { detail: error.message, ...words },
    cause: error,
  });
}
