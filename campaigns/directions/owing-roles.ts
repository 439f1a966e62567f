/** Roles that can owe something. `branch` is an office at headquarters that has no district, range or zone. */
export const owingRoles = ['district', 'range', 'zone', 'hq', 'pro-dgp', 'branch'] as const;
export type OwingRole = (typeof owingRoles)[number];
