import { z } from 'zod';
import { fileTypes } from '../../contract/file-types.ts';
import { type FileAnswer, file } from '../../contract/route.ts';
import { noteFormats } from '../../contract/values.ts';

export const format = z.enum(noteFormats).default('pdf');
export const note: FileAnswer = {
  description: 'The note',
  content: { ...file(fileTypes.pdf, '').content, ...file(fileTypes.docx, '').content },
};

export const keptNote = z.object({ month: z.string(), keptAt: z.iso.datetime() });
