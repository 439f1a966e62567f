import { type Module, nothingToClose } from '../../platform/http/module.ts';
import { type DistrictLetterOptions, registerDistrictLetters } from './routes.ts';

/** Letters of headquarters to the heads of the districts. */
export function openDistrictLetters(options: DistrictLetterOptions): Module {
  return {
    name: 'district letters',
    register: ({ api }) => registerDistrictLetters(api, options),
    close: nothingToClose,
  };
}
