import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Officer, TestConsole } from '../../../messaging/fixtures/console.ts';
import { openFormService } from '../service.ts';
import { openView } from '../view.ts';

let service: TestConsole;
let hq: Officer;
beforeAll(async () => {
  service = await openFormService();
  hq = await service.officer('hq');
});
afterAll(() => service.close());

test('a typed figure is stored as it was checked, with who told it, after a look at what it changes', async () => {
  const view = await openView(hq, '/console/reports/');
  const form = view.part('form', 'किसने बताया');
  await form.fill({ 'कुल डाउनलोड': '1,62,345', 'किसने बताया': 'नोडल अधिकारी, दूरभाष से' });
  await form.press('देखें कि क्या बदलेगा');
  const facts = () => view.texts('.check-answers .facts > div').join('|');
  expect(facts()).toContain('1,62,345');
  expect(facts()).toContain('किसने बतायानोडल अधिकारी, दूरभाष से');
  const [preview] = view.sent();
  expect(preview?.url).toContain('dry-run=true');
  view.part('.check-answers .actions').getByRole('button', { name: 'संख्या बदलें' });
});
