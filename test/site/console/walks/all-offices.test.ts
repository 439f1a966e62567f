import { join as joinPath } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import type { ProgressFile } from '../../../../campaigns/tracker/progress-file.ts';
import { runGenerator } from '../../../../messaging/print/print-orders/run-generator.ts';
import { overview, overviewRow } from '../../../campaigns/tracker/report-builders.ts';
import { keepBoards, renderBoards } from '../../../messaging/field/activities/boards.ts';
import { redPdf } from '../../../messaging/field/activities/paper.ts';
import { photograph } from '../../../messaging/field/activities/scene.ts';
import { makeSound, type SoundPlan } from '../../../messaging/phone/takes/sounds.ts';
import { axeFaults, expectSound, widerParts } from '../../axe.ts';
import { readDownload, screens } from '../../browser.ts';
import { expectInView } from '../../in-view.ts';
import { setUpConsole } from '../console-suite.ts';
import { liftHold } from '../lifted-order.ts';
import { givePassword, join, signIn } from '../officers.ts';

const portal = setUpConsole();
let own: Buffer;
let others: Buffer;
let blurred: Buffer;
beforeAll(async () => {
  const boards = renderBoards(['mahoba/ajnar', 'mahoba/kabrai']);
  await keepBoards(portal.service.database.pool, boards);
  const [ajnar, kabrai] = [...boards.values()] as [Buffer, Buffer];
  own = await photograph(ajnar);
  others = await photograph(ajnar, { seed: 3 });
  blurred = await photograph(kabrai, { seed: 5, blurSigma: 30 });
});
const picture = (buffer: Buffer) => ({ name: 'board.jpg', mimeType: 'image/jpeg', buffer });
const station = (page: Page, id: string) => page.locator(`[data-station="${id}"]`);

/** Picks a picture for a station of the checklist and waits for what the service says of it. */
async function sendPicture(page: Page, id: string, buffer: Buffer): Promise<string | null> {
  const row = station(page, id);
  await row.locator('input[type=file]').setInputFiles(picture(buffer));
  return row.locator('.notice').textContent();
}

async function progress(): Promise<ProgressFile> {
  return (await fetch(`${portal.service.url}/api/progress`)).json();
}

async function totalDownloads(): Promise<number | null> {
  const { downloads } = await progress();
  return downloads.kind === 'none' ? null : downloads.total;
}

test('a PRO sends pictures of boards by phone, and the zone approves the one that proves nothing', async () => {
  const page = await portal.open(['district', 'mahoba'], '/console/');
  // The home says how many; the rows are one tap away.
  const missing = page.locator('.to-do li', { hasText: '12 थानों का बोर्ड या फ़ोटो शेष' });
  await expectInView(missing);
  await missing.getByRole('link', { name: /भेजें/ }).click();
  await expect.poll(() => page.locator('.headline strong').textContent()).toBe('12');
  expect(await sendPicture(page, 'ajnar', own)).toContain('बोर्ड सत्यापित');
  expect(await sendPicture(page, 'kabrai', others)).toContain('थाना अजनर, जनपद महोबा का है');
  // What the picture speaks against is not counted.
  await expect.poll(() => page.locator('.headline strong').textContent()).toBe('11');
  await station(page, 'kabrai').locator('.notice.bad').waitFor();
  await station(page, 'kabrai').locator('input[type=file]').setInputFiles(picture(blurred));
  await station(page, 'kabrai').locator('.notice.plain').waitFor();
  await expect
    .poll(() => station(page, 'kabrai').locator('.state').textContent())
    .toBe('स्वीकृति की प्रतीक्षा');
  // A link keeps what it narrows the queue to, past the sign-in.
  const queue = await portal.open(
    ['zone', 'prayagraj'],
    '/console/approvals/?q=kabrai&kind=board&sort=place',
  );
  await queue.getByText('कुल 1', { exact: true }).waitFor();
  await expect.poll(() => queue.getByLabel('कार्य', { exact: true }).inputValue()).toBe('board');
  await queue.locator('.queue-open').click();
  const opened = new URL(queue.url()).searchParams;
  expect([opened.get('sort'), opened.get('open')]).toEqual([
    'place',
    expect.stringMatching(/^\d+$/),
  ]);
  const card = queue.locator('.card');
  await card.getByRole('img', { name: 'कबरई, महोबा के लिए भेजी गई फ़ोटो' }).waitFor();
  await card.locator('.strip', { hasText: 'थाना कबरई' }).waitFor();
  await card.getByRole('button', { name: /^अस्वीकृत करें/ }).click();
  await expect.poll(() => card.locator('.wrong').textContent()).toBe('अस्वीकृत करने का कारण लिखें');
  await card.getByRole('button', { name: /^स्वीकृत करें/ }).click();
  await card.getByText('जोन से स्वीकृत').waitFor();
  await card.getByRole('button', { name: /^निर्णय बदलें/ }).click();
  await card.getByLabel('टिप्पणी').fill('बोर्ड पढ़ा नहीं जाता');
  await card.getByRole('button', { name: /^अस्वीकृत करें/ }).click();
  // One board less in public takes a second officer.
  await card.getByText('दूसरे अधिकारी को भेजा गया').waitFor();
  await portal.acceptHeld('activity');
  await card.getByText('अस्वीकृत: बोर्ड पढ़ा नहीं जाता').waitFor();
  await card.getByRole('button', { name: /^निर्णय बदलें/ }).click();
  await card.getByRole('button', { name: /^स्वीकृत करें/ }).click();
  await card.getByText('जोन से स्वीकृत').waitFor();
  const boardsOfMahoba = async () => {
    const { districts } = await progress();
    return districts.find(({ district }) => district === 'mahoba')?.boards;
  };
  await expect
    .poll(boardsOfMahoba)
    .toMatchObject({ stations: 12, up: 2, verified: 2, levels: { pictured: 2 } });
});

test('a PRO records other work, takes it back, and gets bad rows of a list to correct', async () => {
  const page = await portal.open(['district', 'agra'], '/console/entry/?kind=pamphlet');
  await page.getByLabel('पम्पलेट की संख्या').fill('बहुत');
  await page.getByRole('button', { name: 'दर्ज करें', exact: true }).click();
  await page.getByText('यह मान सही नहीं है; चाहिए: पूर्ण संख्या, कम से कम 1').waitFor();
  await page.getByLabel('पम्पलेट की संख्या').fill('५,०००');
  await page.getByRole('button', { name: 'दर्ज करें', exact: true }).click();
  await page.getByText('पम्पलेट की संख्या: 5,000').waitFor();
  await page.getByRole('button', { name: /^निरस्त करें: पम्पलेट/ }).click();
  await page.getByLabel('कारण').fill('दोबारा दर्ज');
  await page.getByRole('button', { name: /^निरस्त करें: पम्पलेट/ }).click();
  await page.getByText('दूसरे अधिकारी को भेजा गया').waitFor();
  await portal.acceptHeld('activity');
  await page.locator('.state.withdrawn').waitFor();

  await page.goto('/console/list/?kind=pamphlet');
  const rows = 'दिनांक,पम्पलेट की संख्या\n10.04.2019,2000\n11.04.2019,बहुत\n';
  await page
    .getByLabel('भरी हुई सूची')
    .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await page.getByRole('button', { name: 'सूची भेजें' }).click();
  await page.getByText('1 पंक्ति दर्ज हुई।').waitFor();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'शेष पंक्तियाँ सहेजें (CSV)' }).click();
  const saved = (await readDownload(await saving)).toString('utf8');
  expect(saved).toContain('11.04.2019,बहुत');
  expect(saved).not.toContain('10.04.2019');

  await page.goto('/console/people/');
  await page.getByText('यह पन्ना आपके कार्यालय के लिए नहीं है।').waitFor();
});

test('the PRO to DGP records a cinema, hears of the same one, adds its certificate and the consent', async () => {
  const entry = (page: Page) => page.locator('.activities > li', { hasText: 'नॉवेल्टी' });
  async function record(page: Page, shows: string) {
    await page.getByLabel('सिनेमाघर', { exact: true }).fill('नॉवेल्टी');
    await page.getByLabel('नगर', { exact: true }).fill('लखनऊ');
    await page.getByLabel('स्क्रीन की संख्या').fill('२');
    await page.getByLabel('प्रदर्शन कब से').fill('2019-04-05');
    await page.getByLabel('प्रदर्शन कब तक').fill('2019-04-11');
    await page.getByLabel('प्रतिदिन प्रदर्शन').fill(shows);
    await page.getByRole('button', { name: 'दर्ज करें', exact: true }).click();
  }
  const page = await portal.open(['pro-dgp'], '/console/entry/?kind=film');
  await record(page, '96');
  await page.getByText('यह मान सही नहीं है; चाहिए: पूर्ण संख्या, 1 से 24 तक').waitFor();
  await page.getByLabel('प्रतिदिन प्रदर्शन').fill('4');
  await page.getByText('कुल प्रदर्शन: 56').waitFor();
  await page.getByRole('button', { name: 'दर्ज करें', exact: true }).click();
  await page.getByText('दर्ज हुआ: सिनेमाघरों में लघु फ़िल्म').waitFor();
  await entry(page).getByText('सहमति की संख्या या दिनांक दर्ज नहीं है').waitFor();

  await entry(page).getByRole('button', { name: /^सुधारें/ }).click();
  const form = page.getByRole('form', { name: /^सुधारें/ });
  await form.getByLabel('सहमति-पत्र संख्या').fill('418/सू०वि०');
  await form.getByLabel('सहमति का दिनांक').fill('2019-04-02');
  await form.getByLabel('प्रदर्शन प्रमाण-पत्र').setInputFiles({
    name: 'certificate.pdf',
    mimeType: 'application/pdf',
    buffer: redPdf(1),
  });
  await form.getByRole('button', { name: 'सहेजें' }).click();
  const paper = entry(page).getByRole('link', { name: 'प्रदर्शन प्रमाण-पत्र' });
  const shown = await page.request.get((await paper.getAttribute('href')) ?? '');
  expect(shown.headers()['content-type']).toBe('image/jpeg');
  expect(await entry(page).locator('.warning').count()).toBe(0);

  await record(page, '4');
  await page.locator('.notice', { hasText: 'यही सिनेमाघर प्रविष्टि' }).waitFor();
  const counts = async () =>
    (await progress()).directions.find(({ id }) => id === 'A')?.counts.map(({ count }) => count);
  await expect.poll(counts).toEqual([1, 112]);
});

test('HQ joins by its link, looks at what a report changes, confirms, and the public figures follow', async () => {
  const invited = await portal.service.invite('hq');
  const page = await portal.open(null, '/console/', screens.desktop);
  await join(page, invited);
  await page.goto('/console/reports/');
  const { playPackage } = loadCampaign('up-cop').app;
  const report = overview(overviewRow('2019-04-10', '2000', playPackage));
  await page.getByLabel('रिपोर्ट की फ़ाइल').setInputFiles({
    name: `installs_${playPackage}_201904_overview.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(report),
  });
  await page.locator('[aria-labelledby="upload"] button[type=submit]').first().click();
  await page.getByRole('row', { name: '10 अप्रैल 2019 Google Play आँकड़ा नहीं 2,000' }).waitFor();
  expect(await totalDownloads()).toBe(null);
  const upload = page.locator('[aria-labelledby="upload"]');
  const forSecond = { name: 'दूसरे अधिकारी को भेजें' };
  const sent = /^दूसरे अधिकारी को भेजा गया/;
  await upload.getByLabel('कारण').fill('पहली रिपोर्ट');
  await upload.getByRole('button', forSecond).click();
  await upload.getByText(sent).waitFor();
  expect(await totalDownloads()).toBe(null);
  const second = await portal.open(['hq'], '/console/held-acts/', screens.desktop);
  const accept = async () => {
    await second.reload();
    await second
      .getByRole('row', { name: /^कुल डाउनलोड/ })
      .first()
      .waitFor();
    expect(await axeFaults(second)).toEqual([]);
    await second.getByRole('button', { name: 'स्वीकार करें', exact: true }).click();
    await second.getByText('कुछ भी प्रतीक्षा में नहीं है।').waitFor();
  };
  await accept();
  await expect.poll(totalDownloads).toBe(2000);

  const manual = page.locator('[aria-labelledby="manual"]');
  const look = async (downloads: string) => {
    await manual.getByLabel('कुल डाउनलोड').fill(downloads);
    await manual.getByLabel('किसने बताया').fill('तकनीकी सेवायें');
    await manual.getByRole('button', { name: 'देखें कि क्या बदलेगा' }).click();
  };
  await look('1,55,000');
  await manual.getByRole('row', { name: 'कुल डाउनलोड 2,000 1,55,000' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await manual.getByLabel('कारण').fill('पिछली संख्या केवल एक दिन की थी');
  await manual.getByRole('button', forSecond).click();
  await manual.getByText(sent).waitFor();
  await accept();
  await expect.poll(totalDownloads).toBe(155_000);

  // A digit is missing: it waits for another officer, and the public page keeps what it has.
  await look('15,500');
  await manual.getByRole('row', { name: 'कुल डाउनलोड 1,55,000 15,500' }).waitFor();
  await manual.getByLabel('कारण').fill('पिछली संख्या गलत थी');
  await manual.getByRole('button', forSecond).click();
  await manual.getByText(sent).waitFor();
  expect(await totalDownloads()).toBe(155_000);
  await page.reload();
  const history = page.locator('[data-report]', { hasText: '1,55,000' });
  await history.getByRole('button', { name: /^निरस्त करें/ }).click();
  await history.getByRole('button', { name: 'हाँ, निरस्त करें' }).click();
  await history.getByRole('row', { name: 'कुल डाउनलोड 1,55,000 2,000' }).waitFor();
  await history.getByRole('button', { name: 'रद्द करें' }).click();
  await page.goto('/console/held-acts/');
  await page.getByRole('button', { name: 'वापस लें' }).waitFor();
  expect(await page.getByRole('button', { name: 'स्वीकार करें', exact: true }).count()).toBe(0);

  await page.goto('/console/audit/');
  await page.getByRole('button', { name: 'अभिलेख की शृंखला जाँचें' }).click();
  await page.getByText(/^शृंखला पूरी है/).waitFor();
  await expect
    .poll(() => page.locator('.activities > li').first().textContent())
    .toContain('दूसरे अधिकारी को भेजा');
});

test('the administrator invites an officer, moves and ends the account, and the officer’s page follows at once', async () => {
  const email = 'sample-invited@police.example';
  const page = await portal.open(['admin'], '/console/people/', screens.desktop);
  const invitation = page.getByRole('region', { name: 'अधिकारी को आमंत्रित करें' });
  await invitation.getByLabel('ई-मेल').fill(email);
  await invitation.getByLabel('दायित्व').selectOption('district');
  await invitation.getByLabel('जनपद').selectOption('agra');
  await invitation.getByRole('button', { name: 'आमंत्रण लिंक बनाएँ' }).click();
  const link = await invitation.getByLabel('एक बार खुलने वाला लिंक').inputValue();
  const path = `/console/invitation/${new URL(link).hash}`;
  await invitation.getByRole('button', { name: 'इसी पते पर ई-मेल से भेजें' }).click();
  await invitation.getByText(`${email} का आमंत्रण-पत्र भेजने की कतार में है।`).waitFor();

  const officer = await portal.open(null, path);
  const own = await join(officer, { link: path, email }, 'नमूना जनसंपर्क अधिकारी');
  await officer.locator('.home-waits').waitFor();

  await page.reload();
  await page.getByRole('button', { name: 'दायित्व बदलें: नमूना जनसंपर्क अधिकारी' }).click();
  const row = page.locator('.activities > li', { hasText: email });
  await row.getByLabel('जनपद', { exact: true }).selectOption('mahoba');
  await row.getByRole('button', { name: 'दायित्व बदलें', exact: true }).click();
  await row.getByText('महोबा').waitFor();
  // Rights may have shrunk: the officer signs in again and sees the new district.
  await officer.reload();
  await signIn(officer, own);
  await officer.getByRole('heading', { name: 'आपके खाते में किसी और ने परिवर्तन किया है' }).click();
  await officer.getByRole('button', { name: 'मैंने पढ़ लिया' }).click();
  await officer.locator('.officer', { hasText: 'महोबा' }).waitFor();

  await row.getByRole('button', { name: 'खाता बंद करें: नमूना जनसंपर्क अधिकारी' }).click();
  await row.getByRole('button', { name: 'खाता बंद करें', exact: true }).click();
  await row.getByText('बंद', { exact: true }).waitFor();
  await officer.reload();
  await givePassword(officer, email);
  await officer.getByRole('alert').locator('.notice').waitFor();
  await page.goto('/console/audit/');
  await expect.poll(() => page.locator('.activities > li').first().textContent()).toContain('बंद');
});

/** Fills the form of a success up to its wording. */
async function chooseFacts(page: Page): Promise<void> {
  await page.getByLabel('एक सफल प्रकरण').check();
  const next = page.getByRole('button', { name: 'आगे बढ़ें', exact: true });
  await next.click();
  await page.getByLabel('थाना', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('श्रेणी', { exact: true }).selectOption('theft');
  await page.getByLabel('कितने दिन में').fill('५');
  await page.getByLabel('परिणाम', { exact: true }).selectOption('recovered');
  await next.click();
  await page.getByRole('heading', { name: 'शब्दावली चुनें और देखें' }).waitFor();
}

test('a PRO chooses the facts of a press note and issues it alone', async () => {
  const page = await portal.open(['district', 'mathura'], '/console/press-notes/?new');
  await page.getByRole('heading', { name: 'किस प्रकार का प्रेस नोट?' }).waitFor();
  const next = page.getByRole('button', { name: 'आगे बढ़ें', exact: true });
  await next.click();
  await page.getByText('प्रकार चुनें', { exact: true }).waitFor();
  await page.getByLabel('एक सफल प्रकरण').check();
  await next.click();
  await next.click();
  await expect.poll(() => page.locator('.wrong').count()).toBe(4);
  await page.getByRole('button', { name: 'पीछे' }).click();
  await chooseFacts(page);
  const paper = page.locator('.press-paper');
  await expect.poll(() => paper.textContent()).toContain('पुलिस द्वारा कार्यवाही करते हुए 5 दिन में');
  await page.getByLabel('पाठ 2').check();
  await expect.poll(() => paper.textContent()).toContain('विवेचना के क्रम में 5 दिन में');
  await page.getByLabel('अंग्रेज़ी').check();
  await expect.poll(() => paper.textContent()).toContain('within 5 days the property was');
  await page.getByLabel('हिंदी', { exact: true }).check();
  await page.getByText('सहेजने के बाद आप स्वयं जारी कर सकते हैं').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'सहेजें', exact: true }).click();
  await page.getByRole('button', { name: 'प्रेस नोट जारी करें' }).click();
  await page.getByText('प्रेस नोट संख्या 01/2019 जारी हुआ').waitFor();
  await expectSound(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'PDF' }).click();
  expect((await readDownload(await saving)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('one typed word makes a press note wait for a second officer, who reads and answers', async () => {
  const pro = await portal.service.officer('district', 'etah');
  const second = await portal.service.officer('district', 'etah');
  const page = await portal.open(pro, '/console/press-notes/?new');
  await chooseFacts(page);
  await page.getByText('अपने शब्द जोड़ें').click();
  const details = page.getByLabel('अतिरिक्त विवरण');
  const save = page.getByRole('button', { name: 'सहेजें', exact: true });
  // What bars a note is named with its law, and cannot be saved.
  await details.fill('महिला के साथ गलत काम किया।');
  await page.getByText('भारतीय न्याय संहिता धारा 72').waitFor();
  await expect.poll(() => save.isDisabled()).toBe(true);
  await details.fill('फ़ुटेज से खोज हुई, आवेदक रामलाल ने आभार जताया।');
  await page.getByText('नोट तभी जारी होगा जब दूसरे अधिकारी').waitFor();
  await save.click();
  await page.getByRole('heading', { name: 'द्वितीय अधिकारी को भेजें' }).waitFor();
  expect(await page.getByRole('button', { name: 'प्रेस नोट जारी करें' }).count()).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'पढ़ने के लिए भेजें' }).click();
  await page.getByText('जनपद के दूसरे अधिकारी इसे पढ़ेंगे').waitFor();
  expect(await page.getByRole('button', { name: 'पढ़ लिया, जारी करें' }).count()).toBe(0);
  expect(await widerParts(page)).toEqual([]);
  const address = page.url();
  const reader = await portal.open(second, '/console/', screens.desktop);
  // What waits for the reader leads there.
  await reader.getByRole('link', { name: /प्रेस नोट आपके पढ़ने हेतु/ }).click();
  await reader.locator('#press-queue').waitFor();
  await reader.goto(address);
  await expect
    .poll(() => reader.locator('p.press-typed').allTextContents())
    .toEqual(['फ़ुटेज से खोज हुई, आवेदक रामलाल ने आभार जताया।']);
  await expect.poll(() => reader.locator('p.press-typed mark').count()).toBe(1);
  const read = reader.getByRole('button', { name: 'पढ़ लिया, जारी करें' });
  // None is answered beforehand.
  expect(await reader.locator('.press-questions input:checked').count()).toBe(0);
  await read.click();
  await expect.poll(() => reader.locator('.press-questions .wrong').count()).toBe(4);
  const answer = (question: RegExp, said: string) =>
    reader.getByRole('group', { name: question }).getByLabel(said).check();
  await answer(/पीड़ित/, 'नहीं');
  await answer(/18 वर्ष/, 'नहीं');
  await answer(/यौन/, 'नहीं');
  await answer(/स्थान, नाम/, 'हाँ');
  await reader.getByText('नोट जारी नहीं होगा; कारण लिखकर लौटाएँ').waitFor();
  await expect.poll(() => read.isDisabled()).toBe(true);
  await expectSound(reader);
  await reader.getByLabel('लौटाने का कारण').fill('नाम हटाएँ');
  await reader.getByRole('button', { name: 'लौटाएँ' }).click();
  await reader.getByText('नोट जनपद को लौटाया गया।').waitFor();
  const mended = await portal.open(pro, address);
  await mended.getByText('द्वितीय अधिकारी ने लौटाया: नाम हटाएँ').waitFor();
  await mended.getByRole('link', { name: 'बदलें' }).click();
  await mended.getByRole('button', { name: 'आगे बढ़ें', exact: true }).click();
  await mended.getByLabel('अतिरिक्त विवरण').fill('सीसीटीवी फ़ुटेज से खोज की गई।');
  await mended.getByRole('button', { name: 'सहेजें', exact: true }).click();
  await mended.getByRole('button', { name: 'पढ़ने के लिए भेजें' }).click();
  await mended.getByText('जनपद के दूसरे अधिकारी इसे पढ़ेंगे').waitFor();
  const again = await portal.open(second, address, screens.desktop);
  for (const question of [/पीड़ित/, /18 वर्ष/, /यौन/, /स्थान, नाम/])
    await again.getByRole('group', { name: question }).getByLabel('नहीं').check();
  await again.getByRole('button', { name: 'पढ़ लिया, जारी करें' }).click();
  await again.getByText('प्रेस नोट संख्या 01/2019 जारी हुआ').waitFor();
  await again.getByText(/^लिखे हुए शब्द पढ़े:/).waitFor();
});

test('the PRO to DGP hands in a recording, hears why it is kept back, and gets the next one mastered', async () => {
  const page = await portal.open(['pro-dgp'], '/console/radio/');
  const card = page.locator('article', { has: page.locator('#script-prompt-hi-goodbye') });
  const handIn = (plan: Partial<SoundPlan>) =>
    card.locator('input[type=file]').setInputFiles({
      name: 'goodbye.wav',
      mimeType: 'audio/wav',
      buffer: makeSound({ seconds: 1.2, ...plan }),
    });
  await handIn({ height: 1.5 });
  await expect.poll(() => card.locator('.notice.bad').textContent()).toContain('क्लिपिंग');
  await card.locator('.take-state', { hasText: 'वापस: कमी है' }).waitFor();
  await handIn({});
  await card.locator('.take-state.waiting').waitFor();
  await expect.poll(() => card.locator('.take-facts').textContent()).toContain('-19.0 LUFS');
  // The browser plays what it is given.
  const length = await card.locator('.master audio').evaluate(
    (audio: HTMLAudioElement) =>
      new Promise((resolve, reject) => {
        audio.addEventListener('loadedmetadata', () => resolve(audio.duration));
        audio.addEventListener('error', () => reject(new Error(audio.error?.message)));
        audio.load();
      }),
  );
  expect(length).toBeGreaterThan(0.8);
  expect(await axeFaults(page)).toEqual([]);
  // It is accepted once it was heard to its end.
  const waits = await portal.open(['hq'], '/console/held-acts/');
  const act = waits.locator('[data-held]', { has: waits.locator('audio') });
  const accept = act.getByRole('button', { name: 'स्वीकार करें', exact: true });
  expect(await accept.isDisabled()).toBe(true);
  await act.locator('audio').evaluate((audio: HTMLAudioElement) => {
    audio.muted = true;
    return audio.play();
  });
  await accept.click();
  await act.getByText('स्वीकृत', { exact: true }).waitFor();
  expect(await axeFaults(waits)).toEqual([]);
  await page.reload();
  await card.locator('.take-state.mastered').waitFor();
  await card.getByRole('button', { name: /वापस लें/ }).click();
  await card.getByRole('button', { name: 'हाँ, वापस लें' }).click();
  await card.locator('.take-state.none').waitFor();
});

test('a PRO approves a board, orders it, the vendor sends it by the link, and the checklist has its dates', async () => {
  const { dataDir } = portal.service;
  await runGenerator(
    ['--station', 'mahoba/ajnar', '--artwork', 'board', '--format', 'pdf,preview'],
    { printDir: joinPath(dataDir, 'print'), env: { ...process.env, DATA_DIR: dataDir } },
  );
  const page = await portal.open(['district', 'mahoba'], '/console/orders/');
  await page.getByRole('button', { name: 'इसी को छापें: अजनर' }).click();
  await page.getByText('स्वीकृत: नमूना अधिकारी').waitFor();
  await page.getByText('नया कार्यादेश').click();
  await page.getByText('सूची से संख्या भरें (CSV या XLSX)').click();
  const sheet = 'थाना,सामग्री,संख्या,स्थान\najnar,board,1,मुख्य द्वार\najnar,standee,1,\n';
  await page.getByLabel('भरा हुआ प्रपत्र').setInputFiles({
    name: 'mahoba.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(sheet),
  });
  await page.getByText('पंक्ति 3, सामग्री').waitFor();
  await expectSound(page);
  await page.getByRole('button', { name: 'फ़ॉर्म में भरें: 1' }).click();
  await page.getByText('फ़ॉर्म में भरी पंक्तियाँ: 1').waitFor();
  await page.getByLabel('वेंडर का नाम').fill('श्री बालाजी फ़्लेक्स');
  await page.getByRole('button', { name: /^आगे: जाँचें/ }).click();
  await page.getByText('दर रुपये में लिखें, जैसे 18.50').waitFor();
  await page.getByLabel('दर ₹ प्रति वर्ग फ़ुट').fill('18.50');
  // 40 square feet and 18 % of GST.
  await page.getByRole('button', { name: /^आगे: जाँचें.*873\.20/ }).click();
  await page.getByRole('button', { name: 'रोक हटाने का अनुरोध भेजें' }).click();
  await page.getByText('मुख्यालय के उत्तर की प्रतीक्षा').waitFor();
  await liftHold(portal.service, Number(new URL(page.url()).searchParams.get('request')));
  await page.reload();
  await page.getByRole('button', { name: /^कार्यादेश दें: .*873\.20/ }).click();
  await page.getByRole('heading', { name: /कार्यादेश 1\/2019, महोबा/ }).waitFor();
  await page.getByText('मुख्य द्वार').waitFor();
  await page.getByRole('button', { name: '30 दिन का लिंक बनाएँ' }).click();
  const link = await page.locator('.notice.good input').inputValue();

  const vendor = await portal.open(null, new URL(link).pathname);
  const saving = vendor.waitForEvent('download');
  await vendor.getByRole('link', { name: 'डाउनलोड (PDF)' }).click();
  expect((await readDownload(await saving)).subarray(0, 5).toString()).toBe('%PDF-');
  await expectSound(vendor);
  await vendor.getByRole('button', { name: 'भेज दिया' }).click();
  await vendor.getByText(/^भेजा गया 12\.04\.2019/).waitFor();

  await page.reload();
  await page.getByText('डाउनलोड: 1').waitFor();
  await page.getByRole('button', { name: 'प्राप्त हुआ: अजनर' }).click();
  await page.locator('.parcel-state.received').waitFor();
  await page.getByRole('button', { name: 'फिर छापें: बोर्ड, 8×5 फ़ुट, अजनर' }).click();
  await page.getByRole('button', { name: 'फट गया' }).click();
  await page.getByText('पुनः छपाई: फट गया').waitFor();
  await expectSound(page);

  // The page of the station has its board's dates, its files and its parcels: the one that came, and the reprint.
  await page.locator('[data-parcel]').first().getByRole('link', { name: 'अजनर' }).click();
  await page.getByText('स्वीकृत: नमूना अधिकारी').waitFor();
  await expect.poll(() => page.locator('[data-parcel]').count()).toBe(2);
  await expectSound(page);
  await page.getByRole('button', { name: 'बोर्ड', exact: true }).click();
  const dates = station(page, 'ajnar').locator('.board-dates li');
  await expect.poll(() => dates.count()).toBe(3);
  await page.goto('/console/orders/?id=1');
  const first = page.locator('[data-parcel]').first().locator('.board-dates li');
  await expect
    .poll(() => first.allTextContents())
    .toEqual(['भेजा 12 अप्रैल', 'प्राप्त 12 अप्रैल', expect.stringMatching(/^लगा/)]);
});
