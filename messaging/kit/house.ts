import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Campaign } from '../../campaigns/campaign.ts';
import type { Directory, District } from '../../campaigns/directory/station.ts';
import type { CodeSupply } from '../../campaigns/links/code-shares.ts';
import type { OwnedCode, Registry } from '../../campaigns/links/registry.ts';
import type { Config } from '../config.ts';
import type { Database } from '../platform/database/database.ts';
import type { Queryable } from '../platform/database/transaction.ts';
import type { Decoders } from '../platform/decoding/decoders.ts';
import type { Files } from '../platform/files/open-files.ts';
import type { UploadRoom } from '../platform/http/upload-room-fs.ts';
import type { Clock } from '../platform/process/clock.ts';
import type { Metrics } from '../platform/process/metrics.ts';
import type { HeldActs } from './held-acts.ts';
import type { PublicWords } from './public-words.ts';

/** Parts of the service that every feature may use. */
export interface House {
  config: Config;
  database: Database;
  /** With the directory as it is published now: keep none of their fields. */
  campaign: Campaign;
  directory: Directory;
  districts: readonly District[];
  /** The campaign's. */
  clock: Clock;
  log: Logger;
  metrics: Metrics;
  files: Files;
  uploads: UploadRoom;
  decoders: Decoders;
  registry(): Registry;
  ownerOf(code: string): Promise<OwnedCode | undefined>;
  codes: CodeSupply;
  /** Says who may decide on what others made. */
  secondPerson: SecondPersonRule;
  /** Keeps acts that one officer alone does not do. */
  heldActs: HeldActs;
  /** Reads typed words before the public does. */
  publicWords: PublicWords;
}

/** Whether an officer is a second person beside the accounts that made something. */
export interface SecondPersonRule {
  /** Throws where it is not. */
  require(tx: Queryable, checker: string, makers: readonly (string | null)[]): Promise<void>;
  judge<Each>(
    database: Queryable,
    checker: string,
    entries: readonly Each[],
    makersOf: (entry: Each) => readonly (string | null)[],
  ): Promise<(Each & { second: unknown })[]>;
  /** Schema of a verdict. */
  schema: z.ZodType;
}
