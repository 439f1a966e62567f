import { expect, test } from 'vitest';
import { paperTask } from '../../../../messaging/platform/documents/papers.ts';
import { listImports } from '../../../servers/sort-tests.ts';
import { decoders } from '../../fixtures/decoders.ts';

test('the service loads no writer of papers itself: a page would hold all other requests', () => {
  const loaded = new Set(['messaging/main.ts', 'messaging/modules.ts', 'messaging/worker.ts']);
  for (const file of loaded) for (const name of listImports(file)) loaded.add(name);
  expect(loaded).toContain('messaging/platform/documents/papers.ts');
  expect(
    [...loaded].filter((name) => /^docx$|documents\/(docx|pdf)-|-(pdf|docx|xlsx)\.ts$/.test(name)),
  ).toEqual([]);
});

test('a writer that a module does not export is named', async () => {
  const module = new URL('../../../../messaging/platform/documents/papers.ts', import.meta.url);
  await expect(
    decoders.readWhole(
      paperTask<(content: object) => Uint8Array>(module, 'notePdf'),
      {},
      'officer',
    ),
  ).rejects.toThrow(/papers\.ts to export notePdf/);
});
