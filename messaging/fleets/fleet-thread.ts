import { readFileSync } from 'node:fs';
import { type FleetList, type FleetRules, readFleetFile } from '../../campaigns/vehicles/fleet.ts';
import { answerWithList } from '../lists/list-task.ts';

export interface GivenFleet {
  path: string;
  rules: FleetRules;
}

// biome-ignore lint/correctness/useYield: a fleet list is small and comes in one piece
answerWithList(async function* ({ path, rules }: GivenFleet): AsyncGenerator<never, FleetList> {
  return readFleetFile(readFileSync(path), rules);
});
