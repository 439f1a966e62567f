import { z } from 'zod';
import { bilingual } from '../bilingual.ts';
import { channels } from '../channel.ts';
import { id } from '../id.ts';

const withName = (text: string) => text.includes('{name}');
const withNameFault = 'Expected {name} where the name of the district stands';

/** Names of the areas above a station, and the list of them. */
export const areasSchema = z.strictObject({
  state: bilingual.describe('The whole of it, as what belongs to no district is named'),
  levels: z
    .strictObject({ zone: bilingual, range: bilingual, district: bilingual })
    .describe('The words for a zone, a range and a district of the police'),
  districtNamed: bilingual
    .refine(({ hi, en }) => withName(hi) && withName(en), withNameFault)
    .describe('A district as offices are named after it; {name} is its name'),
  zones: z.record(id, bilingual).describe('By the id that a district carries as its zone'),
  ranges: z.record(id, bilingual).describe('By the id that a district carries as its range'),
  listNote: bilingual.optional().describe('Of which time the list of districts and stations is'),
  mapNote: bilingual.optional().describe('What the heavy lines of the map of districts stand for'),
  branches: z
    .record(id, bilingual)
    .default({})
    .describe(
      'Offices of headquarters that directions name, by their ids: they have no area of the state',
    ),
  branchRecords: z
    .record(id, z.array(z.enum(channels)).min(1))
    .default({})
    .describe('Activities that a branch enters for the whole state'),
});
export type Areas = z.infer<typeof areasSchema>;
