import type { Channel } from '../channel.ts';
import type { Role } from './role.ts';

/** An officer who is signed in. The area is that of the role: a state-wide role has none. */
export interface Actor {
  id: string;
  name: string;
  role: Role;
  /** Id of the own district, for the role `district`. */
  district?: string;
  /** Id of the own range, for the role `range`. */
  range?: string;
  /** Id of the own zone, for the role `zone`. */
  zone?: string;
  /** Id of the own branch of headquarters, for the role `branch`. */
  branch?: string;
  /** Kinds of activities that the own branch enters. */
  records?: readonly Channel[];
  /** Another officer of the same office, for whom this one acts now. */
  standsInFor?: { id: string; name: string };
}

/** Whether a draft is the officer's to finish: begun by themselves, or by the one whom they stand in for. */
export function mayFinish(
  { id, standsInFor }: { id: string; standsInFor?: { id: string } | null },
  beganBy: string,
): boolean {
  return beganBy === id || beganBy === standsInFor?.id;
}
