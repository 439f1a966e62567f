import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { type Radio, spotFileName, spotText } from '../../../campaigns/channels/radio/radio.ts';
import { guidePath, recordingScripts } from '../../../campaigns/channels/radio/script.ts';
import { messageLanguages } from '../../../campaigns/messages/message-language.ts';
import type { PlannedShelfFile } from '../../../campaigns/shelf.ts';
import { loadFonts } from '../../layout/fonts-fs.ts';
import { coatedIntent } from '../../print/output-intent-fs.ts';
import { a4 } from '../../print/paper-sizes.ts';
import { createCodeReader } from '../../run/code-hash-fs.ts';
import { digest } from '../../run/digest.ts';
import {
  inRoom,
  plainFile,
  type ShelfItem,
  type ShelfSources,
  textItem,
} from '../../shelf/item.ts';
import { cueCsv, cueSheet } from './cue-sheet.ts';
import { guideVersion, speakGuide } from './guide.ts';
import { promptSheet, spotSheet } from './script-sheets.ts';
import type { Sheet } from './sheet.ts';
import { sheetDocx } from './sheet-docx.ts';
import { sheetPdf } from './sheet-pdf.ts';

interface Source {
  campaign: Campaign;
  radio: Radio;
  code: string;
  /** Hashes of the program by which each kind of file is made. */
  sheetInputs: string;
  guideInputs: string;
}

/** Files of radio and the call for the whole state: scripts for the studio, the cue sheet, and guides to time by. */
export async function radioShelf({
  campaign,
  registry,
  districts,
  stations,
}: ShelfSources): Promise<ShelfItem[]> {
  const { radio } = campaign;
  // Radio reaches the whole state: districts and stations have no radio items.
  if (radio === undefined || districts.length > 0 || stations.length > 0) return [];
  const hash = createCodeReader(join(import.meta.dirname, '../..'));
  const version = await guideVersion(new AbortController().signal);
  const source = {
    campaign,
    radio,
    code: registry.codeFor({ scope: 'state' }, 'radio'),
    sheetInputs: hash(['channels/radio/sheet-pdf.ts', 'channels/radio/sheet-docx.ts']).hash,
    guideInputs: `${hash(['channels/radio/guide.ts']).hash} ${version}`,
  };
  return [...spotItems(source), ...cueItems(source), ...promptItems(source)];
}

/** Each spot's script and its guide. */
function spotItems(source: Source): ShelfItem[] {
  const { campaign, radio, code } = source;
  return radio.spots.flatMap((spot) => {
    const name = spotFileName(campaign.app.name, spot, code);
    return [
      sheetItem(source, `radio/scripts/${name}`, spotSheet(source, spot), {
        item: `script-${spot.id}`,
        language: 'hi',
        seconds: spot.seconds,
      }),
      guideItem(source, guidePath(name), {
        id: spot.id,
        text: spotText(spot, radio, { code, missedCall: campaign.links.missedCall }),
        language: 'hi',
      }),
    ];
  });
}

function cueItems(source: Source): ShelfItem[] {
  const { campaign, code } = source;
  const app = campaign.app.name.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  const name = `radio/scripts/${app}_R_${code}_CUE-SHEET`;
  return [
    sheetItem(source, name, cueSheet(source), { item: 'cue-sheet', language: 'hi', seconds: null }),
    textItem(
      { ...plainFile, item: 'cue-sheet', format: 'csv', path: `${name}.csv`, code },
      cueCsv(source),
    ),
  ];
}

/** The prompts of the call: a sheet in each language, and a guide for each prompt. */
function promptItems(source: Source): ShelfItem[] {
  const sheets = messageLanguages.map((language) =>
    sheetItem(source, `radio/scripts/call-prompts-${language}`, promptSheet(source, language), {
      item: `script-prompts-${language}`,
      language,
      seconds: null,
    }),
  );
  const guides = recordingScripts(source.campaign, source.code).flatMap(
    ({ id, use, text, language }) => {
      if (use !== 'prompt' || text === null) return [];
      const spoken = { id, text, language: language === 'en' ? 'en' : 'hi' } as const;
      return [guideItem(source, guidePath(id), spoken)];
    },
  );
  return [...sheets, ...guides];
}

function sheetItem(
  { campaign, code, sheetInputs }: Source,
  path: string,
  sheet: Sheet,
  about: Pick<PlannedShelfFile, 'item' | 'language' | 'seconds'>,
): ShelfItem {
  return {
    files: (['pdf', 'docx'] as const).map((format) => ({
      ...plainFile,
      ...about,
      format,
      path: `${path}.${format}`,
      mm: a4,
      code,
    })),
    inputs: digest([sheetInputs, JSON.stringify(sheet)]),
    async make(room) {
      const press = { fonts: loadFonts(), intent: coatedIntent(), date: campaign.versionDate };
      writeFileSync(inRoom(room, `${path}.pdf`), Buffer.concat(sheetPdf(sheet, press).parts));
      writeFileSync(inRoom(room, `${path}.docx`), await sheetDocx(sheet));
    },
  };
}

function guideItem(
  { guideInputs }: Source,
  path: string,
  { id, text, language }: { id: string; text: string; language: 'hi' | 'en' },
): ShelfItem {
  return {
    files: [{ ...plainFile, item: `guide-${id}`, format: 'wav', path, language, guide: true }],
    inputs: digest([guideInputs, language, text]),
    make: (room, signal) => speakGuide({ text, language }, inRoom(room, path), signal),
  };
}
