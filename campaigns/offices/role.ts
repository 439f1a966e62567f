/**
 * Roles of those who sign in; a citizen has none. A district's PRO, a range's IG or DIG, a zone's ADG, the nodal
 * officer at HQ Technical Services, the PRO to DGP, another branch of headquarters that the directions name, and the
 * account administrator.
 */
export const roles = ['district', 'range', 'zone', 'hq', 'pro-dgp', 'branch', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Roles whose office has its own title before its area; a branch is called by its name alone. */
export const titledRoles = [
  'district',
  'range',
  'zone',
  'hq',
  'pro-dgp',
  'admin',
] as const satisfies readonly Role[];
