import type { Logger } from 'pino';
import { z } from 'zod';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { minuteMs } from '../../../campaigns/durations.ts';
import { listCovered } from '../../../campaigns/offices/permission.ts';
import { reference } from '../../../campaigns/text-types.ts';
import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes, serveRoute } from '../../platform/http/serve-route.ts';
import { repeat } from '../../platform/process/repeat.ts';
import { drawnBoard, keepDraws, listDrawn, publishDraws } from './draws.ts';

type DrawOptions = Pick<House, 'clock' | 'database'>;
type OwnDrawOptions = DrawOptions & { directory: Directory };

/** Draws boards each week, and tells the offices above which. */
export function openBoardDraws(options: OwnDrawOptions & { log: Logger }): Module {
  const { database, clock, log } = options;
  const draws = repeat(() => keepDraws(database, clock), {
    pauseMs: 10 * minuteMs,
    onTrouble: (error) =>
      log.warn(error, 'the boards of the week were not drawn; tried again in ten minutes'),
  });
  void draws.run();
  return {
    name: 'board draws',
    register: ({ api }) => addRoutes(api, drawRoutes(options)),
    close: draws.stop,
  };
}

/** Seeds and draws of weeks that are over, for everybody. */
export function openPublicDraws(options: DrawOptions): Module {
  return {
    name: 'public draws',
    register: ({ pages }) => addRoutes(pages, publicDrawRoutes(options)),
  };
}

const keys = z.array(z.string()).describe('district/station, in order');
const week = z.iso.date().describe('Its Monday');
const hash = z.string().describe('SHA-256 of the seed, published the week before');

/** Boards drawn by lot, which an office above looks at. */
export function drawRoutes({ database, clock, directory }: OwnDrawOptions) {
  return [
    serveRoute('GET /api/board-draws', {
      summary: 'Boards of the own area that were drawn for this week, in an order for the way',
      querystring: z.object({ district: reference({ max: 64 }).optional() }),
      response: { 200: z.object({ week, boards: z.array(drawnBoard) }) },
      may: 'board.draw',
      handler: ({ actor, query }) => {
        const districts = listCovered(actor, directory.districts, query.district);
        const sources = { database: database.pool, directory };
        return listDrawn(sources, districts, clock.today());
      },
    }),
  ];
}

export function publicDrawRoutes({ database, clock }: DrawOptions) {
  return [
    serveRoute('GET /api/public/board-draws.json', {
      summary:
        'Draws of boards: those of weeks that are over with seed and what was drawn from what, later ones by their hash alone',
      response: {
        200: z.object({
          draws: z.array(
            z.object({
              week,
              hash,
              seed: z.string(),
              rushed: keys.describe(
                'Live pictures of the week before by one account, ten and more in an hour or among its first ten: 20 % are drawn',
              ),
              fresh: keys.describe('Others entered in the week before: 5 % are drawn'),
              standing: keys.describe('All others: 1 %'),
              drawn: keys,
            }),
          ),
          committed: z.array(z.object({ week, hash })).describe('This week’s and the next one’s'),
        }),
      },
      config: { access: 'public', answers: 'open-data' },
      handler: () => publishDraws(database.pool, clock.today()),
    }),
  ];
}
