import type { Page } from 'playwright';
import type { District } from '../../campaigns/directory/station.ts';
import { writtenPdf } from '../messaging/field/activities/paper.ts';
import { choose, pick, tabTo, tap, toDo, type } from './task-hand.ts';

export async function tenBoards(page: Page, pictures: ReadonlyMap<string, Buffer>): Promise<void> {
  await tap(toDo(page, 'boards-without-picture'));
  const row = (id: string) => page.locator(`[data-station="${id}"]`);
  await row([...pictures.keys()][0] ?? '').waitFor();
  for (const [id, buffer] of pictures) {
    const file = { name: 'board.jpg', mimeType: 'image/jpeg', buffer };
    await pick(row(id).locator('input[type=file]'), file);
  }
  for (const id of pictures.keys())
    await row(id).getByText('बोर्ड सत्यापित').first().waitFor({ timeout: 300_000 });
}

export async function correctName(page: Page): Promise<void> {
  await tap(tabTo(page, /थाने/));
  await tap(page.locator('.station-list a').first());
  const name = page.getByLabel('हिंदी नाम');
  // Another spelling, which needs no second officer.
  await type(name, (await name.inputValue()).replace(/^(..)/, '$1-'));
  await tap(page.getByRole('button', { name: 'सुधार सहेजें' }));
  await page.getByText('सहेजा गया।').waitFor();
}

export async function findPicture(page: Page, station: string): Promise<void> {
  await tap(page.locator('.bar').getByRole('button', { name: /खोजें/ }));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(station);
  await tap(dialog.getByRole('link', { name: station }).first());
  await tap(page.locator('.station-parts').getByRole('button', { name: 'बोर्ड', exact: true }));
  await page.locator('.entry-history img').first().waitFor();
}

const decideAll = async (page: Page) => {
  await tap(tabTo(page, /कार्य$/));
  await tap(page.locator('.queue-choose').first());
  await tap(page.getByRole('button', { name: 'सभी चुनें' }));
};

export async function approvePage(page: Page): Promise<void> {
  await decideAll(page);
  await tap(page.locator('.batch-form button[value=approve]'));
  const again = page.getByRole('button', { name: /^फिर भी/ });
  const done = page.getByText(/प्रविष्टियाँ स्वीकृत।/);
  await again.or(done).first().waitFor();
  if (await again.isVisible()) await tap(again);
  await done.waitFor();
}

export async function refuseTen(page: Page): Promise<void> {
  await tap(tabTo(page, /कार्य$/));
  await page.locator('.queue-choose').first().waitFor();
  for (let at = 0; at < 10; at += 1) await tap(page.locator('.queue-choose').nth(at));
  await type(page.locator('.batch-form input[name=reason]'), 'बोर्ड पढ़ा नहीं जाता');
  await tap(page.locator('.batch-form button[value=reject]'));
  await page.getByText('10 प्रविष्टियाँ अस्वीकृत।').or(sentOn(page)).first().waitFor();
}

/** What one officer alone does not do ends for that officer when it is with the second one. */
const sentOn = (page: Page) => page.getByText(/^दूसरे अधिकारी को भेजा गया/);

export async function whoIsLate(page: Page): Promise<void> {
  await tap(toDo(page, 'districts-behind'));
  await page.locator('.district-table .late').first().waitFor();
}

export async function remind(page: Page): Promise<void> {
  await whoIsLate(page);
  await tap(page.getByRole('button', { name: /^स्मरण पत्र/ }));
  await tap(page.getByRole('button', { name: 'कॉपी करें' }));
  await page.getByText('कॉपी हो गया।').waitFor();
}

export async function enterFigure(page: Page): Promise<void> {
  await tap(page.locator('.to-do a[href*="/console/reports/"]').first());
  const form = page.locator('[aria-labelledby="manual"]');
  await type(form.getByLabel('कुल डाउनलोड'), '1,95,000');
  await type(form.getByLabel('किसने बताया'), 'तकनीकी सेवायें');
  await tap(form.getByRole('button', { name: 'देखें कि क्या बदलेगा' }));
  await tap(form.getByRole('button', { name: /1,95,000/ }));
  const reason = form.locator('[name=reason]');
  await form.locator('.notice.good').or(reason).or(sentOn(page)).first().waitFor();
  if (!(await reason.isVisible())) return;
  await type(reason, 'पत्रांक 114, 10.04.2019');
  await tap(form.getByRole('button', { name: /1,95,000/ }));
  await sentOn(page).first().waitFor();
}

export async function approveBlast(page: Page): Promise<void> {
  await tap(toDo(page, 'blasts-waiting'));
  await tap(page.locator('[aria-labelledby="waiting"] a.name').first());
  await tap(page.getByRole('button', { name: 'जाँचें और निर्णय लें' }));
  const approve = page.getByRole('button', { name: 'स्वीकृत करें' });
  await tap(approve);
  await approve.waitFor({ state: 'detached' });
}

export async function copyBlast(page: Page): Promise<void> {
  await tap(tabTo(page, /प्रसारण/));
  await tap(page.getByRole('link', { name: /सामान्य प्रचार/ }));
  await tap(page.getByRole('link', { name: 'फिर से', exact: true }));
  await page.locator('.phone-preview .bubble').first().waitFor();
}

export async function inviteOne(page: Page): Promise<void> {
  await tap(tabTo(page, /कार्यालय/));
  await type(page.getByLabel('ई-मेल', { exact: true }), 'pro-agra@police.example');
  await choose(page.locator('select[name="role"]'), 'district');
  await choose(page.locator('select[name="area"]'), 'agra');
  await tap(page.locator('[aria-labelledby="invite"] button[type=submit]'));
  await page.locator('.notice.good').first().waitFor();
}

export async function inviteAll(page: Page, districts: readonly District[]): Promise<void> {
  await tap(tabTo(page, /कार्यालय/));
  const rows = districts.map(({ id, nameHi }) => `pro@${id}.example,${nameHi},`);
  const part = page.locator('[aria-labelledby="invite-list"]');
  const buffer = Buffer.from(['ई-मेल,कार्यालय,दायित्व', ...rows].join('\n'));
  await pick(part.locator('input[type=file]'), { name: 'list.csv', mimeType: 'text/csv', buffer });
  await tap(part.locator('form button'));
  await tap(part.getByRole('button', { name: /75/ }));
  await part.locator('.notice.good').first().waitFor();
}

/** A new order of all boards, as HQ is asked to release it. */
export async function orderBoards(page: Page): Promise<void> {
  await tap(tabTo(page, /थाने/));
  await tap(page.locator('.section-views').getByRole('link', { name: 'छपाई' }));
  await tap(page.getByText('नया कार्यादेश'));
  await type(page.getByLabel('वेंडर का नाम'), 'श्री बालाजी फ़्लेक्स');
  await type(page.getByLabel('दर ₹ प्रति वर्ग फ़ुट'), '18.50');
  await tap(page.getByRole('button', { name: /^आगे: जाँचें/ }));
  await tap(page.getByRole('button', { name: 'रोक हटाने का अनुरोध भेजें' }));
  await page.getByText('अनुरोध मुख्यालय को भेजा गया।').waitFor();
}

/** The first direction that is owed, with what was done about it. */
export async function answerDirection(page: Page): Promise<void> {
  await tap(tabTo(page, /निर्देश/));
  await tap(page.locator('.view li p > a').first());
  const form = page.locator('[aria-labelledby="direction-hand-in"]');
  await type(form.getByRole('textbox', { name: 'कृत कार्यवाही' }), 'सभी थानों को अवगत कराया गया');
  for (const field of await form.locator('input[inputmode=numeric]').all()) await type(field, '1');
  const file = page.getByLabel('फ़ाइल जोड़ें');
  const paper = { name: 'प्रारूप.pdf', mimeType: 'application/pdf' };
  if ((await file.count()) > 0) {
    await pick(file, { ...paper, buffer: writtenPdf('SAMPLE: stations reviewed by the app') });
    await page.getByRole('link', { name: paper.name }).waitFor();
  }
  await tap(form.getByRole('button', { name: 'प्रेषित करें' }));
  await page.getByText('प्रेषित हुआ').or(sentOn(page)).first().waitFor();
}

/** A list of 200 numbers, the text that is proposed, and its submission. */
export async function draftBlast(page: Page): Promise<void> {
  await tap(tabTo(page, /प्रसारण/));
  await tap(page.getByRole('link', { name: 'नया प्रसारण तैयार करें' }));
  const numbers = Array.from({ length: 200 }, (_, at) => `98${String(76_000_000 + at)}`);
  const buffer = Buffer.from(`mobile\n${numbers.join('\n')}\n`);
  const list = page.getByLabel('नंबरों की सूची');
  const file = page.getByLabel('सूची की फ़ाइल');
  await list.or(file).first().waitFor();
  if (!(await file.isVisible())) await tap(page.getByRole('button', { name: 'दूसरी सूची अपलोड करें' }));
  await pick(file, { name: 'list.csv', mimeType: 'text/csv', buffer });
  await type(page.getByLabel('सूची का नाम'), 'आवेदक, आगरा');
  await type(page.getByLabel('सूची कहाँ से मिली'), 'पत्रांक 114, 10.04.2019');
  await choose(page.getByLabel('सहमति का आधार'), 'public-duty');
  await tap(page.getByRole('button', { name: 'सूची अपलोड करें' }));
  await page
    .getByText(/200 नंबरों को जाएगा/)
    .first()
    .waitFor();
  await tap(page.getByRole('button', { name: 'स्वीकृति के लिए भेजें' }));
  await page.getByText('स्वीकृति की प्रतीक्षा').first().waitFor();
}

/** One entry of weeks ago, by words of it. */
export async function findActivity(page: Page, words: string, shown: string): Promise<void> {
  await tap(page.locator('.bar').getByRole('button', { name: /खोजें/ }));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(words);
  await tap(dialog.getByRole('link', { name: shown }).first());
  await page.locator('.view').getByText(words).first().waitFor();
}

/** A printer who opens the link of an order. */
export async function sendParcels(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await tap(page.getByText('सभी 49 भेज दिए'));
  await tap(page.getByRole('button', { name: 'हाँ, 49 पार्सल भेज दिए' }));
  await page.getByText('49 पार्सल “भेजा गया” चिह्नित हुए।').waitFor();
}
