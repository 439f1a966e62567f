import type { APIRoute } from 'astro';
import { languagePaths } from '../../../i18n/language.ts';
import { searchWorker } from '../../../search-worker-fs.ts';

export const getStaticPaths = () => languagePaths();

/** Beside the page of the search, so that its scope is that page alone. */
export const GET: APIRoute = () =>
  new Response(searchWorker(), { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
