import { z } from 'zod';
import { file, route } from '../../contract/route.ts';

/** Twelve symbols; the six of a code are a scan's. */
const url = '/q/:token(^[0-9A-Za-z]{12}$)';
const params = z.object({ token: z.string().regex(/^[0-9A-Za-z]{12}$/) });

/** The link in a message by which its recipient says stop. */
export const stopLinkRoutes = {
  ask: route({
    method: 'GET',
    url,
    schema: {
      summary: 'A page with one button that ends messages to a number; opening it changes nothing',
      params,
      response: { 200: file('text/html', 'The page'), 404: file('text/html', 'No such link') },
    },
  }),
  stop: route({
    method: 'POST',
    url,
    schema: {
      summary: 'Ends messages to the number that got the link',
      params,
      response: { 200: file('text/html', 'Done'), 404: file('text/html', 'No such link') },
    },
  }),
} as const;
