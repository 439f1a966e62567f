import { expect, test } from 'vitest';
import { showPart } from '../part.ts';

const catalogue = { today: '2026-12-02', directions: [], papers: [], apps: [], offices: [] };

test.each([
  { role: 'hq', ways: ['/console/directions/?meetings'] },
  { role: 'district', ways: [] },
] as const)(
  'before the first paper the register says where directions come from, and to $role how',
  async ({ role, ways }) => {
    const { main } = await showPart(
      async () => {
        const [{ createElement }, { DirectionsView }] = await Promise.all([
          import('react'),
          import('../../../../site/islands/console/register/directions/DirectionsView.tsx'),
        ]);
        return createElement(DirectionsView);
      },
      { role, ask: async () => catalogue },
    );
    expect(main.textContent).toMatch(/अभी कोई पत्र दर्ज नहीं है/);
    const links = [...main.querySelectorAll('a.button')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(ways);
  },
);
