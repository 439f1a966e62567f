import type { APIRoute } from 'astro';
import { content } from '../../content-fs.ts';
import { type PlacesOfCodes, placesByFile } from '../../places.ts';

export function getStaticPaths() {
  const { registry, districts, campaign } = content;
  const files = placesByFile({
    registry,
    districts,
    areas: campaign.areas,
    state: campaign.copy.state,
  });
  return [...files].map(([start, places]) => ({ params: { start }, props: { places } }));
}

export const GET: APIRoute<{ places: PlacesOfCodes }> = ({ props }) => Response.json(props.places);
