import { beforeAll, expect, test } from 'vitest';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../../../campaigns/directory/station.ts';
import { keepBoards, renderBoards } from '../../../messaging/field/activities/boards.ts';
import { photograph } from '../../../messaging/field/activities/scene.ts';
import { expectSound } from '../../axe.ts';
import { expectInView } from '../../in-view.ts';
import { listBoards, missing, pick, row, worksOffline } from '../boards-phone.ts';
import { setUpConsole } from '../console-suite.ts';

const portal = setUpConsole();
const drawn = ['ajnar', 'kabrai', 'kharela'] as const;
let pictures: Record<(typeof drawn)[number] | 'dark', Buffer>;
beforeAll(async () => {
  const boards = renderBoards(drawn.map((id) => `mahoba/${id}`));
  await keepBoards(portal.service.database.pool, boards);
  const taken = await Promise.all(
    [...boards.values()].map((board, at) =>
      photograph(board, { widthPx: 3200, heightPx: 2400, seed: at + 1 }),
    ),
  );
  const [ajnar, kabrai, kharela] = taken as [Buffer, Buffer, Buffer];
  const dark = await photograph(renderBoards(['agra/hari-parvat']).values().next().value as Buffer);
  pictures = { ajnar, kabrai, kharela, dark };
});

const address = '/console/boards/?district=mahoba';
const file = (name: keyof typeof pictures, as: string = name) => ({
  name: `${as}.jpg`,
  mimeType: 'image/jpeg',
  buffer: pictures[name],
});

test('pictures chosen at once go to the stations whose codes they show, also without a network; the rest is asked', async () => {
  const page = await portal.open(['district', 'mahoba'], address);
  expect(await missing(page)).toBe('12');
  await worksOffline(page);
  await page.context().setOffline(true);
  await page
    .getByLabel('कई फ़ोटो एक साथ चुनें')
    .setInputFiles([
      file('ajnar'),
      file('kabrai'),
      file('ajnar', 'again'),
      file('dark'),
      file('kharela'),
    ]);
  const tray = page.locator('.tray');
  const of = (name: string) => tray.locator(`[data-picture="${name}.jpg"]`);
  await of('kharela').getByText('भेजने को तैयार').waitFor();
  await of('ajnar').getByText('अजनर', { exact: true }).waitFor();
  await of('again').getByText('यही फ़ोटो पहले से चुनी हुई है').waitFor();
  await of('dark').getByText('इसमें इस जनपद के किसी बोर्ड का कोड नहीं है').waitFor();
  await of('dark').getByLabel('थाने का नाम लिखें').fill('kulpa');
  await of('dark').getByRole('button', { name: 'थाना: कुलपहाड़' }).click();
  await of('dark').getByText('भेजने को तैयार').waitFor();
  // Taken out, put back, taken out.
  await of('dark')
    .getByRole('button', { name: /फ़ोटो हटाएँ$/ })
    .click();
  await tray.getByRole('button', { name: 'वापस लाएँ' }).click();
  await of('dark').getByText('कुलपहाड़', { exact: true }).waitFor();
  await of('dark')
    .getByRole('button', { name: /फ़ोटो हटाएँ$/ })
    .click();
  const send = tray.getByRole('button', { name: '3 फ़ोटो भेजें' });
  await expectInView(send);
  await expectSound(page);
  await send.click();
  await of('ajnar').getByText('नेटवर्क आते ही अपने आप भेजी जाएगी').waitFor();
  await of('kharela').getByRole('button', { name: 'खरेला: न भेजें' }).click();
  await of('kharela').getByText('भेजने को तैयार').waitFor();
  await page.context().setOffline(false);
  await of('ajnar').locator('.state.verified').waitFor();
  await of('kabrai').locator('.state.verified').waitFor();
  expect(await listBoards(page)).toEqual(['ajnar verified', 'kabrai verified']);
  await tray.getByRole('button', { name: 'थानों की सूची' }).click();
  await expect.poll(() => missing(page)).toBe('10');
  await page.getByRole('button', { name: 'चुनी हुई फ़ोटो: 4' }).waitFor();
  // Of these, two are not handed over: a reload loses neither.
  await page.reload();
  await of('kharela').getByText('भेजने को तैयार').waitFor();
  await of('again').getByText('अजनर का बोर्ड पहले से सत्यापित').waitFor();
  expect(await tray.locator('[data-picture]').count()).toBe(2);
});

test('between its picture’s arrival and the verdict a row never offers to begin again, nor waits for a network that is there', async () => {
  const page = await portal.open(['district', 'mahoba'], address);
  const place = row(page, 'kharela');
  await place.waitFor();
  await page.evaluate(() => {
    const own = document.querySelector('[data-station="kharela"]') as HTMLElement;
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const state = /बोर्ड सत्यापित/.test(own.textContent)
        ? 'verified'
        : /भेजी जा रही|पहुँच गई/.test(own.textContent)
          ? 'sending'
          : own.querySelector('input[type=file]') !== null
            ? 'buttons'
            : /नेटवर्क आते ही/.test(own.textContent)
              ? 'waits for a network'
              : 'kept';
      if (seen.at(-1) !== state) seen.push(state);
    }).observe(own, { childList: true, subtree: true, characterData: true });
  });
  // The list comes late, as on a slow line.
  await page.route('**/api/activities/checklist*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  await pick(page, 'kharela', pictures.kharela);
  await place.getByText('बोर्ड सत्यापित').waitFor();
  await place.locator('.level.pictured').waitFor();
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.slice(seen.indexOf('sending'))).toEqual(['sending', 'verified']);
  expect(seen).not.toContain('waits for a network');
});

test('thirty pictures chosen at once are with their stations on one page, and no row goes back a step', async () => {
  const stations = boardStations(loadBaseDirectory())
    .filter(({ district }) => district === 'varanasi')
    .slice(0, 30);
  const boards = renderBoards(stations.map(({ id }) => `varanasi/${id}`));
  await keepBoards(portal.service.database.pool, boards);
  const files = [];
  for (const [key, board] of boards) {
    const seed = files.length + 1;
    const buffer = await photograph(board, { widthPx: 2000, heightPx: 1500, seed });
    files.push({ name: `${key.split('/')[1]}.jpg`, mimeType: 'image/jpeg', buffer });
  }
  expect(files).toHaveLength(30);
  const page = await portal.open(['district', 'varanasi'], '/console/boards/?district=varanasi');
  await page.getByLabel('कई फ़ोटो एक साथ चुनें').waitFor();
  await page.evaluate(() => {
    const steps = ['reading', 'ready', 'waiting', 'sending', 'judged'];
    const find = (row: Element) => {
      if (row.querySelector('.state') !== null) return 'judged';
      if (row.querySelector('progress') !== null) return 'sending';
      const text = row.textContent;
      if (/न भेजें/.test(text)) return 'waiting';
      if (/भेजने को तैयार/.test(text)) return 'ready';
      return /पढ़ा जा रहा/.test(text) ? 'reading' : `other: ${text}`;
    };
    const last = new Map<string, string>();
    const back: string[] = [];
    Object.assign(window, { back });
    new MutationObserver(() => {
      for (const row of document.querySelectorAll<HTMLElement>('[data-picture]')) {
        const name = row.dataset['picture'] ?? '';
        const [before = 'reading', now] = [last.get(name), find(row)];
        last.set(name, now);
        if (steps.indexOf(now) < steps.indexOf(before)) back.push(`${name}: ${before}, ${now}`);
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await page.getByLabel('कई फ़ोटो एक साथ चुनें').setInputFiles(files);
  const send = page.locator('.tray').getByRole('button', { name: '30 फ़ोटो भेजें' });
  await send.click({ timeout: 120_000 });
  await page.getByText('सभी फ़ोटो भेज दी गईं।').waitFor({ timeout: 240_000 });
  const judged = page.locator('.tray [data-picture] .state');
  expect(new Set(await judged.allTextContents())).toEqual(new Set(['फ़ोटो से सत्यापित']));
  expect(await judged.count()).toBe(30);
  expect(await page.evaluate(() => (window as unknown as { back: string[] }).back)).toEqual([]);
  expect(await listBoards(page)).toEqual(stations.map(({ id }) => `${id} verified`).sort());
}, 600_000);
