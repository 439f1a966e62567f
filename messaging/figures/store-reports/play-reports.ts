import { createHash } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';
import type { Day } from '../../../campaigns/tracker/clock.ts';
import { askStore, type Patience, StoreError } from './ask-store.ts';
import type { PlayAccount } from './settings.ts';

/** A report as the store gave it, to be read by its name. */
export interface FetchedReport {
  name: string;
  bytes: Buffer;
}

const readOnly = 'https://www.googleapis.com/auth/devstorage.read_only';
const tokenAnswer = z.object({ access_token: z.string().min(1) });

/**
 * The app's reports of this month and the one before, which Play still revises: installs by day, and visits of the store
 * by source. One that does not exist yet is left out.
 * Source: https://support.google.com/googleplay/android-developer/answer/6135870
 * @throws StoreError
 */
export async function fetchPlayReports(
  account: PlayAccount,
  { playPackage, today }: { playPackage: string; today: Day },
  patience: Patience,
): Promise<FetchedReport[]> {
  const token = await askToken(account, patience);
  const found: FetchedReport[] = [];
  for (const name of reportNames(playPackage, today)) {
    const bytes = await fetchObject(account, { name, token }, patience);
    if (bytes !== undefined) found.push({ name: name.split('/').at(-1) ?? name, bytes });
  }
  return found;
}

function reportNames(playPackage: string, today: Day): string[] {
  const before = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  before.setUTCMonth(before.getUTCMonth() - 1);
  return [before.toISOString(), today].flatMap((day) => {
    const month = day.slice(0, 7).replace('-', '');
    return [
      `stats/installs/installs_${playPackage}_${month}_overview.csv`,
      `stats/store_performance/store_performance_${playPackage}_${month}_traffic_source.csv`,
    ];
  });
}

/** By a signed statement of the service account, RFC 7523. */
async function askToken(account: PlayAccount, patience: Patience): Promise<string> {
  const key = await importPKCS8(account.privateKey, 'RS256');
  const assertion = await new SignJWT({ scope: readOnly })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setIssuer(account.email)
    .setAudience(account.tokenUrl)
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(key);
  const grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
  const { body } = await askStore(
    account.tokenUrl,
    { method: 'POST', body: new URLSearchParams({ grant_type: grant, assertion }) },
    patience,
  );
  try {
    return tokenAnswer.parse(JSON.parse(body.toString())).access_token;
  } catch {
    throw new StoreError(`${new URL(account.tokenUrl).hostname}: an answer without a token`);
  }
}

async function fetchObject(
  { storageUrl, bucket }: PlayAccount,
  { name, token }: { name: string; token: string },
  patience: Patience,
): Promise<Buffer | undefined> {
  const url = `${storageUrl}/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}?alt=media`;
  const headers = { authorization: `Bearer ${token}` };
  const { status, headers: told, body } = await askStore(url, { headers }, patience);
  if (status === 404) return undefined;
  const wanted = /(?:^|,)\s*md5=([^,\s]+)/.exec(told.get('x-goog-hash') ?? '')?.[1];
  const got = createHash('md5').update(body).digest('base64');
  if (wanted !== undefined && wanted !== got)
    throw new StoreError(`${name}: ${body.length} bytes whose MD5 is not the one that was told`);
  return body;
}
