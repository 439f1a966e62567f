import { expect, test } from 'vitest';
import { openFolder } from '../../../folders.ts';
import { killTheFloor } from '../../fixtures/floor-faults-run.ts';

const dataDir = openFolder('floor-');

test('printed codes are answered by each process from its first answer on, whatever was killed or damaged, and none is lost or counted twice', async () => {
  const { received, unanswered, refused, scans, counted, firstMs } = await killTheFloor({
    dataDir,
    kills: 20,
    scansEach: 60,
  });
  expect(firstMs).toHaveLength(20);
  expect(refused).toBe(0);
  expect(received).toBeGreaterThanOrEqual(20 * 60);
  expect(scans).toBeGreaterThanOrEqual(received);
  expect(scans).toBeLessThanOrEqual(received + unanswered);
  expect(counted).toBe(scans);
}, 900_000);
