import { join } from 'node:path';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { loadCampaign } from './campaigns/campaign-fs.ts';
import { languageFacts } from './campaigns/language.ts';
import { readWords } from './campaigns/languages/service-words-fs.ts';
import { loadConfig } from './site/config.ts';
import { findOwnFont } from './site/styles/own-font-fs.ts';
import { paletteCss } from './site/styles/palette-fs.ts';

const config = loadConfig(process.env);
const campaign = loadCampaign(config.campaign);
const [ownLanguage] = campaign.languages;
const { file: ownFont, style: ownStyles } = findOwnFont(languageFacts[ownLanguage].script);
// Astro reports each build to its makers otherwise.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

/**
 * Files named `-fs.ts` read the disk beside themselves: they stay where they are and Node runs them, while
 * everything else is bundled. While pages are developed all stays where it is, and Vite takes no address of a file.
 */
const readersStayOutside = {
  name: 'readers-stay-outside',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith('-fs.ts')) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && { id: new URL(found.id, 'file:///').href, external: true };
  },
};

/** The campaign's own colours in the place of those of the style sheet, and the font of its script beside Mukta. */
const ownStyle = {
  name: 'own-style',
  enforce: 'pre',
  // Imports between style sheets are resolved inside Vite's own step: the colours are put in before it.
  transform(css, id) {
    const isGlobal = id.split('?')[0].endsWith('/styles/global.css');
    return isGlobal ? css.replace('@import "./palette.css";', '') + paletteCss() + ownStyles : null;
  },
};

/** Pages allow no code that is made while they run: zod would try, and the browser report it as an attack. */
const checksWithoutCode = {
  name: 'checks-without-code',
  transform(code, id) {
    return /\/zod\/v4\/core\/core\.js/.test(id) ? `${code}\nglobalConfig.jitless = true;` : null;
  },
};

export default defineConfig({
  srcDir: './site',
  publicDir: './assets/public',
  outDir: config.siteDir,
  site: config.publicUrl,
  trailingSlash: 'always',
  // By the rules of HTML, so that a line break in a template is a space on the page.
  compressHTML: true,
  cacheDir: join(config.cacheDir, 'astro/'),
  build: { format: 'directory' },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  integrations: [react()],
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types own-workers',
      ],
    },
  },
  vite: {
    // The style sheet of a citizen's page stands in the page: 4.1 kB, where Vite's own limit is 4.
    build: { assetsInlineLimit: 4500 },
    resolve: { alias: [{ find: /^own-font/, replacement: ownFont }] },
    plugins: [readersStayOutside, ownStyle, checksWithoutCode],
    define: {
      OWN_LANGUAGE: JSON.stringify(ownLanguage),
      FALLBACK: JSON.stringify(campaign.fallback ?? 'en'),
      OWN_WORDS: JSON.stringify(readWords(ownLanguage, 'pages') ?? {}),
      CAMPAIGN_NAMES: JSON.stringify({
        headquarters: campaign.headquarters,
        state: campaign.areas.state,
        parts: Object.keys(campaign),
      }),
    },
  },
});
