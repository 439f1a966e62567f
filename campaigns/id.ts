import { z } from 'zod';

/** How a campaign names a thing: it is in paths and addresses. */
export const id = z.string().regex(/^[a-z0-9-]+$/);

/** An id from an English name; empty where nothing of it is left. */
export const toId = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-|-$/g, '');
