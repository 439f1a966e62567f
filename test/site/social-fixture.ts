import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import {
  calendarPaths,
  cardPath,
  thumbnailPath,
} from '../../campaigns/channels/social/card-paths.ts';
import type { PlannedShelfFile } from '../../campaigns/shelf.ts';
import { plainFile } from '../../generator/shelf/item.ts';

/** Social media of one post: some files made, one still to come; small made-up bytes. */
export async function writeSocialFixture(printDir: string): Promise<void> {
  const languages = ['hi', 'en'] as const;
  const planned = languages.flatMap((language): PlannedShelfFile[] => {
    const place = { campaign: 'up-cop', post: 'lost-phone', language };
    const card = (platform: string): PlannedShelfFile => ({
      ...plainFile,
      item: `card-square-${platform}`,
      format: 'png',
      path: cardPath(place, 'square', platform),
      language,
      px: { width: 1080, height: 1080 },
    });
    const thumbnail = { ...plainFile, item: 'thumbnail', format: 'png', language };
    return [card('facebook'), card('telegram'), { ...thumbnail, path: thumbnailPath(place) }];
  });
  planned.push({
    ...plainFile,
    item: 'calendar',
    format: 'ics',
    path: calendarPaths('up-cop').ics,
  });
  const picture = await sharp({
    create: { width: 360, height: 450, channels: 3, background: '#FFB81C' },
  })
    .png()
    .toBuffer();
  const made = planned.filter(({ path }) => !path.includes('telegram'));
  for (const { path } of made) {
    mkdirSync(dirname(join(printDir, path)), { recursive: true });
    writeFileSync(join(printDir, path), picture);
  }
  const list = (files: object[]) =>
    JSON.stringify({ campaign: 'up-cop', channel: 'social', files });
  writeFileSync(join(printDir, 'social/plan.json'), list(planned));
  const whole = { bytes: picture.length, sha256: '0'.repeat(64), inputs: 'x' };
  writeFileSync(
    join(printDir, 'social/shelf.json'),
    list(made.map((file) => ({ ...file, ...whole }))),
  );
}
