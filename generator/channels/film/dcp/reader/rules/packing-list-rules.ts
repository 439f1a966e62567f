import {
  type Checking,
  hashFile,
  type MappedAsset,
  readXmlFile,
  uuidOfUrn,
} from '../package-reader.ts';
import { child, findChildren, readText, type XmlElement } from '../xml-reader.ts';
import { checkText, twice } from './text-rules.ts';

const nameSpace = 'http://www.smpte-ra.org/schemas/429-8/2007/PKL';

/** An asset of the packing list. */
export interface PackedAsset {
  id: string;
  path: string;
  type: string;
  hash: string;
}

export interface PackingList {
  file: string;
  annotation: string | undefined;
  assets: PackedAsset[];
}

/** Packing list: each file with its length and its hash, none missing (ST 429-8; ClairMeta's `pkl` checks). */
export function checkPackingList(
  checking: Checking,
  mapped: readonly MappedAsset[],
): PackingList | null {
  const { findings } = checking;
  const own = mapped.find(({ isPackingList }) => isPackingList);
  const root = own === undefined ? null : readXmlFile(checking, own.path);
  if (own === undefined || root === null) return null;
  const file = own.path;
  checkText(findings, file, { root, part: 'packing-list', name: 'PackingList', nameSpace });
  findings.same({ file, rule: 'packing-list.map-id' }, own.id, uuidOfUrn(readText(root, 'Id')));
  const elements = findChildren(child(root, 'AssetList'), 'Asset');
  const ids = elements.map((element) => uuidOfUrn(readText(element, 'Id')));
  for (const id of twice(ids)) {
    const found = `${id} twice`;
    findings.add({ file, rule: 'packing-list.unique', expected: 'each asset once', found });
  }
  for (const { id, path, isPackingList } of mapped) {
    if (isPackingList || ids.includes(id)) continue;
    findings.add({ file, rule: 'packing-list.complete', expected: path, found: 'not in the list' });
  }
  const assets = elements.flatMap((element, at) => {
    const place = mapped.find(({ id }) => id === ids[at]);
    if (place !== undefined) return [checkPacked(checking, { element, place })];
    const found = readText(element, 'Id') ?? 'nothing';
    const expected = 'an asset of the asset map';
    findings.add({ file, rule: 'packing-list.asset', expected, found });
    return [];
  });
  return { file, annotation: readText(root, 'AnnotationText'), assets };
}

function checkPacked(
  { files, findings }: Checking,
  { element, place }: { element: XmlElement; place: MappedAsset },
): PackedAsset {
  const file = place.path;
  const hash = readText(element, 'Hash') ?? '';
  const type = readText(element, 'Type') ?? '';
  const bytes = files.files.get(file);
  if (bytes !== undefined) {
    findings.same({ file, rule: 'packing-list.size' }, readText(element, 'Size') ?? '', bytes);
    findings.same({ file, rule: 'packing-list.hash' }, hash, hashFile(files, file));
    const due = file.endsWith('.mxf') ? 'application/mxf' : 'text/xml';
    findings.same({ file, rule: 'packing-list.type' }, due, type.split(';')[0]);
  }
  return { id: place.id, path: file, type, hash };
}
