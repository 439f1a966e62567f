import { type Module, nothingToClose } from '../../platform/http/module.ts';
import { type InspectionOptions, registerInspections } from './routes.ts';

/** Inspections of boards. */
export function openInspections(options: InspectionOptions): Module {
  return {
    name: 'inspections',
    async register({ api }) {
      registerInspections(api, options);
    },
    close: nothingToClose,
  };
}
