import type { APIRoute } from 'astro';
import { progress } from '../../progress-fs.ts';

export const GET: APIRoute = () => Response.json(progress);
