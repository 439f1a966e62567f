import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

/** Scripts and weights that the service's own pages use. */
const faces = (['devanagari', 'latin'] as const).flatMap((script) =>
  (['400', '600'] as const).map((weight) => [script, weight] as const),
);

/** Mukta, in which the service's own pages are set as those of the site are: Devanagari, and Latin apart from it. */
export function registerFonts(app: FastifyInstance): void {
  for (const [script, weight] of faces) {
    const source = `@fontsource/mukta/files/mukta-${script}-${weight}-normal.woff2`;
    const font = readFileSync(fileURLToPath(import.meta.resolve(source)));
    app.get(
      `/service/mukta-${script === 'latin' ? 'latin-' : ''}${weight}.woff2`,
      { config: { access: 'public', answers: 'hashed' }, schema: { hide: true } },
      (_request, reply) => reply.type('font/woff2').send(font),
    );
  }
}
