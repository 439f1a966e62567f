import type { APIRoute } from 'astro';
import { content } from '../../content-fs.ts';
import { securityText } from '../../security-text.ts';

export const GET: APIRoute = () => new Response(securityText(content.campaign, content.config));
