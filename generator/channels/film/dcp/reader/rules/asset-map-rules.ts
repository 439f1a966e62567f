import {
  type Checking,
  checkText,
  child,
  findChildren,
  hashFile,
  type MappedAsset,
  readText,
  readXmlFile,
  twice,
  uuidOfUrn,
  type XmlElement,
} from '../xml-reader.ts';

const file = 'ASSETMAP.xml';
const volume = 'VOLINDEX.xml';
const nameSpace = 'http://www.smpte-ra.org/schemas/429-9/2007/AM';

/** Asset map, volume index and the folder itself (ST 429-9; ClairMeta's `am`, `vol` and `dcp` checks). */
export function checkAssetMap(checking: Checking): MappedAsset[] {
  const { files, findings } = checking;
  for (const [needed, others] of [
    [file, 'ASSETMAP'],
    [volume, 'VOLINDEX'],
  ] as const) {
    if (!files.files.has(needed)) {
      const found = files.files.has(others) ? others : 'none';
      findings.add({ file: needed, rule: 'package.files', expected: needed, found });
    }
  }
  checkVolumeIndex(checking);
  const root = readXmlFile(checking, file);
  if (root === null) return [];
  checkText(findings, file, { root, part: 'asset-map', name: 'AssetMap', nameSpace });
  const assets = findChildren(child(root, 'AssetList'), 'Asset').map((element): MappedAsset => {
    const id = uuidOfUrn(readText(element, 'Id'));
    if (id === null) {
      const found = readText(element, 'Id') ?? 'nothing';
      findings.add({ file, rule: 'asset-map.asset-id', expected: 'urn:uuid: of RFC 4122', found });
    }
    const isPackingList = readText(element, 'PackingList') === 'true';
    const path = readText(element, 'ChunkList', 'Chunk', 'Path') ?? '';
    return { id: id ?? '', path, element, isPackingList };
  });
  for (const asset of assets) checkAsset(checking, asset);
  for (const id of twice(assets.map(({ id }) => id))) {
    findings.add({
      file,
      rule: 'asset-map.unique',
      expected: 'each asset once',
      found: `${id} twice`,
    });
  }
  findings.same(
    { file, rule: 'asset-map.packing-list' },
    1,
    assets.filter(({ isPackingList }) => isPackingList).length,
  );
  checkFolder(checking, assets);
  return assets;
}

function checkVolumeIndex(checking: Checking): void {
  const root = readXmlFile(checking, volume);
  if (root === null) return;
  checking.findings.same(
    { file: volume, rule: 'volume-index.index' },
    `1 of ${nameSpace}`,
    `${readText(root, 'Index')} of ${root.nameSpace}`,
  );
}

/** ST 429-9, 7: one chunk of one volume, a path of letters that a server takes, its length; a UUID in its name is its own. */
function checkAsset({ files, findings }: Checking, { id, path, element }: MappedAsset): void {
  const chunks = findChildren(child(element, 'ChunkList'), 'Chunk');
  findings.same({ file, rule: 'asset-map.chunks' }, `1 for ${id}`, `${chunks.length} for ${id}`);
  const chunk: XmlElement | undefined = chunks[0];
  if (!/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/.test(path) || path.length > 100) {
    const expected = 'up to 100 of A–Z, a–z, 0–9, point, dash, underscore';
    findings.add({ file, rule: 'asset-map.path', expected, found: path === '' ? 'nothing' : path });
  }
  const named = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/i.exec(path)?.[0];
  if (named !== undefined && named.toLowerCase() !== id)
    findings.add({ file, rule: 'asset-map.file-id', expected: `${id} in its name`, found: path });
  const bytes = files.files.get(path);
  if (bytes === undefined) {
    findings.add({ file: path, rule: 'package.asset-file', expected: path, found: 'no such file' });
    return;
  }
  findings.same({ file, rule: 'asset-map.volume' }, 1, readText(chunk, 'VolumeIndex') ?? 1);
  findings.same({ file, rule: 'asset-map.offset' }, 0, readText(chunk, 'Offset') ?? 0);
  findings.same(
    { file, rule: 'asset-map.length' },
    `${bytes} of ${path}`,
    `${readText(chunk, 'Length') ?? bytes} of ${path}`,
  );
}

function checkFolder({ files, findings }: Checking, assets: readonly MappedAsset[]): void {
  const known = new Set([file, volume, ...assets.map(({ path }) => path)]);
  for (const path of files.files.keys()) {
    if (known.has(path)) continue;
    const rule = path.endsWith('/') ? 'package.empty-folder' : 'package.foreign-file';
    findings.add({ file: path, rule, expected: 'only files of the asset map', found: path });
  }
}

const listNameSpace = 'http://www.smpte-ra.org/schemas/429-8/2007/PKL';

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
  checkText(findings, file, {
    root,
    part: 'packing-list',
    name: 'PackingList',
    nameSpace: listNameSpace,
  });
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
