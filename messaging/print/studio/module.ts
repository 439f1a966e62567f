import { readFileSync } from 'node:fs';
import multipart from '@fastify/multipart';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { findEmblemFile } from '../../../campaigns/published-fs.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Decoders } from '../../platform/decoding/decoders.ts';
import { createAttemptLimit } from '../../platform/http/attempt-limit.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { formLimits } from '../../platform/http/upload.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import type { Clock } from '../../platform/process/clock.ts';
import type { Scans } from '../../scanning/scans/module.ts';
import type { Kit } from '../kit/module.ts';
import type { Proofs } from '../proofs/proofs.ts';
import type { AskOptions } from './ask-host.ts';
import type { HostChecks } from './host-check.ts';
import { createLayoutTrial } from './layout-trial.ts';
import { draftRoutes, versionRoutes } from './routes.ts';
import type { Studio } from './studio.ts';

/** Between two questions of one officer to a host. */
const usualPauseMs = 2000;

/** The studio, where HQ changes the campaign: drafts, approval by another officer, versions, hosts of links. */
export function openStudio(options: {
  config: Pick<Config, 'campaign' | 'publicUrl'>;
  database: Database;
  /** As it is published now. */
  campaign: Campaign;
  clock: Clock;
  uploads: UploadRoom;
  decoders: Decoders;
  kit: Pick<Kit, 'changed'>;
  scans: Pick<Scans, 'registry' | 'detours' | 'challenge'>;
  proofs: Pick<Proofs, 'prove'>;
  /** Other rules for asking a host, for a test. */
  askHost?: Partial<AskOptions> | undefined;
}): Module {
  const { config, database, campaign, clock, uploads, decoders, kit, scans, proofs, askHost } =
    options;
  const { pauseMs = usualPauseMs } = askHost ?? {};
  const studio: Studio = {
    database,
    repository: loadCampaign(config.campaign),
    repositoryEmblem: readFileSync(findEmblemFile(), 'utf8'),
    clock,
    tryLayout: createLayoutTrial(proofs),
    onPublished: kit.changed,
  };
  const hosts: HostChecks = {
    database,
    campaign,
    scans,
    clock,
    publicUrl: config.publicUrl,
    pace: createAttemptLimit({ most: 1, windowMs: pauseMs }),
    ask: askHost,
  };
  return {
    name: 'studio',
    async register({ api }) {
      await api.register(async (forms) => {
        await forms.register(multipart, { limits: formLimits });
        addRoutes(forms, draftRoutes({ studio, uploads, decoders }));
        addRoutes(forms, versionRoutes({ studio, hosts }));
      });
    },
  };
}
