import type { APIRoute } from 'astro';
import { hasUrduWords, isUrduDraft } from '../../campaigns/languages/urdu/in-urdu.ts';
import { noticePath } from '../../campaigns/privacy/notice.ts';
import { shownChannelPages } from '../channel-pages.ts';
import { content } from '../content-fs.ts';
import { localPath, pageLanguages, urduPath } from '../i18n/language.ts';
import { languageTag } from '../i18n/own-language.ts';

const pages = [
  '/',
  '/get/',
  '/print/',
  ...shownChannelPages.map(({ path }) => path),
  '/progress/',
  '/open-data/',
  ...(content.campaign.score === undefined ? [] : ['/progress/score/']),
  '/developers/install-referrer/',
  '/campaign/',
  '/search/',
  '/sitemap/',
  '/contact/',
  '/help/',
  '/feedback/',
  '/about/',
  '/terms/',
  '/privacy/',
  noticePath,
  '/accessibility/',
];

/** Every page in both languages, each with its counterpart. */
export const GET: APIRoute = () => {
  const { publicUrl, builtOn } = content.config;
  const paths = [
    ...pages,
    ...content.districts.flatMap(({ district, stations }) => [
      `/progress/${district.id}/`,
      `/print/${district.id}/`,
      ...stations.map(({ id }) => `/print/${district.id}/${id}/`),
    ]),
  ];
  const entries = paths.flatMap((path) => {
    const alternates = pageLanguages(path).map(
      (language) =>
        `<xhtml:link rel="alternate" hreflang="${languageTag(language)}" href="${publicUrl}${localPath(language, path)}"/>`,
    );
    return pageLanguages(path).map(
      (language) =>
        `<url><loc>${publicUrl}${localPath(language, path)}</loc><lastmod>${builtOn}</lastmod>${alternates.join('')}</url>`,
    );
  });
  if (hasUrduWords(content.campaign) && !isUrduDraft(content.campaign))
    entries.push(`<url><loc>${publicUrl}${urduPath}</loc><lastmod>${builtOn}</lastmod></url>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
  return new Response(xml, { headers: { 'content-type': 'application/xml' } });
};
