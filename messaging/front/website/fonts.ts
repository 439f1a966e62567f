import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

/** Files that the service's own pages use: a script of a font of @fontsource, and what its addresses begin with. */
const faces = [
  { font: 'mukta', script: 'devanagari', name: 'mukta' },
  { font: 'mukta', script: 'latin', name: 'mukta-latin' },
  { font: 'mukta-vaani', script: 'gujarati', name: 'mukta-gujarati' },
] as const;

/** Mukta, in which the service's own pages are set as those of the site are, each script apart. */
export function registerFonts(app: FastifyInstance): void {
  for (const { font, script, name } of faces) {
    for (const weight of ['400', '600']) {
      const source = `@fontsource/${font}/files/${font}-${script}-${weight}-normal.woff2`;
      const file = readFileSync(fileURLToPath(import.meta.resolve(source)));
      app.get(
        `/service/${name}-${weight}.woff2`,
        { config: { access: 'public', answers: 'hashed' }, schema: { hide: true } },
        (_request, reply) => reply.type('font/woff2').send(file),
      );
    }
  }
}
