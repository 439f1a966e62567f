import { fireEvent } from '@testing-library/dom';
import { expect, test } from 'vitest';
import type { DraftView } from '../../../../messaging/print/studio/studio-schemas.ts';
import type { Officer } from '../../../messaging/fixtures/console.ts';
import type { Answers } from '../line.ts';
import { openFormService } from '../service.ts';
import { type OpenView, openView } from '../view.ts';

const was = 'आपका थाना अब फ़ोन में';
const now = 'थाना अब मोबाइल में';
const post = (path: string, body: object = {}) => ({ method: 'POST', url: path, body });
/** The pictures are looked at in a browser; here none is drawn. */
const answers: Answers = {
  'POST /api/proofs/campaign': () => ({
    status: 200,
    json: { kind: 'drawn', errors: [], stations: [] },
  }),
};

const { hq, other } = await openFormService({ hq: 'hq', other: 'hq' });
let id: number;

const open = (officer: Officer, query = '') =>
  openView(officer, `/console/studio/${query}`, { answers });
const read = async (): Promise<DraftView> => (await hq.get(`/api/studio/drafts/${id}`)).json();

/** Waits for what the draft's page keeps by itself. */
async function expectKept(view: OpenView, fields: unknown): Promise<void> {
  const puts = () => view.line.requests.filter(({ method }) => method === 'PUT');
  await expect.poll(() => puts().length).toBeGreaterThan(0);
  expect(puts().at(-1)).toEqual({
    method: 'PUT',
    url: `/api/studio/drafts/${id}`,
    body: { revision: expect.any(Number), fields },
  });
  await view.says('सहेजा गया');
}

test('a draft is begun with one tap, which leads to its form', async () => {
  const view = await open(hq);
  await view.press('प्रारूप बनाएँ');
  expect(view.sent()).toEqual([post('/api/studio/drafts')]);
  const [address = ''] = view.page.went;
  expect(address).toMatch(/^\/console\/studio\/\?edit=\d+$/);
  id = Number(address.replace(/\D/g, ''));
});

test('a headline is kept as it is written, undone to what is published, and handed in with a remark', async () => {
  const { content } = await read();
  const copy = content['copy'] as Record<string, object>;
  const withHeadline = (hi: string) => ({
    ...content,
    copy: { ...copy, headline: { ...copy['headline'], hi } },
  });
  const view = await open(hq, `?edit=${id}`);
  const field = () => view.getByLabelText<HTMLInputElement>('मुख्य पंक्ति, हिंदी');
  expect(field().value).toBe(was);
  await view.fill({ 'मुख्य पंक्ति, हिंदी': now });
  await expectKept(view, withHeadline(now));
  await expect.poll(() => view.texts('.studio-changes :is(del, ins)')).toEqual([was, now]);
  await view.press('पूर्ववत करें: मुख्य पंक्ति (हिंदी)');
  expect(field().value).toBe(was);
  await expect.poll(() => view.texts('.studio-changes ins')).toEqual([]);
  expect(view.getByRole('button', { name: 'स्वीकृति हेतु भेजें' })).toHaveProperty('disabled', true);
  await view.fill({ 'मुख्य पंक्ति, हिंदी': now, 'स्वीकर्ता के लिए टिप्पणी': 'जैसा तय हुआ' });
  await expect.poll(() => view.texts('.studio-changes ins')).toEqual([now]);
  view.sent();
  await view.press('स्वीकृति हेतु भेजें');
  await view.says('स्वीकृति हेतु भेजा गया। दूसरा अधिकारी निर्णय करेगा।');
  const body = { revision: expect.any(Number) as number, remark: 'जैसा तय हुआ' };
  expect(view.sent()).toEqual([post(`/api/studio/drafts/${id}/submit`, body)]);
});

test('a line that is longer than usual is said to be long, not wrong, while the check finds no fault in it', async () => {
  const view = await open(hq, `?id=${id}`);
  await view.press('वापस लेकर सुधारें');
  const edited = await open(hq, `?edit=${id}`);
  const long = 'थाना अब मोबाइल में, हर नागरिक के साथ, हर समय';
  await edited.fill({ 'मुख्य पंक्ति, हिंदी': long });
  expect(edited.texts('.studio-count').join('|')).toMatch(/\d+ अक्षर, सामान्यतः \d+ तक/);
  expect(edited.texts('.studio-count .over')).toEqual([]);
  await edited.fill({ 'मुख्य पंक्ति, हिंदी': now, 'स्वीकर्ता के लिए टिप्पणी': 'जैसा तय हुआ' });
  await edited.press('स्वीकृति हेतु भेजें');
  await edited.says('स्वीकृति हेतु भेजा गया।');
});

test('another officer sees what changed, returns it with a reason, and publishes it the second time', async () => {
  const waiting = await open(other);
  const link = waiting.getByRole('link', { name: 'नमूना अधिकारी का प्रारूप' });
  expect(link.getAttribute('href')).toBe(`/console/studio/?id=${id}`);
  const view = await open(other, `?id=${id}`);
  expect(view.texts('.studio-changes :is(del, ins)')).toEqual([was, now]);
  expect(view.text()).toContain('जैसा तय हुआ');
  const { revision } = await read();
  expect(view.getByRole('button', { name: 'टिप्पणी के साथ लौटाएँ' })).toHaveProperty('disabled', true);
  await view.fill({ 'लौटाने का कारण': 'अंग्रेज़ी भी बदलें' });
  await view.press('टिप्पणी के साथ लौटाएँ');
  expect(view.sent()).toEqual([
    post(`/api/studio/drafts/${id}/return`, { revision, reason: 'अंग्रेज़ी भी बदलें' }),
  ]);
  const again = await open(hq, `?edit=${id}`);
  expect(again.text()).toContain('अंग्रेज़ी भी बदलें');
  await again.press('स्वीकृति हेतु भेजें');
  await again.says('स्वीकृति हेतु भेजा गया।');
  const own = await open(hq, `?id=${id}`);
  expect(own.queryByRole('button', { name: 'स्वीकृत कर प्रकाशित करें' })).toBeNull();
  const decision = await open(other, `?id=${id}`);
  const submitted = await read();
  await decision.press('स्वीकृत कर प्रकाशित करें');
  await decision.says('संस्करण 2 प्रकाशित हुआ।');
  expect(decision.sent()).toEqual([
    post(`/api/studio/drafts/${id}/approve`, { revision: submitted.revision }),
  ]);
});

test('one tap leads back to an earlier version, once another officer approves it', async () => {
  const view = await open(hq);
  view.getByRole('heading', { name: 'प्रकाशित: संस्करण 2' });
  await view.press(/^इस पर वापस जाएँ/);
  expect(view.sent()).toEqual([]);
  await view.press('वापसी स्वीकृति हेतु भेजें');
  await view.says('वापसी स्वीकृति हेतु भेजी गई');
  expect(view.sent()).toHaveLength(1);
  const list = await open(other);
  list.getByRole('link', { name: 'संस्करण 1 पर वापसी' });
});

test('words that are not in Urdu script are told beside their field and keep the draft from being handed in', async () => {
  id = (await other.post('/api/studio/drafts')).json().id;
  const view = await open(other, `?edit=${id}`);
  await view.press('उर्दू');
  await view.fill({ 'ध्येय वाक्य': 'सुरक्षा आपकी' });
  await expect.poll(() => view.texts('.studio-urdu .wrong').join()).toContain('केवल उर्दू या रोमन');
  expect(view.getByRole('button', { name: 'स्वीकृति हेतु भेजें' })).toHaveProperty('disabled', true);
  await view.press('पूर्ववत करें: उर्दू: ध्येय वाक्य');
  await expect.poll(() => view.texts('.studio-urdu .wrong')).toEqual([]);
});

/** Texts and numbers of a body, as they are in it. */
function listValues(body: unknown): unknown[] {
  if (typeof body !== 'object' || body === null) return [body];
  return Object.values(body).flatMap(listValues);
}

const fieldsOfPart =
  '.studio-form-side :is(input[type=text], input[type=number], input:not([type]), textarea):enabled';

test('every field of every part is kept with what was written into it', async () => {
  const view = await open(other, `?edit=${id}`);
  const parts = view.texts('.studio-parts button').filter((name) => name !== 'चिह्न');
  expect(parts.length).toBeGreaterThan(5);
  const written: { value: unknown; label: string }[] = [];
  for (const part of parts) {
    // Without waiting for what is kept meanwhile: each part would be kept by a request of its own.
    const button = view.part('.studio-parts').getByRole('button', { name: part });
    await view.user.click(button);
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
    // Of rows that are folded one at a time is drawn.
    const [folded] = view.queryAllByText((_, each) => each?.tagName === 'SUMMARY');
    if (folded !== undefined) await view.user.click(folded);
    await expect.poll(() => document.querySelectorAll(fieldsOfPart).length).toBeGreaterThan(0);
    for (const field of document.querySelectorAll<HTMLInputElement>(fieldsOfPart)) {
      const at = written.length + 1;
      const value = field.type === 'number' ? 70_000 + at : `Q${at}Z`;
      fireEvent.input(field, { target: { value: String(value) } });
      written.push({ value, label: `${part}: ${field.getAttribute('aria-label') ?? field.id}` });
    }
  }
  const kept = () =>
    listValues(view.line.requests.findLast(({ method }) => method === 'PUT')?.body);
  await expect.poll(kept).toContain(written.at(-1)?.value);
  const lost = written.filter(({ value }) => kept().filter((each) => each === value).length !== 1);
  expect(lost).toEqual([]);
});

test('a draft is thrown away at the second tap', async () => {
  const view = await open(other, `?edit=${id}`);
  await view.press('प्रारूप छोड़ दें');
  expect(view.sent()).toEqual([]);
  await view.press('हाँ, सब परिवर्तन छोड़ें');
  expect(view.sent()).toEqual([
    post(`/api/studio/drafts/${id}/discard`, { revision: expect.any(Number) as number }),
  ]);
});

const when = { validFrom: '2019-04-13T04:30:00.000Z', validUntil: null, reason: 'मेला' };

test.each([
  {
    fill: { 'कौन से कोड': 'सभी पम्पलेट' },
    sent: { ...when, code: null, channel: 'pamphlet' },
  },
  {
    fill: { 'कौन से कोड': 'एक कोड', 'छपा कोड': ' BCDFGH ' },
    sent: { ...when, code: 'BCDFGH', channel: null },
  },
  {
    fill: { 'कब तक (खाली: जब तक बंद न करें)': '2019-04-14T18:00' },
    sent: { ...when, code: null, channel: 'board', validUntil: '2019-04-14T12:30:00.000Z' },
  },
])('a detour of codes is asked for as $sent', async ({ fill, sent }) => {
  const view = await open(hq);
  await view.press('दिशा बदलने का अनुरोध');
  for (const [label, value] of Object.entries(fill)) await view.fill({ [label]: value });
  await view.press('स्वीकृति हेतु भेजें');
  expect(view.texts('.wrong').length).toBeGreaterThan(0);
  expect(view.sent()).toEqual([]);
  await view.fill({ 'कब से': '2019-04-13T10:00', कारण: 'मेला' });
  await view.press('स्वीकृति हेतु भेजें');
  expect(view.sent()).toEqual([
    post('/api/studio/detours', { ...sent, target: expect.any(String) as string }),
  ]);
});
