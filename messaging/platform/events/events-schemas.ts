import { z } from 'zod';
import { changeKinds } from '../../contract/change-kinds.ts';
import { file, refusals, route } from '../../contract/route.ts';

/** An event names no person and holds no words. */
export const change = z.object({
  kind: z.enum(changeKinds),
  id: z.string().describe('Number of the one thing that changed; empty where several did'),
  area: z
    .string()
    .describe('District, of a `direction` the key of the office; empty for the whole state'),
});
export type Change = z.infer<typeof change>;

export const eventRoutes = {
  listen: route('GET /api/events', {
    summary:
      'Server-sent events: `change` with kind, id and area whenever something in the own area changed; ends after 15 minutes, to be asked for again',
    response: {
      200: file('text/event-stream', 'One event a change'),
      ...refusals(401, 403, 503),
    },
  }),
};
