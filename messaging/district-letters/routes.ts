import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { zipSync } from 'fflate';
import type { District } from '../../campaigns/directory/station.ts';
import { rolesFor } from '../../campaigns/offices/permission.ts';
import { districtLetterRoutes } from '../contract/district-letters.ts';
import type { NoteFormat } from '../contract/values.ts';
import { ApiError } from '../http/api-error.ts';
import type { Progress } from '../progress/module.ts';
import { type LetterInputs, letterContent } from './letter-content.ts';
import { letterDocx } from './letter-docx.ts';
import { letterPdf } from './letter-pdf.ts';

const types: Record<NoteFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/**
 * Letters for headquarters to sign: of one district, or of all. What is made is a draft without number and signature, of figures
 * that are public, and is not kept: like a review note that is looked at, it stands in no audit log.
 */
export function registerDistrictLetters(
  app: FastifyInstance,
  { live, source }: Pick<Progress, 'live' | 'source'>,
): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: rolesFor('district-letter.make') };
  const inputs = async (): Promise<LetterInputs> => ({
    file: (await live.current()).file,
    campaign: source.campaign,
  });

  routes.route({
    ...districtLetterRoutes.one,
    config,
    handler: async ({ params, query: { format } }, reply) => {
      const district = source.directory.districts.find(({ id }) => id === params.district);
      if (district === undefined) throw new ApiError('not-found');
      const data = await write(district, format, await inputs());
      return reply
        .type(types[format])
        .header('content-disposition', `attachment; filename="${nameOf(district, format)}"`)
        .send(data);
    },
  });
  routes.route({
    ...districtLetterRoutes.all,
    config,
    handler: async ({ query: { format } }, reply) => {
      const given = await inputs();
      const files: Record<string, Uint8Array> = {};
      for (const district of source.directory.districts) {
        files[nameOf(district, format)] = await write(district, format, given);
        // Seventy-five pages take a moment, in which others are answered.
        await new Promise((resolve) => setImmediate(resolve));
      }
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="do-letters-${format}.zip"`)
        .send(zipSync(files, { level: 0, mtime: given.file.generatedAt }));
    },
  });
}

async function write(
  district: District,
  format: NoteFormat,
  inputs: LetterInputs,
): Promise<Uint8Array> {
  const letter = letterContent(district, inputs);
  return format === 'pdf' ? letterPdf(letter) : letterDocx(letter);
}

function nameOf({ id }: District, format: NoteFormat): string {
  return `do-letter-${id}.${format}`;
}
