import { streamData } from '../reader/document.ts';
import { isStream, readBytes, readName, readText, type Value } from '../reader/value.ts';
import type { Deviation, PressModel, Rule } from './rule.ts';

/** Header, document id, Trapped, and properties that are alike in Info and XMP (ISO 15930-7, 6.6 to 6.8). */
export const metadata: Rule = {
  id: 'pdfx-metadata',
  check({ document }) {
    const deviations: Deviation[] = [];
    const expect = (holds: boolean, expected: string, found: string | undefined) => {
      if (!holds) deviations.push({ expected, found: found ?? 'none' });
    };
    expect(Number(document.version) >= 1.6, 'PDF 1.6 or later', document.version);
    const id = document.entry(document.trailer, 'ID');
    const halves = Array.isArray(id) ? id.map((half) => readBytes(half)) : [];
    expect(
      halves.length === 2 && halves.every((half) => half !== undefined && half.length >= 16),
      'an ID of two halves in the trailer',
      id === null ? undefined : 'another',
    );
    const info = document.entry(document.trailer, 'Info');
    const property = (key: string) => readText(document.entry(info, key));
    const xmp = readXmp(document);
    if (xmp === undefined) {
      return [...deviations, { expected: 'an XMP packet', found: 'none' }];
    }
    const version = readSimple(xmp, 'pdfxid:GTS_PDFXVersion');
    expect(version === 'PDF/X-4', 'pdfxid:GTS_PDFXVersion PDF/X-4', version);

    const trapped = readName(document.entry(info, 'Trapped'));
    expect(trapped === 'True' || trapped === 'False', 'Trapped True or False', trapped);
    expect(
      readSimple(xmp, 'pdf:Trapped') === trapped,
      `pdf:Trapped ${trapped}`,
      readSimple(xmp, 'pdf:Trapped'),
    );
    expect(Boolean(property('Title')), 'a Title', undefined);
    expect(readTitle(xmp) === property('Title'), `dc:title "${property('Title')}"`, readTitle(xmp));
    for (const [key, name] of dates) {
      const written = toMoment(property(key));
      const packed = Date.parse(readSimple(xmp, name) ?? '');
      expect(written !== undefined, `a date ${key}`, property(key));
      expect(written === packed, `${name} equal to ${key} ${property(key)}`, readSimple(xmp, name));
    }
    for (const name of ['xmpMM:DocumentID', 'xmpMM:VersionID', 'xmpMM:RenditionClass']) {
      expect(Boolean(readSimple(xmp, name)), name, undefined);
    }
    return deviations;
  },
};

const dates = [
  ['CreationDate', 'xmp:CreateDate'],
  ['ModDate', 'xmp:ModifyDate'],
] as const;

function readXmp(document: PressModel['document']): string | undefined {
  const stream = document.entry(document.entry(document.trailer, 'Root'), 'Metadata');
  if (!isStream(stream)) return undefined;
  return Buffer.from(streamData(document, stream)).toString('utf8');
}

/** A simple property, written as element or as attribute. */
function readSimple(xmp: string, name: string): string | undefined {
  return (
    new RegExp(`<${name}>([^<]*)</${name}>`).exec(xmp)?.[1] ??
    new RegExp(`\\b${name}="([^"]*)"`).exec(xmp)?.[1]
  );
}

function readTitle(xmp: string): string | undefined {
  const title = /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>([^<]*)</.exec(xmp)?.[1];
  return title?.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/** Milliseconds of a PDF date like D:20261124000000+05'30'; undefined when it is not one. */
function toMoment(date: string | undefined): number | undefined {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)$/.exec(
    date ?? '',
  );
  if (parts === null) return undefined;
  const [, y, mo, d, h, mi, s, hours, minutes] = parts;
  const zone = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  return Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}${zone}`);
}

/** One GTS_PDFX output intent with the printing condition's name and its embedded CMYK profile (ISO 15930-7, 6.2.1). */
export const outputIntent: Rule = {
  id: 'output-intent',
  check({ document, expected: { condition } }) {
    const root = document.entry(document.trailer, 'Root');
    const list = document.entry(root, 'OutputIntents');
    const intents = (Array.isArray(list) ? (list as readonly Value[]) : []).filter(
      (intent) => readName(document.entry(intent, 'S')) === 'GTS_PDFX',
    );
    const [intent] = intents;
    if (intent === undefined || intents.length > 1) {
      return [{ expected: 'one output intent GTS_PDFX', found: `${intents.length}` }];
    }
    const deviations: Deviation[] = [];
    const identifier = readText(document.entry(intent, 'OutputConditionIdentifier'));
    if (identifier !== condition)
      deviations.push({ expected: `the condition ${condition}`, found: identifier ?? 'none' });
    const profile = document.entry(intent, 'DestOutputProfile');
    if (!isStream(profile)) {
      return [...deviations, { expected: 'an embedded profile', found: 'none' }];
    }
    const components = document.entry(profile, 'N');
    if (components !== 4) {
      deviations.push({ expected: 'a profile of 4 components', found: `N ${String(components)}` });
    }
    return [...deviations, ...checkProfile(Buffer.from(streamData(document, profile)))];
  },
};

/** Header of an ICC profile (ISO 15076-1, 7.2): size, class, colour space and signature. */
function checkProfile(data: Buffer): Deviation[] {
  const deviations: Deviation[] = [];
  const text = (from: number) => data.toString('latin1', from, from + 4);
  if (data.length < 128 || text(36) !== 'acsp') {
    return [{ expected: 'an ICC profile', found: `${data.length} bytes without its signature` }];
  }
  if (data.readUInt32BE(0) !== data.length) {
    deviations.push({
      expected: `a profile of ${data.readUInt32BE(0)} bytes, as its header says`,
      found: `${data.length}`,
    });
  }
  if (text(12) !== 'prtr')
    deviations.push({ expected: 'an output profile (prtr)', found: text(12) });
  if (text(16) !== 'CMYK') deviations.push({ expected: 'a CMYK profile', found: text(16) });
  return deviations;
}
