import { type Module, nothingToClose } from '../http/module.ts';
import { registerFonts } from './fonts.ts';
import { registerPrintFiles } from './print-files.ts';
import { registerPrintIndex } from './print-index.ts';
import { hasSite, registerNotFound, registerSite } from './site.ts';

/** The built site with the print files; while it is not built, a plain page of them. */
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
      registerPrintFiles(pages, printDir);
      if (hasSite(siteDir)) registerSite(pages, { siteDir, owner });
      else registerPrintIndex(pages, { printDir, owner });
    },
    close: nothingToClose,
  };
}
