import { type Figures, recipientStatuses } from '../../contract/values.ts';

export function emptyFigures(): Figures {
  return Object.fromEntries(recipientStatuses.map((status) => [status, 0])) as Figures;
}
