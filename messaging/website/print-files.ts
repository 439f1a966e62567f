import type { FastifyInstance } from 'fastify';

/**
 * Serves the print folder at `/files/`: ranges, ETag and Last-Modified by @fastify/static, no listing,
 * nothing outside of the folder, no dotfiles (the generator's partial files).
 */
export function registerPrintFiles(app: FastifyInstance, printDir: string): void {
  app.get<{ Params: { '*': string } }>(
    '/files/*',
    { config: { access: 'public' }, schema: { hide: true } },
    (request, reply) => {
      // Files are made again under the same name: browsers ask each time, and mostly get a 304.
      reply.header('cache-control', 'public, no-cache');
      return reply.sendFile(request.params['*'], printDir, {
        index: false,
        dotfiles: 'ignore',
        cacheControl: false,
      });
    },
  );
}
