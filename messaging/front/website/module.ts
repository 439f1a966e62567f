import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { registerFonts } from './fonts.ts';
import { registerPrintIndex } from './print-index.ts';
import { registerNotFound, registerSite } from './site.ts';

/** The built site; while it is not built, a plain page of the print files. */
export function openWebsite(options: House): Module {
  const { siteDir, printDir } = options.config;
  const { campaign } = options;
  return {
    name: 'website',
    register({ pages }) {
      registerNotFound(pages, { siteDir, campaign });
      registerFonts(pages);
      registerSite(pages, siteDir);
      registerPrintIndex(pages, { siteDir, printDir, campaign });
    },
  };
}
