import type { Campaign } from '../../../campaigns/campaign.ts';
import type { DoctorCheck, doctorWords } from '../../../campaigns/words/doctor-words.ts';
import type { Config } from '../../config.ts';
import type { Gateway } from '../../phone/gateways/gateway.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Files } from '../../platform/files/open-files.ts';
import type { AskOptions } from '../../print/studio/ask-host.ts';

/** An installation as its checks see it. */
export interface DoctorContext {
  config: Config;
  /** Variables of the process. */
  env: Readonly<Record<string, string | undefined>>;
  campaign: Pick<Campaign, 'links' | 'app'> & { messages: Pick<Campaign['messages'], 'whatsapp'> };
  /** A printed code of the campaign. */
  printedCode: () => string;
  /** The reason where it could not be opened. */
  database: Pick<Database, 'engine' | 'pool'> | Error;
  redisUrl: string;
  /** Without the emulator, which reaches nobody. */
  gateways: readonly Gateway[];
  files: Pick<Files, 'room'>;
  /** For a test: another port and certificate of the printed host. */
  askHost?: Partial<AskOptions>;
}

/** Outcome of a check: good, to be acted on, or not set up. `detail` is what was found, in no language. */
export type Outcome<Code extends string> =
  | { state: 'good'; detail: string; says: null }
  | { state: 'act' | 'unset'; detail: string; says: Code };

/** Codes that have words. */
type CodeOf<Check extends DoctorCheck> = keyof (typeof doctorWords)[Check]['says'] & string;

export type Checks = {
  [Check in DoctorCheck]: (context: DoctorContext) => Promise<Outcome<CodeOf<Check>>>;
};

export function good(detail: string): Outcome<never> {
  return { state: 'good', detail, says: null };
}

export function act<const Code extends string>(says: Code, detail = ''): Outcome<Code> {
  return { state: 'act', detail, says };
}

export function unset<const Code extends string>(says: Code, detail = ''): Outcome<Code> {
  return { state: 'unset', detail, says };
}

/** @throws why there is no database */
export function expectPool({ database }: DoctorContext): Database['pool'] {
  if (database instanceof Error) throw database;
  return database.pool;
}
