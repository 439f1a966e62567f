import { expect, it } from 'vitest';
import { sendThroughModels } from './model-run.ts';
import { openSending } from './sending-fixture.ts';

// More of them: MODELLED_PROVIDERS=200 MODEL_SEED=7; the long runs are test/faults/never-twice.ts.
const providers = Number(process.env['MODELLED_PROVIDERS'] ?? 30);
const seed = Number(process.env['MODEL_SEED'] ?? 20190330);
const { stores } = openSending();

it('sends to nobody twice and loses nobody, whatever the provider does', async () => {
  const { pool } = stores;
  const breaches = await sendThroughModels({
    pool,
    seed,
    providers,
    recipients: 12,
    stormMs: 5000,
    limitMs: 60_000,
  });
  expect(breaches).toEqual([]);
});
