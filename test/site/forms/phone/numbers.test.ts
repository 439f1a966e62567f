import { expect, test } from 'vitest';
import { uploadList } from '../lists.ts';
import { openFormService } from '../service.ts';
import { openView } from '../view.ts';

/** Nobody's: the range is not assigned. */
const number = '9876543210';
const masked = /^\+91•+10$/;
const post = (path: string, body: object) => ({ method: 'POST', url: path, body });

const { hq } = await openFormService({ hq: 'hq' });
await uploadList(hq, [number]);

test('an officer looks a number up, stops it, and deletes it everywhere; no address ever holds it', async () => {
  const view = await openView(hq, '/console/numbers/');
  expect(view.text()).toContain('अभी किसी ने मना नहीं किया है।');
  const lookUp = async (given: string) => {
    await view.fill({ 'मोबाइल नंबर': given });
    await view.press('खोजें');
    expect(view.sent()).toEqual([post('/api/numbers/look-up', { number: given })]);
  };
  await lookUp('12345');
  expect(view.texts('form .notice.bad')).toHaveLength(1);
  await lookUp('98765 43210');
  const history = () => view.part('.phone-history');
  expect(history().getByRole('link', { name: 'नमूना सूची' })).toBeTruthy();
  expect(history().texts('h3')).toEqual([expect.stringMatching(masked)]);
  expect(history().text()).toContain('रोक-सूची में नहीं है।');
  const given = { number: '98765 43210' };
  const stop = async () => {
    await history().press('रोक-सूची में जोड़ें');
    expect(view.sent()).toEqual([post('/api/opt-outs/add', given)]);
    expect(history().text()).toContain('रोक-सूची में है: इस पर कुछ नहीं भेजा जाता।');
    expect(view.texts('.phone-stops tbody tr')).toEqual([expect.stringContaining('कार्यालय से')]);
    expect(view.texts('.phone-stops tbody th')).toEqual([expect.stringMatching(masked)]);
  };
  await stop();
  const paper = 'आवेदन 12 दि. 11.04.2019';
  const ofPaper = 'नागरिक का पत्र: संख्या और दिनांक';
  await history().fill({ [ofPaper]: paper });
  await history().press('रोक-सूची से हटाएँ');
  expect(view.sent()).toEqual([post('/api/opt-outs/remove', { ...given, paper, reason: '' })]);
  expect(history().text()).toContain('उसके लिखित अनुरोध पर दो अधिकारी');
  const reason = 'नागरिक स्वयं आए';
  await history().fill({ कारण: reason });
  await history().press('रोक-सूची से हटाएँ');
  expect(view.sent()).toEqual([post('/api/opt-outs/remove', { ...given, paper, reason })]);
  expect(history().text()).toContain('रोक-सूची में है: इस पर कुछ नहीं भेजा जाता।');

  await history().press('हर जगह से हटाएँ');
  await history().fill({ 'रोक-सूची में बनाए रखें, ताकि इस पर फिर कभी संदेश न जाए': false });
  await history().press('हटा दें');
  const deletion = { ...given, keepOptOut: false, reason: '', paper: '' };
  expect(view.sent()).toEqual([post('/api/numbers/delete', deletion)]);
  expect(history().text()).toContain('रोक नागरिक के लिखित अनुरोध पर ही हटती है');
  await history().fill({ [ofPaper]: paper });
  await history().press('हटा दें');
  deletion.paper = paper;
  expect(view.sent()).toEqual([post('/api/numbers/delete', deletion)]);
  expect(history().text()).toContain('उसके लिखित अनुरोध पर दो अधिकारी');
  await history().fill({ 'रोक-सूची में बनाए रखें, ताकि इस पर फिर कभी संदेश न जाए': true });
  await history().fill({ कारण: reason });
  await history().press('हटा दें');
  expect(view.sent()).toEqual([
    post('/api/numbers/delete', { ...deletion, keepOptOut: true, reason }),
  ]);
  expect(view.text()).toContain('नंबर मिटा दिया गया; वह 2 स्थानों पर था।');
  await lookUp(number);
  expect(history().text()).toContain('किसी सूची में नहीं है।');
  const actions = (await hq.get('/api/audit?limit=20'))
    .json()
    .map(({ action }: { action: string }) => action)
    .filter((action: string) => /^(number|opt-out)\./.test(action));
  expect(actions.slice(0, 4)).toEqual([
    'number.look-up',
    'number.delete',
    'opt-out.add',
    'number.look-up',
  ]);
  expect(view.line.requests.filter(({ url }) => /\d{10}/.test(url))).toEqual([]);
});

test('a number that is deleted stays on the stop list unless the officer takes the tick away', async () => {
  const view = await openView(hq, '/console/numbers/');
  await view.fill({ 'मोबाइल नंबर': '9876543219' });
  await view.press('खोजें');
  await view.press('हर जगह से हटाएँ');
  await view.press('रद्द करें');
  expect(view.part('.phone-history').queryByText('हटा दें')).toBeNull();
  await view.press('हर जगह से हटाएँ');
  await view.press('हटा दें');
  expect(view.sent().at(-1)?.body).toMatchObject({ number: '9876543219', keepOptOut: true });
});

test('the stop list is read a page at a time, and HQ puts the do-not-disturb list in', async () => {
  for (let last = 0; last < 11; last += 1)
    await hq.post('/api/opt-outs/add', { number: `98765432${20 + last}` });
  const view = await openView(hq, '/en/console/numbers/');
  const stop = async (given: string) => {
    await view.fill({ 'Number to stop': given });
    await view.press('Add to the stop list');
    expect(view.sent()).toEqual([post('/api/opt-outs/add', { number: given })]);
  };
  await stop('9876543240');
  expect(view.text()).toContain('••40 is on the stop list now.');
  expect(view.text()).toContain('1 to 10 of 13');
  await view.press('Older');
  expect(view.text()).toContain('11 to 13 of 13');
  expect(view.texts('.phone-stops tbody tr')).toHaveLength(3);
  await stop('9876543240');
  expect(view.text()).toContain('••40 was on the stop list already.');

  const rows = 'number\n9876543250\n9876543251\n0522-2724003\n';
  await view.fill({ 'File of the DND list': { file: 'dnd.csv', content: rows } });
  await view.press('Put in the list');
  expect(view.sent()).toEqual([post('/api/do-not-disturb?mode=replace', { file: rows })]);
  expect(view.text()).toContain('The list has 2 numbers now.');
  expect(view.text()).toContain('row 4: landline');
  expect(view.texts('.headline strong')).toEqual(['2']);
});

const series = 'series,operator\n9876,BSNL\n987654321,JIO\n';

test.each([
  {
    section: 'Do not disturb (DND)',
    fill: { 'File of the DND list': { file: 'dnd.csv', content: '9876543252\n' } },
    choose: 'new numbers are added to it',
    press: 'Put in the list',
    sent: { url: '/api/do-not-disturb?mode=add', body: { file: '9876543252\n' } },
    says: 'The list has 3 numbers now.',
  },
  {
    section: 'Operators of numbers',
    fill: { 'File of series or ported numbers': { file: 'series.csv', content: series } },
    press: 'Put in the operators',
    sent: { url: '/api/number-operators?mode=add', body: { file: series } },
    says: 'row 3: No series, number or operator',
  },
  {
    section: 'Operators of numbers',
    fill: { 'File of series or ported numbers': { file: 'series.csv', content: series } },
    choose: 'The new list takes its place',
    press: 'Put in the operators',
    sent: { url: '/api/number-operators?mode=replace', body: { file: series } },
    says: 'BSNL1',
  },
])('a list of "$section" is sent to $sent.url, and what came of it is said', async (each) => {
  const view = await openView(hq, '/en/console/numbers/');
  const section = view.region(each.section);
  await section.fill(each.fill);
  if (each.choose !== undefined) await section.fill({ [each.choose]: true });
  await section.press(each.press);
  expect(view.sent()).toEqual([{ method: 'POST', ...each.sent }]);
  await section.says(each.says);
});

test.each(['खोजें', 'रोक-सूची में जोड़ें', 'सूची डालें', 'सेवा प्रदाताओं की सूची डालें'])(
  'nothing is sent by "%s" as long as its field is empty',
  async (button) => {
    const view = await openView(hq, '/console/numbers/');
    await view.press(button);
    expect(view.texts('.wrong')).toHaveLength(1);
    expect(view.sent()).toEqual([]);
  },
);
