import { gunzipSync } from 'node:zlib';
import { importPKCS8, SignJWT } from 'jose';
import { addDays, type Day } from '../../../campaigns/tracker/clock.ts';
import { askStore, type Patience, StoreError } from './ask-store.ts';
import type { FetchedReport } from './play-reports.ts';
import type { AppStoreAccount } from './settings.ts';

/** A day comes after one or two; a week covers an absence, and what Apple revises. */
const daysBack = 7;
const largestBytes = 64 * 1024 * 1024;

/**
 * Daily summaries of the latest week. A day of which there is none yet, or on which nothing was sold, is left out.
 * Source: https://developer.apple.com/documentation/appstoreconnectapi/get-v1-salesreports
 * @throws StoreError
 */
export async function fetchAppStoreReports(
  account: AppStoreAccount,
  { today }: { today: Day },
  patience: Patience,
): Promise<FetchedReport[]> {
  const headers = {
    authorization: `Bearer ${await signToken(account)}`,
    accept: 'application/a-gzip',
  };
  const found: FetchedReport[] = [];
  for (let back = daysBack; back > 0; back -= 1) {
    const day = addDays(today, -back);
    const { status, body } = await askStore(reportUrl(account, day), { headers }, patience);
    if (status === 404) continue;
    expectWhole(day, body);
    found.push({ name: `S_D_${account.vendor}_${day.replaceAll('-', '')}.txt.gz`, bytes: body });
  }
  return found;
}

/** Apple refuses one that holds for more than twenty minutes. */
async function signToken({ issuer, keyId, privateKey }: AppStoreAccount): Promise<string> {
  const key = await importPKCS8(privateKey, 'ES256');
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', kid: keyId, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience('appstoreconnect-v1')
    .setIssuedAt()
    .setExpirationTime('15m')
    .sign(key);
}

function reportUrl({ apiUrl, vendor }: AppStoreAccount, day: Day): string {
  const filter = {
    frequency: 'DAILY',
    reportDate: day,
    reportSubType: 'SUMMARY',
    reportType: 'SALES',
    vendorNumber: vendor,
  };
  const query = new URLSearchParams(
    Object.entries(filter).map(([name, value]) => [`filter[${name}]`, value]),
  );
  return `${apiUrl}/v1/salesReports?${query}`;
}

/** A compressed file says at its end how long it was. */
function expectWhole(day: Day, bytes: Buffer): void {
  try {
    gunzipSync(bytes, { maxOutputLength: largestBytes });
  } catch (error) {
    throw new StoreError(
      `${day}: ${bytes.length} bytes that do not unpack: ${(error as Error).message}`,
    );
  }
}
