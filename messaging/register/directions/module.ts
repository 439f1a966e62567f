import { emptyRegister } from '../../../campaigns/directions/directions.ts';
import type { LiveProgress } from '../../figures/progress/live-progress.ts';
import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { openRegisterDoors } from './held-steps.ts';
import type { DirectionSources } from './live-register.ts';
import { meetingRoutes } from './meeting-routes.ts';
import { manyRoutes } from './register-routes.ts';
import { registerDirections } from './routes.ts';

/** Other slices read the register by `sources`. */
export interface Directions extends Module {
  sources: DirectionSources;
}

export function openDirections(
  options: House & {
    live: Pick<LiveProgress, 'current'>;
  },
): Directions {
  const { database, campaign, directory, live, files, uploads, decoders, heldActs } = options;
  const { register: data = emptyRegister(campaign) } = campaign;
  const sources = { database, campaign, directory, live, data };
  const doors = openRegisterDoors(sources, heldActs);
  const papers = { sources, store: files.room('directions'), decoders };
  return {
    name: 'directions',
    sources,
    register({ api, forms }) {
      registerDirections(forms, { papers, uploads, doors });
      addRoutes(forms, manyRoutes(sources, doors));
      addRoutes(api, meetingRoutes(sources, doors));
    },
  };
}
