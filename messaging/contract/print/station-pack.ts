import { z } from 'zod';
import { refusals, route } from '../route.ts';

const packFile = z.object({ path: z.string().describe('Below /files/'), bytes: z.int() });
const pack = z.object({
  card: packFile.describe('Picture for the group'),
  zip: packFile.describe('Picture, text and film together'),
  film: packFile.nullable().describe('null until the film has been made'),
  text: z.string().describe('To paste under the picture'),
});
/** Files for a station's WhatsApp admin. */
export type StationPack = z.input<typeof pack>;

const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/);

export const stationPackRoutes = {
  read: route({
    method: 'GET',
    url: '/api/station-pack',
    schema: {
      summary: "A station's pack for its WhatsApp group; made when it is asked for first",
      querystring: z.object({ district: id, station: id }),
      response: { 200: pack, ...refusals(404, 429, 503) },
    },
  }),
} as const;
