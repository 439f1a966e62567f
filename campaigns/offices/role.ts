/**
 * Who signs in: the citizen has no role. A district's PRO, a range's IG or DIG, a zone's ADG, the
 * nodal officer at HQ Technical Services, the PRO to DGP, and the one who keeps the accounts.
 */
export const roles = ['district', 'range', 'zone', 'hq', 'pro-dgp', 'admin'] as const;
export type Role = (typeof roles)[number];
