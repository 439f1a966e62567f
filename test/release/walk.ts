import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import {
  createCaller,
  enrol,
  type HttpOfficer,
  openAccount,
} from '../messaging/fixtures/http-officer.ts';
import { blastInput } from '../messaging/phone/blasts/blast-input.ts';

/** What an installation is asked from outside: by citizens, and by officers at the side that answers them. */
export interface Installation {
  origin: string;
  citizens: string;
  officers: string;
  /** Runs `up-cop-outreach invite` there. @returns the link */
  invite(role: string, email: string): Promise<string>;
}

const numbers = 200;
const siteLimitMs = 900_000;

export async function signInFirst(
  { origin, officers }: Pick<Installation, 'origin' | 'officers'>,
  { link, email }: { link: string; email: string },
): Promise<HttpOfficer> {
  const officer = createCaller(origin);
  await openAccount(officer, officers, { link, email });
  await enrol(officer, officers);
  await read(officer, officers, '/api/me');
  return officer;
}

/** Waits until an address answers 200. */
export async function untilAnswers(url: string): Promise<void> {
  for (const end = Date.now() + 120_000; ; await wait(50)) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.status === 200) return;
    if (Date.now() > end) throw new Error(`${url}: ${answer?.status} ${await answer?.text()}`);
  }
}

/** Waits until the installation has built its own pages, which bear its address, from a program that it cannot write to. */
export async function untilOwnSite(origin: string, readMap: () => Promise<string>): Promise<void> {
  for (const end = Date.now() + siteLimitMs; ; await wait(1000)) {
    if ((await readMap()).includes(`<loc>${origin}/`)) return;
    assert.ok(Date.now() < end, 'Expected pages with the address of the installation');
  }
}

/** A list, a draft, another officer's approval, and all that the emulator took. @returns its figures */
export async function sendBlast(installation: Installation): Promise<Record<string, number>> {
  const { officers, invite } = installation;
  const seat = async (role: string) => {
    const email = `${role}@police.example`;
    return signInFirst(installation, { link: await invite(role, email), email });
  };
  const pro = await seat('pro-dgp');
  const hq = await seat('hq');
  const audienceId = await uploadList(pro, officers);
  const made = await expectJson<{ blast: { id: number; revision: number } }>(
    // No receipts: the public address leads nowhere here.
    pro.post(officers, '/api/blasts', blastInput(audienceId, { canarySize: 0 })),
  );
  const { id, revision } = made.blast;
  await expectJson(pro.post(officers, `/api/blasts/${id}/submit`));
  await expectJson(hq.post(officers, `/api/blasts/${id}/approve`, { revision }));
  for (const end = Date.now() + 120_000; ; await wait(300)) {
    const { blast, figures } = await read<{
      blast: { status: string };
      figures: { all: Record<string, number> };
    }>(hq, officers, `/api/blasts/${id}`);
    const { accepted = 0, delivered = 0 } = figures.all;
    if (blast.status === 'finished') {
      assert.equal(accepted + delivered, numbers);
      return figures.all;
    }
    if (Date.now() > end)
      throw new Error(`The blast is ${blast.status}: ${JSON.stringify(figures)}`);
  }
}

async function uploadList(officer: HttpOfficer, officers: string): Promise<number> {
  const rows = Array.from({ length: numbers }, (_, index) => `${9_100_000_000 + index},agra,hi\n`);
  const edge = 'edge-of-a-part';
  const file = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\nmobile,district,language\n${rows.join('')}\r\n--${edge}--\r\n`;
  const { status, text } = await officer.send(officers, {
    method: 'POST',
    url: '/api/audiences?name=Agra&consentBasis=public-duty&source=office&retainUntil=2019-05-01',
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
    payload: Buffer.from(file),
  });
  assert.equal(status, 201, text);
  const { id } = JSON.parse(text) as { id: number };
  for (;;) {
    const { audience } = await read<{ audience: { readyAt: string | null; members: number } }>(
      officer,
      officers,
      `/api/audiences/${id}`,
    );
    if (audience.readyAt === null) await wait(200);
    else {
      assert.equal(audience.members, numbers);
      return id;
    }
  }
}

async function read<T>(officer: HttpOfficer, url: string, path: string): Promise<T> {
  const { status, text } = await officer.send(url, {
    method: 'GET',
    url: path,
    headers: {},
    payload: undefined,
  });
  assert.equal(status, 200, text);
  return JSON.parse(text) as T;
}

async function expectJson<T>(answer: Promise<{ status: number; json: unknown }>): Promise<T> {
  const { status, json } = await answer;
  assert.ok(status < 300, JSON.stringify(json));
  return json as T;
}
