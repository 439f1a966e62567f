import { districtFinder } from '../../../campaigns/directory/district-names.ts';
import type { NamedDistrict } from '../../../campaigns/directory/station.ts';
import { type ReadReport, readDeliveryReport } from './delivery-report.ts';

interface UploadedReport {
  csv: string;
  districts: readonly NamedDistrict[];
}

export async function decode({ csv, districts }: UploadedReport): Promise<ReadReport> {
  return readDeliveryReport(csv, districtFinder(districts));
}
