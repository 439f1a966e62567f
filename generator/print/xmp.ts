import { createHash } from 'node:crypto';
import { utf16Hex } from '../../campaigns/languages/typesetting/pdf-text.ts';

/** Document properties that PDF/X-4 (ISO 15930-7) wants in Info and in XMP alike. */
export interface Properties {
  title: string;
  /** ISO 8601 with zone; the same artwork gives the same date, so that files are equal byte for byte. */
  date: string;
  /** UUID of the document. */
  documentId: string;
}

export const producer = 'UP COP outreach toolkit';

export function xmpPacket({ title, date, documentId }: Properties): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmp:CreatorTool>${producer}</xmp:CreatorTool>
<xmpMM:DocumentID>uuid:${documentId}</xmpMM:DocumentID><xmpMM:RenditionClass>default</xmpMM:RenditionClass><xmpMM:VersionID>1</xmpMM:VersionID>
<pdf:Producer>${producer}</pdf:Producer><pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

/** Text string of a PDF dictionary: UTF-16BE in hexadecimal. */
export function pdfText(text: string): string {
  return `<${utf16Hex(text).toUpperCase()}>`;
}

/** `D:20261124000000+05'30'` from an ISO 8601 time with zone. */
export function pdfDate(iso: string): string {
  const [, y, mo, d, h, mi, s, zone] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)([+-]\d\d:\d\d)$/.exec(iso) ?? [];
  if (zone === undefined)
    throw new Error(`Expected a time like 2026-11-24T00:00:00+05:30, got "${iso}"`);
  return `(D:${y}${mo}${d}${h}${mi}${s}${zone.replace(':', "'")}')`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A UUID made from the content, so that equal files carry equal ids. */
export function documentId(content: readonly string[]): string {
  const hash = createHash('sha256').update(content.join('\n')).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
