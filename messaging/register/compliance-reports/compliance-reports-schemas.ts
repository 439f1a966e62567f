import { fileTypes } from '../../contract/file-types.ts';
import { type FileAnswer, file } from '../../contract/route.ts';

export const complianceFormats = ['pdf', 'docx', 'xlsx'] as const;

export const report: FileAnswer = {
  description: 'The report',
  content: Object.assign(
    {},
    ...complianceFormats.map((format) => file(fileTypes[format], '').content),
  ),
};
