import { type Module, nothingToClose } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { type InspectionOptions, inspectionRoutes } from './routes.ts';

/** Inspections of boards. */
export function openInspections(options: InspectionOptions): Module {
  return {
    name: 'inspections',
    async register({ api }) {
      addRoutes(api, inspectionRoutes(options));
    },
    close: nothingToClose,
  };
}
