import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseJson } from '../../platform/process/parse-json.ts';

/** Variables of the stores' accounts; `.env.example` explains them. */
export const storeReportEnvironment = {
  PLAY_REPORTS_BUCKET: z
    .string()
    .regex(/^[a-z0-9_.-]+$/)
    .optional(),
  PLAY_REPORTS_KEY_FILE: z.string().min(1).optional(),
  APP_STORE_VENDOR: z
    .string()
    .regex(/^\d{6,12}$/)
    .optional(),
  APP_STORE_ISSUER: z.uuid().optional(),
  APP_STORE_KEY_ID: z
    .string()
    .regex(/^[A-Z0-9]{10}$/)
    .optional(),
  APP_STORE_KEY_FILE: z.string().min(1).optional(),
};
type Environment = z.infer<z.ZodObject<typeof storeReportEnvironment>>;

/** Key of a service account of Google Cloud, as its console gives it. */
const playKey = z.object({
  client_email: z.email(),
  private_key: z.string().includes('PRIVATE KEY'),
  token_uri: z.url().default('https://oauth2.googleapis.com/token'),
});

export interface PlayAccount {
  /** Without `gs://`. */
  bucket: string;
  email: string;
  /** PKCS 8 in PEM. */
  privateKey: string;
  tokenUrl: string;
  storageUrl: string;
}

export interface AppStoreAccount {
  vendor: string;
  issuer: string;
  keyId: string;
  /** PKCS 8 in PEM. */
  privateKey: string;
  apiUrl: string;
}

/** Where the stores' reports are fetched; undefined for a store of which no account is set. */
export interface StoreReportSettings {
  play: PlayAccount | undefined;
  appStore: AppStoreAccount | undefined;
}

/** @throws naming the variable that is missing, or the file that is no key */
export function storeReportSettings(env: Environment): StoreReportSettings {
  const play = allOrNone(env, ['PLAY_REPORTS_BUCKET', 'PLAY_REPORTS_KEY_FILE']);
  const appStore = allOrNone(env, [
    'APP_STORE_VENDOR',
    'APP_STORE_ISSUER',
    'APP_STORE_KEY_ID',
    'APP_STORE_KEY_FILE',
  ]);
  return {
    play: play && readPlayAccount(play.PLAY_REPORTS_BUCKET, play.PLAY_REPORTS_KEY_FILE),
    appStore: appStore && {
      vendor: appStore.APP_STORE_VENDOR,
      issuer: appStore.APP_STORE_ISSUER,
      keyId: appStore.APP_STORE_KEY_ID,
      privateKey: readKey('APP_STORE_KEY_FILE', appStore.APP_STORE_KEY_FILE),
      apiUrl: 'https://api.appstoreconnect.apple.com',
    },
  };
}

function allOrNone<Name extends keyof Environment>(
  env: Environment,
  names: readonly Name[],
): Record<Name, string> | undefined {
  const missing = names.filter((name) => env[name] === undefined);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0)
    throw new Error(`Expected all of ${names.join(', ')}, got none for ${missing.join(', ')}`);
  return env as Record<Name, string>;
}

function readPlayAccount(bucket: string, path: string): PlayAccount {
  const text = readKey('PLAY_REPORTS_KEY_FILE', path);
  const key = playKey.safeParse(parseJson(text));
  if (!key.success)
    throw new Error(
      `Expected the key of a service account, in json, for \`PLAY_REPORTS_KEY_FILE\`, got ${path}`,
    );
  const { client_email: email, private_key: privateKey, token_uri: tokenUrl } = key.data;
  return { bucket, email, privateKey, tokenUrl, storageUrl: 'https://storage.googleapis.com' };
}

function readKey(variable: string, path: string): string {
  try {
    const text = readFileSync(path, 'utf8');
    if (text.includes('PRIVATE KEY')) return text;
  } catch (error) {
    throw new Error(`Expected a file for \`${variable}\`, got ${(error as Error).message}`);
  }
  throw new Error(`Expected a private key for \`${variable}\`, got ${path} without one`);
}
