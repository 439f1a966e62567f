import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take long, the longest first: most of them wait, and what waits alone at the end of a run keeps it from
 * ending. Vitest begins with the largest files where it knows no times, and some of these are small.
 */
const long = [
  'test/messaging/phone/sending/worker.test.ts',
  'test/site/console/shell/journeys.test.ts',
  'test/site/console/print/studio.test.ts',
  'test/messaging/phone/sending/blast-faults.test.ts',
  'test/site/accessibility.test.ts',
  'test/site/console/shell/pages.test.ts',
  'test/site/console/phone/blasts.test.ts',
  'test/generator/run/run.test.ts',
  'test/messaging/platform/database/backup/backup.test.ts',
  'test/messaging/main.test.ts',
  'test/start.test.ts',
  'test/site/console/shell/keyboard.test.ts',
  'test/site/console/phone/phone.test.ts',
  'test/messaging/field/activities/photo.test.ts',
  'test/site/console/field/offline.test.ts',
  'test/site/journeys.test.ts',
  'test/site/console/people/accounts.test.ts',
  'test/site/console/register/directions.test.ts',
  'test/messaging/scanning/scans/scan-faults.test.ts',
  'test/messaging/field/activities/activity-book.test.ts',
  'test/generator/print/family.test.ts',
  'test/site/console/field/cut-line.test.ts',
  'test/messaging/phone/sending/smpp-blast.test.ts',
  'test/messaging/phone/sending/never-twice.test.ts',
  'test/messaging/platform/database/open-durable.test.ts',
  'test/messaging/platform/database/embedded-kill.test.ts',
  'test/site/scan-journey.test.ts',
];

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = long.indexOf(relative(this.ctx.config.root, moduleId));
      return at === -1 ? long.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
