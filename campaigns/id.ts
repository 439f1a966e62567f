import { z } from 'zod';

/** How a campaign names a thing: it is in paths and addresses. */
export const id = z.string().regex(/^[a-z0-9-]+$/);
