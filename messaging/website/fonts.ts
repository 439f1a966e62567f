import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

/** Weights that the service's own pages use. */
const weights = ['400', '600'] as const;

/** Mukta for machines without a font for Devanagari; the pages name the system's fonts first. */
export function registerFonts(app: FastifyInstance): void {
  for (const weight of weights) {
    const source = `@fontsource/mukta/files/mukta-devanagari-${weight}-normal.woff2`;
    const font = readFileSync(fileURLToPath(import.meta.resolve(source)));
    app.get(
      `/service/mukta-${weight}.woff2`,
      { config: { access: 'public', answers: 'hashed' }, schema: { hide: true } },
      (_request, reply) => reply.type('font/woff2').send(font),
    );
  }
}
