import { describe, expect, test } from 'vitest';
import { type Officer, password } from '../../fixtures/console.ts';
import { openConsole } from '../../fixtures/open-console.ts';

describe('a device on which an officer signed in', async () => {
  let pro: Officer;
  const { service } = await openConsole();

  const guess = async (email: string, browser = service.browser(), guessed = 'wrong password') =>
    (await browser.post('/api/sign-in', { email, password: guessed })).json().error;
  const fail = async (email: string, browser = service.browser(), times = 5) => {
    for (let count = 0; count < times; count += 1) await guess(email, browser);
  };
  const deviceCookie = ({ cookies }: Pick<Officer, 'cookies'>) => {
    const found = [...cookies].find(([name]) => name.startsWith('up-cop.device-'));
    if (found === undefined) throw new Error('Expected a cookie of the device, got none');
    return found;
  };

  test('is not locked by strangers, who lock all others', async () => {
    pro = await service.officer('district');
    await fail(pro.email);
    expect(await guess(pro.email, service.browser(), password)).toBe('locked');
    await service.signIn(pro, pro);
    expect((await pro.get('/api/me')).statusCode).toBe(200);
    const change = { currentPassword: password, newPassword: 'peepal-2291-ganga' };
    expect((await pro.post('/api/me/password', change)).statusCode).toBe(204);
    // The right password on the own device gives strangers no new tries.
    expect(await guess(pro.email)).toBe('locked');
  });

  test('has five tries of its own, which lock nobody else', async () => {
    pro = await service.officer('district');
    await fail(pro.email, pro);
    expect(await guess(pro.email, pro, password)).toBe('locked');
    expect(await guess(pro.email)).toBe('wrong-credentials');
  });

  test('is opened again by a new password link', async () => {
    pro = await service.officer('district');
    await fail(pro.email, pro);
    const admin = await service.officer('admin');
    await admin.post(`/api/people/${pro.id}/password-link`);
    await service.signIn(pro, pro);
    expect((await pro.get('/api/me')).statusCode).toBe(200);
  });

  test.each<[string, (value: string) => string]>([
    [
      'another signature',
      (value) => value.replace(/[^.]+$/, (end) => end.split('').reverse().join('')),
    ],
    ['another number', (value) => value.replace(/\.[^.]+\./, '.AAAAAAAAAAAAAAAA.')],
    ['a later day', (value) => value.replace(/^\d+/, (day) => String(Number(day) + 1))],
    ['nothing in it', () => ''],
  ])('is unknown with %s', async (_label, change) => {
    pro = await service.officer('district');
    const [name, value] = deviceCookie(pro);
    await fail(pro.email);
    const forger = service.browser();
    forger.cookies.set(name, change(value));
    expect(await guess(pro.email, forger, password)).toBe('locked');
  });

  test('is known for the officer alone', async () => {
    pro = await service.officer('district');
    const other = await service.officer('district');
    await fail(other.email);
    const [name] = deviceCookie(other);
    pro.cookies.set(name, deviceCookie(pro)[1]);
    expect(await guess(other.email, pro, password)).toBe('locked');
  });

  test('is not known by the password alone', async () => {
    pro = await service.officer('district');
    const half = service.browser();
    await half.post('/api/sign-in', { email: pro.email, password });
    expect([...half.cookies.keys()].some((name) => name.includes('device'))).toBe(false);
  });
});
