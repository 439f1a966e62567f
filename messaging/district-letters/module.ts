import { type Module, nothingToClose } from '../http/module.ts';
import type { Progress } from '../progress/module.ts';
import { registerDistrictLetters } from './routes.ts';

/** Letters of headquarters to the heads of the districts. */
export function openDistrictLetters(progress: Pick<Progress, 'live' | 'source'>): Module {
  return {
    name: 'district letters',
    register: ({ api }) => registerDistrictLetters(api, progress),
    close: nothingToClose,
  };
}
