import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { pendingToken, stopLink } from '../../../../campaigns/messages/stop-link.ts';
import { openStopLinks } from '../../../../messaging/phone/numbers/stop-link-routes.ts';
import { addressText, createStopTokens } from '../../../../messaging/phone/numbers/stop-token.ts';
import { recordOptIn } from '../../../../messaging/phone/numbers/whatsapp-sql.ts';
import { type Database, openDatabase } from '../../../../messaging/platform/database/database.ts';
import type { Module } from '../../../../messaging/platform/http/module.ts';
import { createLog } from '../../../../messaging/platform/process/log.ts';
import { createModuleServer } from '../../fixtures/module-server.ts';
import { openStoreLines, type StoreLines } from '../../fixtures/store-lines.ts';

const tokens = createStopTokens('one secret');
const number = '+915000000042';
const campaign = loadCampaign('up-cop');
const folder = mkdtempSync(join(tmpdir(), 'stop-link-'));
const log = createLog('silent');
let lines: StoreLines;
let database: Database;
let app: FastifyInstance;
let url = '';

beforeAll(async () => {
  lines = await openStoreLines();
  database = await openDatabase({ url: lines.databaseUrl, dataDir: folder });
  const { pool } = database;
  const module = await openStopLinks({ pool, tokens, campaign, spoolDir: folder, log });
  const scan: Module = {
    name: 'scan',
    register({ direct }) {
      direct.get('/q/:code', { config: { access: 'public' } }, async () => 'a scan');
    },
  };
  app = await createModuleServer({ modules: [module, scan], officers: {}, districts: [] });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
  return async () => {
    await app.close();
    await module.close?.();
    await database.close();
    await lines.close();
    rmSync(folder, { recursive: true });
  };
});
beforeEach(async () => {
  await database.pool.query('DELETE FROM opt_out; DELETE FROM consent_event');
});

/** A form of the page itself. */
function tap(link: string) {
  const headers = { origin: 'http://localhost:8080' };
  return fetch(link, { method: 'POST', body: new URLSearchParams(), headers });
}

async function stopped() {
  const { rows } = await database.pool.query('SELECT msisdn, source FROM opt_out');
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
      const answer = await tap(link);
      expect(answer.status).toBe(200);
      const page = await answer.text();
      expect(page).toContain('संदेश बंद हुए');
      expect(page.split('<main>')[1]).not.toMatch(/\d{5}|0042/);
      expect(page.match(/<li>[^<]*<\/li>/g)).toEqual([
        expect.stringMatching(/^<li>\d\d\.\d\d\.\d{4}: संदेश बंद करने को कहा, संदेश के लिंक से/),
        expect.stringMatching(/^<li>\d\d\.\d\d\.\d{4}: Said stop, by the link in a message/),
      ]);
    }
    expect(await stopped()).toEqual([{ msisdn: '915000000042', source: 'link' }]);
  });
  it('shows what is noted of the number without ending anything, to who has the link alone', async () => {
    const link = `${url}/q/${tokens.make(number)}?only=history`;
    expect(await (await tap(link)).text()).toContain('कोई सहमति या रोक दर्ज नहीं है');
    await recordOptIn(database.pool, number, { source: 'whatsapp', saidAt: new Date() });
    const page = await (await tap(link)).text();
    expect(page).toMatch(/<li>\d\d\.\d\d\.\d{4}: Consent, by WhatsApp<\/li>/);
    // The page is titled so, and says it once in each language.
    const headings = [...page.matchAll(/<h[12][^>]*>(.*?)<\/h[12]>/g)].map(([, text]) => text);
    expect(new Set(headings).size).toBe(headings.length);
    expect(page).not.toContain('0042');
    expect(await stopped()).toEqual([]);
    const wrong = `${url}/q/${createStopTokens('another').make(number)}?only=history`;
    expect((await tap(wrong)).status).toBe(404);
  });
  it('is answered with 404 where no such token was made, and a code stays a scan', async () => {
    const wrong = `${url}/q/${createStopTokens('another').make(number)}`;
    // Opening it says nothing: whether there is such a link is told by the button alone.
    expect((await fetch(wrong)).status).toBe(200);
    expect((await tap(wrong)).status).toBe(404);
    expect(await stopped()).toEqual([]);
    expect(await (await fetch(`${url}/q/17SN0N`)).text()).toBe('a scan');
  });
  it('is kept while the database is away, and ends messages when it is back; guesses count then', async () => {
    lines.postgres.cut();
    const answers = [await tap(`${url}/q/${tokens.make(number)}`)];
    for (let guess = 0; guess < 35; guess += 1)
      answers.push(await tap(`${url}/q/BCDFGHJKL${String(guess).padStart(3, '0')}`));
    // Nobody learns which of them is right.
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    const pages = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(pages.size).toBe(1);
    expect([...pages][0]).toContain('अनुरोध सहेज लिया गया');
    expect((await tap(`${url}/q/${tokens.make('+915000000043')}`)).status).toBe(202);
    lines.postgres.mend();
    await expect
      .poll(stopped, { timeout: 30_000 })
      .toEqual([{ msisdn: '915000000042', source: 'link' }]);
    const tries = `SELECT tries FROM attempt WHERE what = 'stop-link' AND scope = 'client'`;
    await expect
      .poll(async () => (await database.pool.query(tries)).rows, { timeout: 30_000 })
      .toEqual([{ tries: 30 }]);
    // After thirty wrong ones the same address has to wait, with a right one too.
    expect((await tap(`${url}/q/${tokens.make('+915000000043')}`)).status).toBe(429);
  }, 120_000);
});

describe('the page behind a stop link of a campaign in another language', () => {
  it('asks in that language first, then in English, and in no Hindi', async () => {
    const { pool } = database;
    const gujarati = loadCampaign('gujarat-citizen-first');
    const spoolDir = join(folder, 'gujarati');
    const module = await openStopLinks({ pool, tokens, campaign: gujarati, spoolDir, log });
    const server = await createModuleServer({ modules: [module], officers: {}, districts: [] });
    const { body } = await server.inject(`/q/${tokens.make(number)}`);
    expect(body).toContain('<html lang="gu">');
    expect(body).toContain('<h1>સંદેશા બંધ કરો</h1>');
    expect(body).toContain('હા, બંધ કરો <span lang="en">· Yes, stop them</span>');
    expect(body).not.toMatch(/[\u0900-\u0963\u0966-\u097F]/);
    await server.close();
    await module.close?.();
  });
});
