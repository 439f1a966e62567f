import { type Module, nothingToClose } from '../http/module.ts';
import { registerFonts } from './fonts.ts';
import { registerPrintIndex } from './print-index.ts';
import { registerNotFound, registerSite } from './site.ts';

/** The built site; while it is not built, a plain page of the print files. */
export function openWebsite(options: {
  config: { siteDir: string; printDir: string };
  /** Words of a page's head: who owns it. */
  owner: string;
}): Module {
  const { siteDir, printDir } = options.config;
  const { owner } = options;
  return {
    name: 'website',
    register({ pages }) {
      registerNotFound(pages, { siteDir, owner });
      registerFonts(pages);
      registerSite(pages, { siteDir, owner });
      registerPrintIndex(pages, { siteDir, printDir, owner });
    },
    close: nothingToClose,
  };
}
