import type { APIRoute } from 'astro';
import { type CsvTable, csvTables, progressCsv } from '../../components/progress/progress-csv.ts';
import { progress } from '../../progress-fs.ts';

export const getStaticPaths = () =>
  csvTables.map((table) => ({ params: { table }, props: { table } }));

export const GET: APIRoute<{ table: CsvTable }> = ({ props }) =>
  new Response(progressCsv(progress, props.table), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
