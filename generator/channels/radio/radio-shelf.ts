import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageLanguages } from '../../../campaigns/messages/message-language.ts';
import { spotFileName, spotText } from '../../../campaigns/radio/radio.ts';
import { guidePath, recordingScripts } from '../../../campaigns/radio/script.ts';
import type { PlannedShelfFile } from '../../../campaigns/shelf.ts';
import { loadFonts } from '../../layout/fonts-fs.ts';
import { coatedIntent } from '../../print/output-intent-fs.ts';
import { createCodeReader } from '../../run/code-hash-fs.ts';
import { digest } from '../../run/digest.ts';
import { plainFile, type ShelfItem } from '../../shelf/item.ts';
import type { ShelfSources } from '../../shelf/maker.ts';
import { cueCsv, cueSheet } from './cue-sheet.ts';
import { guideVersion, speakGuide } from './guide.ts';
import { promptSheet, spotSheet } from './script-sheets.ts';
import type { Sheet } from './sheet.ts';
import { sheetDocx } from './sheet-docx.ts';
import { sheetPdf } from './sheet-pdf.ts';

const a4 = { width: 210, height: 297 };

/** What radio and the call have for the whole state: scripts for the studio, the cue sheet, and guides to time by. */
export async function radioShelf({
  campaign,
  registry,
  districts,
  stations,
}: ShelfSources): Promise<ShelfItem[]> {
  const { radio } = campaign;
  // Radio reaches the whole state: no district and no station has anything of its own.
  if (radio === undefined || districts.length > 0 || stations.length > 0) return [];
  const code = registry.codeFor({ scope: 'state' }, 'radio');
  const source = { campaign, radio, code };
  const hash = createCodeReader(join(import.meta.dirname, '../..'));
  const sheetCode = hash(['channels/radio/sheet-pdf.ts', 'channels/radio/sheet-docx.ts']).hash;
  const signal = new AbortController().signal;
  const guideInputs = `${hash(['channels/radio/guide.ts']).hash} ${await guideVersion(signal)}`;

  const sheetItem = (
    path: string,
    sheet: Sheet,
    about: Pick<PlannedShelfFile, 'item' | 'language' | 'seconds'>,
  ): ShelfItem => ({
    files: (['pdf', 'docx'] as const).map((format) => ({
      ...plainFile,
      ...about,
      format,
      path: `${path}.${format}`,
      mm: a4,
      code,
    })),
    inputs: digest([sheetCode, JSON.stringify(sheet)]),
    async make(room) {
      const to = (format: string) => join(room, `${path.slice('radio/'.length)}.${format}`);
      const date = campaign.versionDate;
      const press = { fonts: loadFonts(), intent: coatedIntent(), date };
      writeFileSync(to('pdf'), Buffer.concat(sheetPdf(sheet, press).parts));
      writeFileSync(to('docx'), await sheetDocx(sheet));
    },
  });
  const guideItem = (
    path: string,
    { id, text, language }: { id: string; text: string; language: 'hi' | 'en' },
  ): ShelfItem => ({
    files: [
      {
        ...plainFile,
        item: `guide-${id}`,
        format: 'wav',
        path,
        language,
        guide: true,
      },
    ],
    inputs: digest([guideInputs, language, text]),
    make: (room, stop) =>
      speakGuide({ text, language }, join(room, path.slice('radio/'.length)), stop),
  });

  const spots = radio.spots.flatMap((spot) => {
    const name = spotFileName(campaign.app.name, spot, code);
    return [
      sheetItem(`radio/scripts/${name}`, spotSheet(source, spot), {
        item: `script-${spot.id}`,
        language: 'hi',
        seconds: spot.seconds,
      }),
      guideItem(guidePath(name), {
        id: spot.id,
        text: spotText(spot, radio, code),
        language: 'hi',
      }),
    ];
  });
  const prompts = recordingScripts(campaign, code).flatMap(({ id, use, text, language }) =>
    use === 'prompt' && text !== null
      ? [
          guideItem(guidePath(id), {
            id,
            text,
            language: language === 'en' ? 'en' : 'hi',
          }),
        ]
      : [],
  );
  const papers = messageLanguages.map((language) =>
    sheetItem(`radio/scripts/call-prompts-${language}`, promptSheet(source, language), {
      item: `script-prompts-${language}`,
      language,
      seconds: null,
    }),
  );
  const cueName = `radio/scripts/${campaign.app.name.replace(/[^A-Za-z0-9]/g, '').toUpperCase()}_R_${code}_CUE-SHEET`;
  const cues: ShelfItem[] = [
    sheetItem(cueName, cueSheet(source), { item: 'cue-sheet', language: 'hi', seconds: null }),
    {
      files: [{ ...plainFile, item: 'cue-sheet', format: 'csv', path: `${cueName}.csv`, code }],
      inputs: digest([cueCsv(source)]),
      async make(room) {
        writeFileSync(join(room, `${cueName.slice('radio/'.length)}.csv`), cueCsv(source));
      },
    },
  ];
  return [...spots, ...cues, ...papers, ...prompts];
}
