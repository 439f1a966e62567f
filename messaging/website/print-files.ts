import type { FastifyInstance } from 'fastify';

/**
 * Serves the print folder at `/files/`: ranges, ETag and Last-Modified by @fastify/static, no listing,
 * nothing outside of the folder, no dotfiles (the generator's partial files).
 */
export function registerPrintFiles(app: FastifyInstance, printDir: string): void {
  app.get<{ Params: { '*': string } }>(
    '/files/*',
    { config: { access: 'public', answers: 'file' }, schema: { hide: true } },
    (request, reply) => {
      return reply.sendFile(request.params['*'], printDir, {
        index: false,
        dotfiles: 'ignore',
        cacheControl: false,
      });
    },
  );
}
