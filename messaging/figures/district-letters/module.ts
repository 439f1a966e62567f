import { type Module, nothingToClose } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { type DistrictLetterOptions, districtLetterRoutes } from './routes.ts';

/** Letters of headquarters to the heads of the districts. */
export function openDistrictLetters(options: DistrictLetterOptions): Module {
  return {
    name: 'district letters',
    register: ({ api }) => addRoutes(api, districtLetterRoutes(options)),
    close: nothingToClose,
  };
}
