import type { APIRoute } from 'astro';
import { packSearch } from '../../campaigns/directory/search-index.ts';
import { content } from '../content-fs.ts';

/** Downloaded once by the search box, when somebody first goes to it. */
export const GET: APIRoute = () => {
  const { districts } = content;
  const packed = packSearch({
    districts: districts.map(({ district }) => district),
    stations: districts.flatMap(({ stations }) => stations),
  });
  return new Response(packed, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
