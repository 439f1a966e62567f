import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clearAway } from '../../../../messaging/platform/database/clear-away.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => vi.useRealTimers());

test('what a failed request left is deleted again until it is gone, and not once more', async () => {
  const work = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('away'));
  await clearAway(work);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(2), { timeout: 5_000 });
  await clearAway(work);
  expect(work).toHaveBeenCalledTimes(3);
});
