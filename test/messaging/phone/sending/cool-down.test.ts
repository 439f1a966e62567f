import { expect, test } from 'vitest';
import { createCoolDown } from '../../../../messaging/phone/sending/cool-down.ts';

let now = 0;
const open = () => {
  now = 0;
  return createCoolDown(
    () => now,
    () => 0,
  );
};
const later = (cool: ReturnType<typeof open>, times: number, retryAfterMs?: number) => {
  for (let time = 0; time < times; time += 1)
    cool.note('sms', { later: true, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
};

test('a gateway is hot from the twentieth "later" in a row, for itself alone', () => {
  const cool = open();
  later(cool, 19);
  expect([cool.isHot('sms'), cool.allowance('sms', 100)]).toEqual([false, 100]);
  later(cool, 1);
  expect([cool.isHot('sms'), cool.allowance('sms', 100)]).toEqual([true, 0]);
  expect([cool.isHot('ivr'), cool.allowance('ivr', 100)]).toEqual([false, 100]);
});

test('any other answer ends it', () => {
  const cool = open();
  later(cool, 19);
  cool.note('sms', { later: false });
  later(cool, 19);
  expect(cool.isHot('sms')).toBe(false);
  later(cool, 30);
  expect(cool.allowance('sms', 50)).toBe(0);
  cool.note('sms', { later: false });
  expect(cool.allowance('sms', 50)).toBe(50);
});

test('then five are asked at a time, after 1, 2, 4 … seconds, a minute at most', () => {
  const cool = open();
  later(cool, 20);
  now = 999;
  expect([cool.isCooling('sms'), cool.allowance('sms', 100)]).toEqual([true, 0]);
  const waited: number[] = [];
  now = 1000;
  for (let probe = 0; probe < 8; probe += 1) {
    expect([cool.isCooling('sms'), cool.allowance('sms', 100)]).toEqual([false, 5]);
    const since = now;
    while (cool.isCooling('sms')) now += 1000;
    waited.push((now - since) / 1000);
  }
  expect(waited).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
  expect(cool.allowance('sms', 3)).toBe(3);
});

test('it waits as long as the gateway asked, from a second to a minute', () => {
  for (const [asked, waits] of [
    [5, 1000],
    [7000, 7000],
    [90_000, 60_000],
  ] as const) {
    const cool = open();
    later(cool, 20, asked);
    now = waits - 1;
    expect(cool.isCooling('sms')).toBe(true);
    now = waits;
    expect(cool.isCooling('sms')).toBe(false);
  }
});
