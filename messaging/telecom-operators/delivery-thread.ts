import { districtFinder } from '../../campaigns/directory/district-names.ts';
import type { NamedDistrict } from '../../campaigns/directory/station.ts';
import { answerWithList } from '../lists/list-task.ts';
import { type ReadReport, readDeliveryReport } from './delivery-report.ts';

export interface GivenDeliveries {
  csv: string;
  districts: readonly NamedDistrict[];
}

// biome-ignore lint/correctness/useYield: totals by day and district are few and come in one piece
answerWithList(async function* ({
  csv,
  districts,
}: GivenDeliveries): AsyncGenerator<never, ReadReport> {
  return readDeliveryReport(csv, districtFinder(districts));
});
