import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { pendingToken, stopLink } from '../../../../campaigns/messages/stop-link.ts';
import { registerStopLinks } from '../../../../messaging/phone/numbers/stop-link-routes.ts';
import { addressText, createStopTokens } from '../../../../messaging/phone/numbers/stop-token.ts';
import { openApp } from '../callbacks/webhook-app.ts';
import { openPhoneDatabase } from '../phone-database.ts';

const tokens = createStopTokens('one secret');
const number = '+915000000042';
const campaign = loadCampaign('up-cop');
const store = openPhoneDatabase();
let app: FastifyInstance;
let url = '';

beforeAll(async () => {
  ({ app, url } = await openApp(async (opened) => {
    opened.get('/q/:code', async () => 'a scan');
    await registerStopLinks(opened, { pool: store.pool, tokens, campaign });
  }));
});
beforeEach(async () => {
  await store.pool.query('DELETE FROM opt_out');
});
afterAll(() => app.close());

async function stopped() {
  const { rows } = await store.pool.query('SELECT msisdn, source FROM opt_out');
  return rows;
}

describe('a token', () => {
  it('names the number it was made for, to the holder of the secret', () => {
    for (let last = 0; last < 500; last += 1) {
      const phone = `+91${String(last * 19_999_999).padStart(10, '0')}`;
      const token = tokens.make(phone);
      expect(token).toMatch(/^[0-9B-DF-HJ-NP-TV-Z]{12}$/);
      expect(tokens.read(token)).toBe(phone);
      expect(tokens.read(token.toLowerCase())).toBe(phone);
      expect(createStopTokens('another secret').read(token)).toBeUndefined();
    }
  });
  it('is no token any more when one symbol of it is another', () => {
    const token = tokens.make(number);
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === '7' ? '8' : '7';
      expect(tokens.read(token.slice(0, at) + other + token.slice(at + 1))).toBeUndefined();
    }
    for (const wrong of ['', pendingToken, token.slice(1), `${token}0`, 'AEIOUAEIOUAE']) {
      expect(tokens.read(wrong)).toBeUndefined();
    }
  });
  it('stands in the text for one phone, in a link as long as a value may be', () => {
    const body = `बंद करने हेतु ${stopLink('UPPOLICE.GOV.IN')} उत्तर प्रदेश पुलिस`;
    const sent = addressText(body, number, tokens);
    expect(sent).toBe(body.replace(pendingToken, tokens.make(number)));
    expect(stopLink('UPPOLICE.GOV.IN')).toHaveLength(30);
  });
});

describe('the link of a message', () => {
  it('only asks when it is opened, since phones open links to show what is behind them', async () => {
    const link = `${url}/q/${tokens.make(number)}`;
    for (const method of ['GET', 'HEAD']) {
      expect((await fetch(link, { method })).status).toBe(200);
    }
    expect(await (await fetch(link)).text()).toContain('<form method="post">');
    expect(await stopped()).toEqual([]);
  });
  it('ends messages with one tap, however often it is tapped, and names no number', async () => {
    const link = `${url}/q/${tokens.make(number)}`;
    for (let times = 0; times < 2; times += 1) {
      const answer = await fetch(link, { method: 'POST', body: new URLSearchParams() });
      expect(answer.status).toBe(200);
      const page = await answer.text();
      expect(page).toContain('संदेश बंद हुए');
      expect(page.split('<main>')[1]).not.toMatch(/\d{4}|42/);
    }
    expect(await stopped()).toEqual([{ msisdn: '915000000042', source: 'link' }]);
  });
  it('is answered with 404 where no such token was made, and a code stays a scan', async () => {
    const wrong = `${url}/q/${createStopTokens('another').make(number)}`;
    // Opening it says nothing: whether there is such a link is told by the button alone.
    expect((await fetch(wrong)).status).toBe(200);
    expect((await fetch(wrong, { method: 'POST' })).status).toBe(404);
    expect(await stopped()).toEqual([]);
    expect(await (await fetch(`${url}/q/17SN0N`)).text()).toBe('a scan');
  });
});
