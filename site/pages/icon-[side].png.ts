import type { APIRoute } from 'astro';
import { drawIcon } from '../pictures-fs.ts';

export const getStaticPaths = () =>
  [180, 192, 512].map((side) => ({ params: { side: String(side) } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await drawIcon(Number(params['side'])));
