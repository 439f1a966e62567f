import { z } from 'zod';
import { messageLanguages } from '../../../campaigns/messages/messages.ts';
import { fileTypes } from '../../contract/file-types.ts';
import { file, forOfficers, oneId, refusals, route } from '../../contract/route.ts';

const querystring = z.object({ language: z.enum(messageLanguages).default('hi') });
const refused = { ...forOfficers, ...refusals(404) };

/** The report of a blast as a file: totals, reasons, days, districts, cost and result; nobody's number. */
export const blastReportRoutes = {
  csv: route('GET /api/blasts/:id/report.csv', {
    summary: 'Report of a blast as csv',
    params: oneId,
    querystring,
    response: { 200: file('text/csv', 'The report'), ...refused },
  }),
  xlsx: route('GET /api/blasts/:id/report.xlsx', {
    summary: 'Report of a blast as xlsx',
    params: oneId,
    querystring,
    response: { 200: file(fileTypes.xlsx, 'The report'), ...refused },
  }),
  pdf: route('GET /api/blasts/:id/report.pdf', {
    summary: 'Report of a blast as pdf',
    params: oneId,
    querystring,
    response: { 200: file(fileTypes.pdf, 'The report'), ...refused },
  }),
};
