import { channels51, type McaLabel, soundFormat } from '../mxf/descriptors.ts';
import { editRate } from '../mxf/packages.ts';
import { makeUuid } from '../uuid.ts';

const nameSpaces = {
  cpl: 'http://www.smpte-ra.org/schemas/429-7/2006/CPL',
  metadata: 'http://www.smpte-ra.org/schemas/429-16/2014/CPL-Metadata',
  mca: 'http://isdcf.com/ns/cplmd/mca',
  application: 'http://isdcf.com/ns/cplmd/app',
  groups: 'http://www.smpte-ra.org/reg/395/2014/13/1/aaf',
  elements: 'http://www.smpte-ra.org/reg/335/2012',
} as const;

/** Shared by every XML file of the package. */
export interface Issue {
  /** Content title: the composition's name by the naming convention. */
  name: string;
  issuer: string;
  creator: string;
  /** `2026-11-25T00:00:00+00:00` */
  issuedAt: string;
}

export interface TrackReference {
  id: string;
  hash: string;
}

export type Composition = Issue & {
  /** In words, with its language. */
  fullTitle: { text: string; language: string };
  versionNumber: number;
  facility: string;
  /** Language of captions that are part of the picture. */
  captions: string | null;
  /** In frames. */
  duration: number;
  picture: TrackReference & { width: number; height: number };
  sound: TrackReference & { language: string; labels: readonly McaLabel[] };
};

/**
 * The composition playlist (ST 429-7) of one reel: markers of the first and last frame, picture, sound, and the
 * metadata of ST 429-16 that RDD 52 (Bv2.1) asks for. Its id is made of its content.
 */
export function compositionPlaylist(composition: Composition): { id: string; xml: string } {
  const withId = (id: string) => document(playlist(composition, id));
  const id = makeUuid('cpl', withId(''));
  return { id, xml: withId(id) };
}

function playlist(composition: Composition, id: string): string {
  const { name, issuer, creator, issuedAt, picture, sound, duration } = composition;
  const makeId = (part: string) => urn(makeUuid('cpl', part, name, picture.id, sound.id));
  const rate = element('EditRate', `${editRate} 1`);
  const length = element('IntrinsicDuration', duration);
  const whole = [rate, length, element('EntryPoint', 0), element('Duration', duration)];
  const marker = (label: string, offset: number) =>
    element('Marker', [element('Label', label), element('Offset', offset)]);
  const assets = [
    element('MainMarkers', [
      element('Id', makeId('markers')),
      rate,
      length,
      // RDD 52 counts the first frame as 1; the last one is one less than the duration.
      element('MarkerList', [marker('FFOC', 1), marker('LFOC', duration - 1)]),
    ]),
    element('MainPicture', [
      element('Id', urn(picture.id)),
      ...whole,
      element('Hash', picture.hash),
      element('FrameRate', `${editRate} 1`),
      element('ScreenAspectRatio', `${picture.width} ${picture.height}`),
    ]),
    element('MainSound', [
      element('Id', urn(sound.id)),
      ...whole,
      element('Hash', sound.hash),
      element('Language', sound.language),
    ]),
    metadataAsset(composition, { id: makeId('metadata'), rate, length }),
  ];
  const content = [
    element('Id', urn(id)),
    element('AnnotationText', name),
    element('IssueDate', issuedAt),
    element('Issuer', issuer),
    element('Creator', creator),
    element('ContentTitleText', name),
    element('ContentKind', 'psa'),
    element('ContentVersion', [
      element('Id', makeId('version')),
      element('LabelText', `${name} ${issuedAt}`),
    ]),
    element('RatingList', []),
    element('ReelList', [
      element('Reel', [element('Id', makeId('reel')), element('AssetList', assets)]),
    ]),
  ];
  return element('CompositionPlaylist', content, { xmlns: nameSpaces.cpl });
}

function metadataAsset(
  composition: Composition,
  { id, rate, length }: { id: string; rate: string; length: string },
): string {
  const { fullTitle, versionNumber, facility, captions, picture, sound } = composition;
  const area = (name: string) =>
    element(`meta:${name}`, [
      element('meta:Width', picture.width),
      element('meta:Height', picture.height),
    ]);
  const profile = element(
    'meta:ExtensionMetadata',
    [
      element('meta:Name', 'Application'),
      element('meta:PropertyList', [
        element('meta:Property', [
          element('meta:Name', 'DCP Constraints Profile'),
          element('meta:Value', 'SMPTE-RDD-52:2020-Bv2.1'),
        ]),
      ]),
    ],
    { scope: nameSpaces.application },
  );
  return element(
    'meta:CompositionMetadataAsset',
    [
      element('Id', id),
      rate,
      length,
      element('meta:FullContentTitleText', fullTitle.text, { language: fullTitle.language }),
      element('meta:VersionNumber', versionNumber, { status: 'final' }),
      element('meta:Facility', facility),
      element('meta:MainSoundConfiguration', `51/${channels51.join(',')}`),
      element('meta:MainSoundSampleRate', `${soundFormat.sampleRate} 1`),
      area('MainPictureStoredArea'),
      area('MainPictureActiveArea'),
      ...(captions === null ? [] : [element('meta:MainSubtitleLanguageList', captions)]),
      element('meta:ExtensionMetadataList', [profile]),
      element('mca:MCASubDescriptors', sound.labels.map(labelElement), {
        'xmlns:mca': nameSpaces.mca,
        'xmlns:r0': nameSpaces.groups,
        'xmlns:r1': nameSpaces.elements,
      }),
    ],
    { 'xmlns:meta': nameSpaces.metadata },
  );
}

function labelElement(label: McaLabel): string {
  const { kind, dictionaryId, channel, soundfieldLinkId } = label;
  return element(
    kind === 'soundfield'
      ? 'r0:SoundfieldGroupLabelSubDescriptor'
      : 'r0:AudioChannelLabelSubDescriptor',
    [
      element('r1:InstanceID', urn(label.instanceId)),
      element('r1:MCALabelDictionaryID', `urn:smpte:ul:${dotted(dictionaryId)}`),
      element('r1:MCALinkID', urn(label.linkId)),
      element('r1:MCATagSymbol', label.symbol),
      element('r1:MCATagName', label.name),
      ...(channel === null ? [] : [element('r1:MCAChannelID', channel)]),
      element('r1:RFC5646SpokenLanguage', label.language),
      ...(soundfieldLinkId === null
        ? []
        : [element('r1:SoundfieldGroupLinkID', urn(soundfieldLinkId))]),
    ],
  );
}

/** A label as ST 2029 writes it: four groups of eight digits. */
function dotted(label: Buffer): string {
  return (label.toString('hex').match(/.{8}/g) ?? []).join('.');
}

export type Attributes = Record<string, string>;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeXml = (text: string) =>
  text.replace(/[&<>"]/g, (found) => entities[found] ?? '');

/** An element with text, or with elements, which are indented below it. */
export function element(
  name: string,
  content: string | number | readonly string[],
  attributes: Attributes = {},
): string {
  const said = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('');
  if (typeof content === 'object') {
    if (content.length === 0) return `<${name}${said}/>`;
    const inner = content.map((each) => each.replace(/^/gm, '  ')).join('\n');
    return `<${name}${said}>\n${inner}\n</${name}>`;
  }
  return `<${name}${said}>${escapeXml(String(content))}</${name}>`;
}

export function document(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

export const urn = (uuid: string) => `urn:uuid:${uuid}`;
