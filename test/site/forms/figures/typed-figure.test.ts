import { expect, test } from 'vitest';
import { openFormService } from '../service.ts';
import { openView } from '../view.ts';

const { hq } = await openFormService({ hq: 'hq' });

test('a typed figure is handed on as it was checked, with who told it, after a look at what it changes', async () => {
  const view = await openView(hq, '/console/reports/');
  const form = view.part('form', 'किसने बताया');
  await form.fill({ 'कुल डाउनलोड': '1,62,345', 'किसने बताया': 'नोडल अधिकारी, दूरभाष से' });
  await form.press('देखें कि क्या बदलेगा');
  const facts = () => view.texts('.check-answers .facts > div').join('|');
  expect(facts()).toContain('1,62,345');
  expect(facts()).toContain('किसने बतायानोडल अधिकारी, दूरभाष से');
  const [preview] = view.sent();
  expect(preview?.url).toContain('dry-run=true');
  const check = view.part('.check-answers');
  check.getByRole('button', { name: 'संख्या बदलें' });
  await check.fill({ कारण: 'पहली संख्या, पत्र के अनुसार' });
  await check.press('दूसरे अधिकारी को भेजें');
  const [stored] = view.sent();
  expect(stored?.url).not.toContain('dry-run');
  expect(stored?.body).toMatchObject({ downloads: '1,62,345', source: 'नोडल अधिकारी, दूरभाष से' });
  expect(stored?.body).toMatchObject({ reason: 'पहली संख्या, पत्र के अनुसार' });
  expect(view.texts('.check-answers')).toEqual([]);
});
