/**
 * `waiting`: something was let stand, and a second officer decides on it. `checked`: may go out. `issued` has its number,
 * and keeps it when it is cancelled.
 */
export const pressNoteStatuses = ['draft', 'waiting', 'checked', 'issued', 'cancelled'] as const;
export type PressNoteStatus = (typeof pressNoteStatuses)[number];

export const pressNoteActions = ['change', 'check', 'clear', 'return', 'issue', 'cancel'] as const;
export type PressNoteAction = (typeof pressNoteActions)[number];

const allowed: Record<PressNoteAction, readonly PressNoteStatus[]> = {
  change: ['draft', 'waiting', 'checked'],
  check: ['draft'],
  clear: ['waiting'],
  return: ['waiting'],
  issue: ['checked'],
  cancel: ['issued'],
};

export function isPossible(status: PressNoteStatus, action: PressNoteAction): boolean {
  return allowed[action].includes(status);
}
