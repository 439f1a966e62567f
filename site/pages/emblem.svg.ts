import type { APIRoute } from 'astro';
import { emblem } from '../emblem-fs.ts';

export const GET: APIRoute = () => new Response(emblem);
