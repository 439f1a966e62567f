import { zipSync } from 'fflate';
import { z } from 'zod';
import type { District } from '../../../campaigns/directory/station.ts';
import { id } from '../../../campaigns/id.ts';
import { file, paperFile, refusals } from '../../contract/route.ts';
import { type NoteFormat, noteFormats } from '../../contract/values.ts';
import { type PaperPress, writePaper } from '../../platform/documents/papers.ts';
import { sendDownload } from '../../platform/http/download.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Progress } from '../progress/module.ts';
import { districtLetter, type LetterInputs } from './district-letter.ts';

const querystring = z.object({ format: z.enum(noteFormats).default('pdf') });

export interface DistrictLetterOptions extends Pick<Progress, 'live' | 'source'> {
  decoders: PaperPress;
}

/**
 * Letters for headquarters to sign: of one district, or of all. What is made is a draft without number and signature, of figures
 * that are public, and is not kept: like a review note that is looked at, it is in no audit log.
 */
export function districtLetterRoutes({ live, source, decoders }: DistrictLetterOptions) {
  const inputs = async (): Promise<LetterInputs> => ({
    file: (await live.current()).file,
    campaign: source.campaign,
  });
  return [
    serveRoute('GET /api/district-letters/:district', {
      summary: 'Letter to the head of a district, as PDF or DOCX',
      params: z.object({ district: id.max(80) }),
      querystring,
      response: { 200: paperFile('The letter, one page', 'pdf', 'docx'), ...refusals(404) },
      may: 'district-letter.make',
      handler: async ({ actor, params, query: { format } }, reply) => {
        const district = source.directory.districts.find((each) => each.id === params.district);
        if (district === undefined) throw new Refusal('not-found');
        const letter = districtLetter(district, await inputs());
        const bytes = await writePaper(decoders, letter, { format, account: actor.id });
        return sendDownload(reply, toFileName(district, format), bytes);
      },
    }),
    serveRoute('GET /api/district-letters', {
      summary: 'Letters to the heads of all districts in a ZIP, as PDF or DOCX',
      querystring,
      response: { 200: file('application/zip', 'One letter a district') },
      may: 'district-letter.make',
      handler: async ({ actor, query: { format } }, reply) => {
        const facts = await inputs();
        const files: Record<string, Uint8Array> = {};
        for (const district of source.directory.districts) {
          const letter = districtLetter(district, facts);
          const name = toFileName(district, format);
          files[name] = await writePaper(decoders, letter, { format, account: actor.id });
        }
        const zip = zipSync(files, { level: 0, mtime: facts.file.generatedAt });
        return sendDownload(reply, `do-letters-${format}.zip`, zip);
      },
    }),
  ];
}

function toFileName(district: District, format: NoteFormat): `${string}.${NoteFormat}` {
  return `do-letter-${district.id}.${format}`;
}
