import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { openCsv } from '../../../campaigns/figures/open-data/open-csv.ts';
import { licenceLine } from '../../../campaigns/figures/open-data/open-data.ts';
import {
  openProgress,
  openProgressSchema,
} from '../../../campaigns/figures/open-data/open-progress.ts';
import { chartWords } from '../../../campaigns/words/chart-words.ts';
import type { BuiltProgress, LiveProgress } from '../progress/live-progress.ts';
import type { ChartFigures } from './charts.ts';

const forms = ['json', 'days', 'districts'] as const;
type OpenForm = (typeof forms)[number];
interface OpenText {
  text: string;
  etag: string;
}

export interface OpenFigures {
  read(form: OpenForm): Promise<OpenText>;
  /** The figures that charts are drawn from. */
  figures(): Promise<ChartFigures>;
  schema: OpenText;
}

export interface OpenFigureOptions {
  live: LiveProgress;
  campaign: Campaign;
  directory: Directory;
  publicUrl: string;
}

/** The public figures in the forms in which they are given away; each is written once for the same figures. */
export function openOpenFigures({
  live,
  campaign,
  directory,
  publicUrl,
}: OpenFigureOptions): OpenFigures {
  const schemaUrl = new URL('/api/public/progress.schema.json', publicUrl).href;
  const schema = JSON.stringify({ $id: schemaUrl, ...z.toJSONSchema(openProgressSchema) });
  let current: { key: string; texts: Partial<Record<OpenForm, OpenText>> } = { key: '', texts: {} };

  function write(form: OpenForm, { file }: BuiltProgress): string {
    const open = openProgress(file, { campaign, districts: directory.districts, schemaUrl });
    return form === 'json' ? JSON.stringify(open) : openCsv(open, form);
  }

  async function now(): Promise<{ built: BuiltProgress; key: string }> {
    const built = await live.current();
    // The campaign is live: its words may change while the figures stay.
    const { name, copy, openData } = campaign;
    return { built, key: makeTag(built.etag, JSON.stringify([name, copy.owner, openData])) };
  }

  return {
    async read(form) {
      const { built, key } = await now();
      if (current.key !== key) current = { key, texts: {} };
      const found = current.texts[form];
      if (found !== undefined) return found;
      const text = { text: write(form, built), etag: makeTag(key, form) };
      current.texts[form] = text;
      return text;
    },
    async figures() {
      const { host } = new URL(publicUrl);
      const foot = (language: 'hi' | 'en') => [
        `${chartWords[language].sourceLine(campaign.copy.owner[language])} · ${host}/progress/`,
        licenceLine(campaign.openData, language),
      ];
      return { ...(await now()), name: campaign.name, foot: { hi: foot('hi'), en: foot('en') } };
    },
    schema: { text: schema, etag: makeTag(schema) },
  };
}

export function makeTag(...parts: readonly string[]): string {
  return `"${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)}"`;
}
