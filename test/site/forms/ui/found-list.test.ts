import { beforeAll, expect, test } from 'vitest';
import { loadDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../../../campaigns/directory/station.ts';
import { openFormService, today } from '../service.ts';
import { openView } from '../view.ts';

const { service, zone } = await openFormService({ zone: ['zone', 'lucknow'] });
beforeAll(async () => {
  const district = await service.officer('district', 'lucknow');
  const stations = boardStations(loadDirectory()).filter(({ district: of }) => of === 'lucknow');
  for (const { id } of stations.slice(0, 21)) {
    const entry = { kind: 'board', district: 'lucknow', station: id, day: today };
    const answer = await district.post('/api/activities', { ...entry, details: {}, remark: '' });
    if (answer.statusCode !== 201) throw new Error(`Expected an entry, got ${answer.body}`);
  }
});

test('another filter of a list begins at its first page', async () => {
  const view = await openView(zone, '/console/approvals/?page=2');
  const lastQuery = () => {
    const asked = view.line.requests.filter(({ url }) => url.startsWith('/api/activities?'));
    return new URL(asked.at(-1)?.url ?? '', 'http://localhost').searchParams;
  };
  expect(lastQuery().get('offset')).toBe('20');
  expect(view.texts('.pager [role=status]')).toEqual(['21 में से 21–21']);
  await view.fill({ कार्य: 'board' });
  expect([lastQuery().get('kind'), lastQuery().get('offset')]).toEqual(['board', null]);
  expect(new URL(view.page.window.location.href).searchParams.has('page')).toBe(false);
});

test('arrow keys lead from row to row of a queue, and leave its ticks alone', async () => {
  const view = await openView(zone, '/console/approvals/');
  const { document } = view.page.window;
  const rows = [...document.querySelectorAll<HTMLElement>('.queue-open')];
  const tick = document.querySelector<HTMLElement>('.queue-choose input');
  const press = async (on: HTMLElement | null | undefined, key: string) => {
    on?.focus();
    await view.user.keyboard(`{${key}}`);
    return document.activeElement;
  };
  expect(await press(rows[1], 'ArrowDown')).toBe(rows[2]);
  expect(await press(rows[1], 'ArrowUp')).toBe(rows[0]);
  expect(await press(tick, 'ArrowDown')).toBe(tick);
});

test.each([
  { label: 'its district', office: ['district', 'lucknow'], may: true },
  { label: 'its zone', office: ['zone', 'lucknow'], may: false },
  { label: 'headquarters', office: ['hq'], may: false },
] as const)(
  'the form that corrects a station stands before its own district only: $label',
  async ({ office: [role, area], may }) => {
    const officer = await service.officer(role, area);
    const path = '/console/stations/?district=lucknow&station=hazratganj';
    // Its pictures take seconds to draw, and are not looked at here.
    const away = () => ({ status: 503, json: {} });
    const view = await openView(officer, path, { answers: { 'POST /api/proofs/station': away } });
    view.getByRole('heading', { level: 2, name: 'थाना हजरतगंज' });
    const name = view.getByLabelText<HTMLInputElement>('हिंदी नाम');
    expect(name.readOnly).toBe(!may);
  },
);
