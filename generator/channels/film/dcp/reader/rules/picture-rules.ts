import { type Codestream, readCodestream } from '../codestream-reader.ts';
import { isLabel, labels } from '../mxf-names.ts';
import { readRational } from '../mxf-reader.ts';
import type { PackageFiles } from '../package-files-fs.ts';
import { readText, unlessUnreadable } from '../xml-reader.ts';
import { type CheckedTrack, findSets, readHex, readNumber } from './track-rules.ts';

/** Picture sizes of 2K (RDD 52, 7.1). */
const sizes = ['1998×1080', '2048×858', '2048×1080'];
/** Bytes a frame at 250 Mbit/s and 24 pictures a second, and the share of one component (DCI DCSS 4.3.3, 4.4). */
const mostFrameBytes = 1_302_083;
const mostComponentBytes = 1_041_666;
const rates = ['24 1', '25 1', '30 1', '48 1', '50 1', '60 1'];

/** Picture track: descriptor against codestreams, and the 2K D-cinema profile of each picture (ST 429-4; ISO/IEC 15444-1). */
export function checkPicture(checked: CheckedTrack, files: PackageFiles): void {
  const { findings, file, track } = checked;
  let first: Codestream | null = null;
  for (const [frame, { valueAt, length }] of track.essence.entries()) {
    const bytes = files.read(file, valueAt, length);
    const found = unlessUnreadable(findings, file, () => readCodestream(bytes));
    if (found === null) return;
    first ??= found;
    checkCodestream(checked, { frame, found, length });
  }
  if (first !== null) checkDescriptor(checked, first);
}

function checkDescriptor({ findings, file, track, played }: CheckedTrack, first: Codestream): void {
  const [descriptor] = findSets(track, 'RGBAEssenceDescriptor');
  const [sub] = findSets(track, 'JPEG2000PictureSubDescriptor');
  const size = `${first.width}×${first.height}`;
  const same = (rule: string, expected: string | number, found: string | number | null) =>
    findings.same({ file, rule }, expected, found);
  if (!sizes.includes(size)) {
    findings.add({ file, rule: 'picture.size', expected: sizes.join(', '), found: size });
  }
  same(
    'picture.stored-size',
    size,
    `${readNumber(descriptor, 'StoredWidth')}×${readNumber(descriptor, 'StoredHeight')}`,
  );
  same(
    'picture.aspect-ratio',
    `${first.width} ${first.height}`,
    readRational(descriptor?.properties.get('AspectRatio')),
  );
  same(
    'playlist.aspect-ratio',
    `${first.width} ${first.height}`,
    readText(played.element, 'ScreenAspectRatio') ?? null,
  );
  const coding = readHex(descriptor, 'PictureEssenceCoding');
  if (!isLabel(coding, labels.cinema2k)) {
    findings.add({ file, rule: 'picture.coding', expected: labels.cinema2k, found: coding });
  }
  same(
    'picture.range',
    '0 to 4095',
    `${readNumber(descriptor, 'ComponentMinRef')} to ${readNumber(descriptor, 'ComponentMaxRef')}`,
  );
  same(
    'picture.sub-descriptor',
    `${first.profile} ${size} 3`,
    `${readNumber(sub, 'Rsize')} ${readNumber(sub, 'Xsize')}×${readNumber(sub, 'Ysize')} ${readNumber(sub, 'Csize')}`,
  );
  same('picture.coding-style', first.cod, readHex(sub, 'CodingStyleDefault'));
  same('picture.quantization', first.qcd, readHex(sub, 'QuantizationDefault'));
  if (!rates.includes(played.editRate ?? '')) {
    const found = played.editRate ?? 'nothing';
    findings.add({ file, rule: 'picture.edit-rate', expected: rates.join(', '), found });
  }
}

function checkCodestream(
  { findings, file }: CheckedTrack,
  { frame, found, length }: { frame: number; found: Codestream; length: number },
): void {
  const same = (rule: string, expected: string | number, value: string | number | boolean) =>
    findings.same(
      { file, rule: `picture.${rule}` },
      `${expected} in frame ${frame}`,
      `${value} in frame ${frame}`,
    );
  // The 2K profile (ISO/IEC 15444-1, Table A.10 and A.49).
  same('profile', 3, found.profile);
  same('components', '12 1×1, 12 1×1, 12 1×1', found.components.join(', '));
  same('tile', `${found.width}×${found.height}`, found.tile);
  same('progression', '4 (CPRL)', found.progression === 4 ? '4 (CPRL)' : found.progression);
  same('layers', 1, found.layers);
  same('transformation', 0, found.transformation);
  same('precincts', '128×128, then 256×256', precincts(found.precincts));
  // ST 429-2, 10.2.2; RDD 52.
  same('levels', 5, found.levels);
  same('code-block', '32×32', found.codeBlock);
  same('guard-bits', 1, found.guardBits);
  same('tile-parts', 3, found.tileParts.length);
  same('tile-lengths', 'TLM', found.hasTileLengths ? 'TLM' : 'none');
  same('progression-changes', 0, found.progressionChanges);
  same('end', length, found.bytes);
  if (length > mostFrameBytes) {
    const expected = `at most ${mostFrameBytes} bytes`;
    findings.add({
      file,
      rule: 'picture.frame-bytes',
      expected,
      found: `${length} in frame ${frame}`,
    });
  }
  const most = Math.max(...found.tileParts);
  if (most > mostComponentBytes) {
    const expected = `at most ${mostComponentBytes} bytes a component`;
    findings.add({
      file,
      rule: 'picture.component-bytes',
      expected,
      found: `${most} in frame ${frame}`,
    });
  }
}

function precincts([lowest = '', ...rest]: readonly string[]): string {
  const others = [...new Set(rest)].join(', ');
  return `${lowest}, then ${others}`;
}
