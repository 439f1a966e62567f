import { z } from 'zod';
import { file, route } from '../../contract/route.ts';

/** The addresses in printed codes. */
export const scanRoutes = {
  scan: route({
    method: 'GET',
    url: '/q/:code',
    schema: {
      summary: 'A printed or typed short code: to the store of the device, or the landing page',
      response: {
        302: z.undefined().describe('To the store or the page'),
        410: file('text/html', 'The code was closed; the page says why and where to get the app'),
        404: file('text/html', 'No such code; the page offers the nearest ones'),
      },
    },
  }),
};
