import type { APIRoute } from 'astro';
import { content } from '../content-fs.ts';
import { wordsIn } from '../i18n/dictionary.ts';
import { languageTag } from '../i18n/own-language.ts';
import { palette } from '../styles/palette-fs.ts';

export const GET: APIRoute = () => {
  const { name, app } = content.campaign;
  return Response.json({
    name: name.hi,
    short_name: app.name,
    lang: languageTag('hi'),
    id: '/',
    start_url: '/search/',
    scope: '/',
    display: 'minimal-ui',
    background_color: palette.paper,
    theme_color: palette.navy,
    icons: [192, 512].map((side) => ({
      src: `/icon-${side}.png`,
      sizes: `${side}x${side}`,
      type: 'image/png',
    })),
    shortcuts: [
      { name: wordsIn('hi').search.title, url: '/search/' },
      { name: wordsIn('hi').print.title, url: '/print/' },
      { name: wordsIn('hi').nav.progress, url: '/progress/' },
    ],
  });
};
