import type { View } from '../views.ts';

/** How much waits in a view. */
export type Badges = Partial<Record<View, number>>;
