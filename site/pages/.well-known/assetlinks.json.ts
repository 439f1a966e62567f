import type { APIRoute } from 'astro';
import { assetLinks } from '../../app-links.ts';
import { content } from '../../content-fs.ts';

export const GET: APIRoute = () => Response.json(assetLinks(content.campaign.app));
