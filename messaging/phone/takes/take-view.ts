import type { Campaign } from '../../../campaigns/campaign.ts';
import { type RecordingScript, scriptFileName } from '../../../campaigns/channels/radio/script.ts';
import {
  type TakeFormat,
  takeFiles,
  takeFormats,
} from '../../../campaigns/channels/radio/take-format.ts';
import { takeFindingText } from '../../../campaigns/words/take-words.ts';
import type { MasteredTake } from './current-takes.ts';
import type { MasteredSpot } from './takes-schemas.ts';
import type { Take } from './takes-sql.ts';

/** Names the files of takes. */
export interface TakeNaming {
  campaign: Pick<Campaign, 'app' | 'radio'>;
  /** The radio's short code. */
  code: string;
}

/** The name of a delivery where it is sent: `UPCOP_R_001Y5R_20_HI.wav`, `prompt-hi-menu_ULAW.wav`. */
export function deliveryName(naming: TakeNaming, script: string, format: TakeFormat): string {
  const { suffix, extension } = takeFiles[format];
  return `${scriptFileName(script, naming.campaign, naming.code)}${suffix}.${extension}`;
}

/** Public address of a delivery, which names one take for ever. */
export function takePath(key: string, format: TakeFormat): string {
  return `/voice/takes/${key}-${format}.${takeFiles[format].extension}`;
}

/** A take as the console shows it. */
export function toTakeView(take: Take, naming: TakeNaming) {
  const { id, status, name, findings, figures, master, recordedBy, recordedAt, script } = take;
  return {
    id,
    status,
    name,
    findings: findings.map((finding) => ({ ...finding, ...takeFindingText(finding) })),
    seconds: figures.seconds,
    master: master && {
      seconds: master.seconds,
      lufs: master.lufs,
      dbtp: master.dbtp,
      files: takeFormats.map((format) => ({
        format,
        bytes: master.files[format].bytes,
        name: deliveryName(naming, script, format),
      })),
    },
    recordedBy,
    recordedAt,
  };
}

const forStations = ['wav48', 'mp3', 'wav44'] as const satisfies readonly TakeFormat[];

/** A spot as a station takes it. */
export function toMasteredSpot(
  { id, language, seconds }: RecordingScript,
  { key, master }: MasteredTake,
  naming: TakeNaming,
): MasteredSpot {
  return {
    id,
    language,
    seconds: seconds ?? master.seconds,
    lufs: master.lufs,
    files: forStations.map((format) => ({
      format,
      bytes: master.files[format].bytes,
      name: deliveryName(naming, id, format),
      url: takePath(key, format),
    })),
  };
}
