import { expect, test } from 'vitest';
import { showPart } from '../part.ts';

const named = (id: string, gathers: string | null = null) => ({
  id,
  owed: { hi: id, en: id },
  gathers,
});

test.each([
  { obligation: '3C', change: 'end', says: '3C-dgp' },
  { obligation: '3C', change: 'suspend', says: '3C-dgp' },
  { obligation: '3C', change: 'change', says: null },
  { obligation: '3C-dgp', change: 'end', says: null },
])('$change of $obligation: what consolidates it and stays owed is named', async (given) => {
  const catalogue = {
    directions: [{ id: '3C', obligations: [named('L3'), named('3C'), named('3C-dgp', '3C')] }],
    offices: [],
    apps: [],
  };
  const point = { id: 1, version: 1 };
  const part = await showPart(async () => {
    const folder = '../../../../site/islands/console/register/directions';
    const [{ createElement }, { PointForm }, { RegisterContext }] = await Promise.all([
      import('react'),
      import(`${folder}/PointForm.tsx`),
      import(`${folder}/register-context.ts`),
    ]);
    const form = createElement(PointForm, { point, day: '2019-05-03', onDone() {} });
    return createElement(RegisterContext.Provider, { value: catalogue as never }, form);
  });
  const choose = (label: string, value: string) => {
    const field = [...part.main.querySelectorAll('label')].find(({ textContent }) =>
      textContent?.startsWith(label),
    );
    const select = part.document.getElementById(field?.htmlFor ?? '') as HTMLSelectElement;
    select.value = value;
    const { Event } = part.document.defaultView as typeof globalThis & Window;
    return part.during(() => select.dispatchEvent(new Event('change', { bubbles: true })));
  };
  await choose('यह बिंदु', 'amend');
  await choose('कौन-सा निर्देश', given.obligation);
  await choose('परिवर्तन', given.change);
  const notices = [...part.main.querySelectorAll('.notice')].map(({ textContent }) => textContent);
  expect(notices).toEqual(
    given.says === null ? [] : [expect.stringMatching(RegExp(`^${given.says} .*देय बना रहेगा`))],
  );
});
