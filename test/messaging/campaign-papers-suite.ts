import { PDFiumLibrary } from '@hyzyla/pdfium';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { serviceWordsIn } from '../../campaigns/languages/service-words-fs.ts';
import { orderPapers } from '../../campaigns/print/purchase-orders/purchase-order.ts';
import { orderFormats } from '../../messaging/contract/values.ts';
import type { FactView } from '../../messaging/front/facts/routes.ts';
import { findVoice } from '../../messaging/mail/delivery/letters/voice.ts';
import type { Blast } from '../../messaging/phone/blasts/blast.ts';
import {
  type PackContent,
  packForOperator,
} from '../../messaging/phone/telecom-operators/operator-pack.ts';
import { type Database, openDatabase } from '../../messaging/platform/database/database.ts';
import { writeOrderPaper } from '../../messaging/print/purchase-orders/order-papers.ts';
import { strangeWord } from '../campaign-words.ts';
import { borrow } from '../servers/borrow.ts';
import { createTestConsole, type Officer, type TestConsole } from './fixtures/console.ts';
import { decoders } from './fixtures/decoders.ts';
import { orderPaper } from './fixtures/order-paper.ts';
import { letters } from './mail/delivery/all-letters.ts';

let pdfium: PDFiumLibrary;

/** What a reader reads in a file: the text of a PDF's pages, or of the parts of a package. */
async function readText(file: Uint8Array): Promise<string> {
  const magic = strFromU8(file.subarray(0, 4), true);
  if (magic === '%PDF') {
    const document = await pdfium.loadDocument(file);
    const text = [...document.pages()].map((page) => page.getText()).join('\n');
    document.destroy();
    return text;
  }
  if (!magic.startsWith('PK')) return strFromU8(file);
  const parts = Object.entries(unzipSync(file)).filter(([name]) => !/\.(odttf|ttf)$/.test(name));
  const texts = await Promise.all(
    parts.map(([name, part]) => (/\.(docx|pdf)$/.test(name) ? readText(part) : strFromU8(part))),
  );
  return texts.join('\n').replace(/<[^>]*>/g, '');
}

/** Tries the papers that the offices of these campaigns get, each in its own words. */
export function tryPapers(campaigns: readonly string[]): void {
  beforeAll(async () => {
    pdfium = await PDFiumLibrary.init();
  });
  afterAll(() => pdfium.destroy());
  describe.each(campaigns)('papers of %s', (id) => {
    const campaign = loadCampaign(id);
    const { districts, stations } = loadDirectory({ campaign: id });
    const [district] = districts;
    const [station] = stations;
    if (district === undefined || station === undefined)
      throw new Error('Expected a district with a station');
    const name = { hi: district.nameHi, en: district.nameEn };
    const isHindi = campaign.languages[0] === 'hi';

    let database: Database;
    let service: TestConsole;
    let hq: Officer;
    beforeAll(async () => {
      database = await openDatabase({ url: await borrow('database'), dataDir: '/tmp' });
      service = await createTestConsole(database, { campaign: id });
      hq = await service.officer('hq');
    });
    afterAll(async () => {
      await service.close();
      await database.close();
    });

    test.each(['pdf', 'docx'])(
      'review note and letter to a district come as %s, in its own words',
      async (format) => {
        for (const url of [
          `/api/review-note?format=${format}`,
          `/api/district-letters/${district.id}?format=${format}`,
        ]) {
          const answer = await hq.get(url);
          expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
          const text = await readText(answer.rawPayload);
          expect(text.length, url).toBeGreaterThan(300);
          expect(strangeWord(text, id), url).toBeNull();
        }
      },
    );

    test('leave out what the campaign has not, and say that they are of a demonstration', async () => {
      const { demonstration, score, directions } = campaign;
      const take = async (url: string) => readText((await hq.get(`${url}?format=docx`)).rawPayload);
      const letter = await take(`/api/district-letters/${district.id}`);
      expect(letter.includes(serviceWordsIn(campaign).districtLetter.formula)).toBe(
        score !== undefined,
      );
      const note = await take('/api/review-note');
      expect(/Progress by direction|निर्देशवार प्रगति/.test(note)).toBe(directions.length > 0);
      if (demonstration === undefined) return;
      expect(letter).toContain(demonstration.notice.hi);
      expect(note).toContain(isHindi ? demonstration.notice.hi : demonstration.notice.en);
    });

    test('papers of an order are written in every format', async () => {
      const paper = orderPaper({ campaign, district, station });
      for (const kind of orderPapers)
        for (const format of orderFormats) {
          const written = await writeOrderPaper(decoders, {
            paper: kind,
            format,
            order: paper,
            account: 'officer',
          });
          if (written === undefined) continue;
          const text = await readText(written.bytes);
          expect(text.length, written.name).toBeGreaterThan(40);
          expect(strangeWord(text, id), written.name).toBeNull();
        }
    });

    test('the pack for a telecom operator has its districts and their number', async () => {
      const shared = {
        campaign,
        today: '2026-11-28',
        districtCount: districts.length,
        estimate: { recipients: 1000, segments: 2000, paise: 30_000 },
        blast: smsBlast(campaign),
      } as unknown as Omit<PackContent, 'districts'>;
      for (const chosen of [[], [name]]) {
        const pack = await packForOperator({ ...shared, districts: chosen });
        const text = await readText(pack);
        expect(strangeWord(text, id)).toBeNull();
        expect(text).toContain(chosen.length === 0 ? `all ${districts.length} districts` : name.en);
      }
    });

    test('facts that citizens are told are listed, open ones first', async () => {
      const answer = await hq.get('/api/facts');
      expect(answer.statusCode).toBe(200);
      const facts: FactView[] = answer.json();
      expect(facts).toHaveLength(campaign.facts?.length ?? 0);
      const open = facts.map(({ confirmed }) => confirmed === null);
      expect(open).toEqual(open.toSorted((a, b) => Number(b) - Number(a)));
      expect(facts.some(({ id: own }) => own === 'app-store-id')).toBe(
        campaign.app.appStoreId !== null,
      );
    });

    test('letters by e-mail name its app and its force, in Hindi only where the campaign is', () => {
      const voice = findVoice(campaign, 'hi');
      for (const { subject, text, html } of letters.map((write) => write(voice))) {
        expect(strangeWord(`${subject} ${text} ${html}`, id)).toBeNull();
        expect(text).toContain(voice.house);
        expect(/[\u0900-\u097F]/.test(subject)).toBe(isHindi);
      }
    });
  });
}

function smsBlast({ messages }: ReturnType<typeof loadCampaign>): Partial<Blast> {
  const texts = messages.templates
    .slice(0, 2)
    .map((template) => [
      template.language,
      { templateId: null, header: template.header, body: template.text, segments: 2 },
    ]);
  return {
    channel: 'sms',
    category: 'government',
    texts: Object.fromEntries(texts),
    window: { fromMinute: 600, toMinute: 1200 },
    shortCode: 'ABC123',
  };
}
