import { expect, test } from 'vitest';
import { borrow } from '../servers/borrow.ts';
import { cutPowerOften } from './fixtures/power-cuts-run.ts';

const isRoot = process.getuid?.() === 0;
// One image, with the database elsewhere, whose cuts `open-durable.test.ts` records; thirty in `npm run test:faults`.
test.runIf(isRoot)(
  'after a power cut the service starts by itself with all that it acknowledged',
  async (context) => {
    const result = await cutPowerOften({
      images: 1,
      loadMs: 1000,
      seed: Date.now() % 1_000_000,
      databaseUrl: await borrow('database'),
    });
    if (result === undefined) return context.skip('no disk image can be mounted here');
    expect(result).toMatchObject({ images: 1, needHand: [], missing: [] });
    expect(result.scans).toBeGreaterThan(0);
  },
);
