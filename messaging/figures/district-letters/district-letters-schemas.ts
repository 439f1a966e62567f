import { z } from 'zod';
import { fileTypes } from '../../contract/file-types.ts';
import { type FileAnswer, file } from '../../contract/route.ts';
import { noteFormats } from '../../contract/values.ts';

export const format = z.enum(noteFormats).default('pdf');
export const letter: FileAnswer = {
  description: 'The letter, one page',
  content: { ...file(fileTypes.pdf, '').content, ...file(fileTypes.docx, '').content },
};
export const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/);
