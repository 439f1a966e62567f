import type { APIRoute } from 'astro';
import { appSiteAssociation } from '../../app-links.ts';
import { content } from '../../content-fs.ts';

export const GET: APIRoute = () => Response.json(appSiteAssociation(content.campaign.app));
