import type { Actor } from '../../../campaigns/offices/actor.ts';

/** An officer and the request by which they act; the audit log keeps both. */
export interface Caller {
  actor: Actor;
  requestId: string;
}
