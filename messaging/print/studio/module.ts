import { readFileSync } from 'node:fs';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { findEmblemFile } from '../../../campaigns/published-fs.ts';
import type { House } from '../../kit/house.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import type { Scans } from '../../scanning/scans/module.ts';
import type { Kit } from '../kit/module.ts';
import type { Proofs } from '../proofs/proofs.ts';
import type { AskOptions } from './ask-host.ts';
import type { HostChecks } from './host-check.ts';
import { createLayoutTrial } from './layout-trial.ts';
import { draftRoutes, versionRoutes } from './routes.ts';
import type { Studio } from './studio.ts';

/** The studio, where HQ changes the campaign: drafts, approval by another officer, versions, hosts of links. */
export function openStudio(
  options: House & {
    kit: Pick<Kit, 'changed'>;
    scans: Pick<Scans, 'registry' | 'detours' | 'challenge'>;
    proofs: Pick<Proofs, 'prove'>;
    /** Other rules for asking a host, for a test. */
    askHost?: Partial<AskOptions> | undefined;
  },
): Module {
  const { config, database, campaign, clock, uploads, decoders, kit, scans, proofs, askHost } =
    options;
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
    ask: askHost,
  };
  return {
    name: 'studio',
    register({ forms }) {
      addRoutes(forms, draftRoutes({ studio, uploads, decoders }));
      addRoutes(forms, versionRoutes({ studio, hosts }));
    },
  };
}
