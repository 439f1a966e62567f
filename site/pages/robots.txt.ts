import type { APIRoute } from 'astro';
import { content } from '../content-fs.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\nSitemap: ${content.config.publicUrl}/sitemap.xml\n`);
