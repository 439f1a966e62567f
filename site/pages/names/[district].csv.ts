import type { APIRoute } from 'astro';
import { content, type DistrictContent } from '../../content-fs.ts';
import { ownLanguage } from '../../i18n/own-language.ts';
import { nameSheet } from '../../name-sheet.ts';

export const getStaticPaths = () =>
  content.districts
    .filter(({ stations }) => stations.some(({ needsCheck }) => needsCheck))
    .map((inDistrict) => ({ params: { district: inDistrict.district.id }, props: inDistrict }));

export const GET: APIRoute<DistrictContent> = ({ props }) =>
  new Response(
    nameSheet(props.stations, {
      language: ownLanguage,
      urdu: content.campaign.urdu !== undefined,
    }),
    {
      headers: { 'content-type': 'text/csv; charset=utf-8' },
    },
  );
