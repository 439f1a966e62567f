import type { House } from '../../kit/house.ts';
import type { Identify } from '../../platform/http/access.ts';
import type { Module } from '../../platform/http/module.ts';
import { type Kit, openPrintKit } from './kit-fs.ts';
import type { OnDemandGenerator } from './on-demand-generator.ts';
import { registerPrintFiles, type Stamps } from './routes.ts';
import type { SharedPrints } from './shared-prints-fs.ts';

/** Serves files of the print kit; one that is not there yet is made on request. */
export function openPrintFiles(
  options: House & {
    onDemand: OnDemandGenerator;
    prints?: SharedPrints | undefined;
    /** Shared with others that look into the print folder. */
    kit?: Kit;
    identify?: Identify | undefined;
    stamps?: Stamps | undefined;
  },
): Module {
  const { config, kit = openPrintKit(config.printDir), ...rest } = options;
  return {
    name: 'print files',
    register({ pages }) {
      // The first reading takes longest: no request waits for it.
      kit.planned();
      kit.made();
      registerPrintFiles(pages, { ...rest, kit, printDir: config.printDir });
    },
  };
}
