import type { APIRoute } from 'astro';
import { noticePath } from '../../campaigns/privacy/notice.ts';
import { channelPages } from '../channel-pages.ts';
import { content } from '../content-fs.ts';
import { languages, localPath } from '../i18n/language.ts';

const pages = [
  '/',
  '/get/',
  '/print/',
  ...channelPages.map(({ path }) => path),
  '/progress/',
  '/campaign/',
  '/search/',
  '/sitemap/',
  '/about/',
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
      `/print/${district.id}/`,
      ...stations.map(({ id }) => `/print/${district.id}/${id}/`),
    ]),
  ];
  const entries = paths.flatMap((path) => {
    const alternates = languages.map(
      (language) =>
        `<xhtml:link rel="alternate" hreflang="${language}" href="${publicUrl}${localPath(language, path)}"/>`,
    );
    return languages.map(
      (language) =>
        `<url><loc>${publicUrl}${localPath(language, path)}</loc><lastmod>${builtOn}</lastmod>${alternates.join('')}</url>`,
    );
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
  return new Response(xml, { headers: { 'content-type': 'application/xml' } });
};
