import type { House } from '../../kit/house.ts';
import { serve } from '../../kit/serve.ts';
import type { Module } from '../../platform/http/module.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { curveEvents } from './curve-events-feature.ts';
import { outcomes } from './outcomes-feature.ts';
import { serviceName } from './service-name.ts';

/** Events and outcomes that headquarters writes beside the figures. */
export function openAnnotations(house: House): Module[] {
  const { campaign, clock, directory } = house;
  return [
    serve(curveEvents, house, {
      rules: {
        enter({ input: { district } }) {
          if (district !== null && !directory.districts.some(({ id }) => id === district))
            throw new Refusal('no-such-area');
        },
      },
    }),
    serve(outcomes, house, {
      rules: {
        enter({ input: { service, asOf } }) {
          // Nobody counts what tomorrow brings.
          if (serviceName(campaign, service) === undefined || asOf > clock.today())
            throw new Refusal('wrong-input');
        },
      },
    }),
  ];
}
