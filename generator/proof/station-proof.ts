import { type Directory, type Station, stationKey } from '../../campaigns/directory/station.ts';
import { stripName } from '../../campaigns/directory/strip-name.ts';
import type { Owner, Registry } from '../../campaigns/links/registry.ts';
import { specimenSerial } from '../../campaigns/links/serials.ts';
import { encodeCode } from '../../campaigns/links/short-code.ts';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import { ownFieldIds, readOwnValues } from '../../campaigns/print/own-fields/own-fields.ts';
import type { OwnFieldsOfStations } from '../../campaigns/print/own-fields/own-fields-fs.ts';
import { findUrduName } from '../../campaigns/print/own-fields/urdu-name.ts';
import type {
  ArtworkProof,
  FieldFit,
  NameFit,
  ProofArtwork,
  ProofFinding,
  ProofPage,
  StationDraft,
  StationProof,
} from '../../campaigns/print/proofs/proof.ts';
import type { Imprint, Kit } from '../artwork/artwork.ts';
import { legibleMm } from '../artwork/legible.ts';
import { setFields } from '../artwork/own-fields.ts';
import type { Shape } from '../layout/drawing.ts';
import { leastOfLong } from '../layout/text-fit.ts';
import type { PressChecker } from '../preflight/check-press.ts';
import { clearances } from '../preflight/rules/clear-space.ts';
import type { PressModel } from '../preflight/rules/rule.ts';
import { createImprints, ownerOfStation } from '../run/station-imprints.ts';
import {
  layoutFinding,
  leftOutFinding,
  nameFindings,
  ownFieldFinding,
  pressFinding,
} from './findings.ts';
import type { LaidArtwork, LaidArtworks } from './laid-artworks.ts';

export interface ProofContext {
  directory: Directory;
  registry: Registry;
  /** Published values, for a draft without its own. */
  ownFields: OwnFieldsOfStations;
  checker: PressChecker;
}

interface Wanted {
  artworks: readonly ProofArtwork[];
  widthPx: number;
}

/** Parts of a side that an own field fills. */
const partFields: ReadonlyMap<string, string> = new Map(
  ownFieldIds.flatMap((id) => [[id, id] as const, [`${id}-caption`, id] as const]),
);
/** The same, with those that hold the name. */
const listPartFields = (nameField: string): ReadonlyMap<string, string> =>
  new Map([...partFields, ['name', nameField], ['contact', nameField]]);

/** A station as it will be printed: pictures, placement of its name, and what preflight finds in the press files. */
export async function proveStation(
  draft: StationDraft,
  laid: LaidArtworks,
  { artworks, widthPx, ...context }: Wanted & ProofContext,
): Promise<StationProof> {
  const { district, kind } = draft;
  const [language] = laid.campaign.languages;
  const nameHi = draft.nameHi.normalize('NFC').trim();
  const nameEn = draft.nameEn.normalize('NFC').trim();
  const id = draft.station ?? 'new-station';
  const known = context.directory.stations.find(
    (each) => each.district === district && each.id === id,
  );
  const station: Station = {
    ...(known?.nameUr === undefined ? {} : { nameUr: known.nameUr }),
    district,
    id,
    kind,
    ...(language === 'hi' ? {} : { language }),
    nameHi,
    nameEn,
    evidence: 'district',
    notes: [],
    needsCheck: false,
  };
  const owner = ownerOfStation(station);
  const hasCode = draft.station !== null && context.registry.has(owner);
  const { values, faults } = readOwnValues(
    draft.ownFields ?? context.ownFields.get(stationKey(station)) ?? {},
  );
  const findings = [...nameFindings({ nameHi, nameEn }, language), ...faults.map(ownFieldFinding)];
  const proof: StationProof = {
    name: stripName(station),
    district,
    station: draft.station,
    code: hasCode ? context.registry.codeFor(owner, 'board') : null,
    findings,
    artworks: [],
  };
  if (findings.some(({ rule }) => rule === 'name')) return proof;
  const codes = hasCode ? context.registry : specimens;
  const own = new Map(Object.keys(values).length > 0 ? [[stationKey(station), values]] : []);
  const imprintOf = createImprints(laid.campaign, context.directory, codes, own);
  const hasUrdu = findUrduName(station, values) !== undefined;
  for (const id of artworks) {
    if (id === 'card') {
      proof.artworks.push(
        await laid.cards(imprintOf(station, { channel: 'social' }), context.registry),
      );
      continue;
    }
    let laidOne: LaidArtwork;
    try {
      laidOne = await laid.get(id);
    } catch (error) {
      proof.artworks.push(unlaid(id, layoutFinding(error, null)));
      continue;
    }
    const imprint = imprintOf(station, laidOne.artwork);
    if (imprint.isDraftName) proof.urduDraft = imprint.name;
    const nameField =
      laidOne.artwork.language === 'ur' && hasUrdu ? ('name-ur' as const) : ('nameHi' as const);
    const about = { laid, own: laidOne, widthPx, nameField, ...context };
    proof.artworks.push(await proveArtwork(id, imprint, about));
  }
  return proof;
}

const specimens: Pick<Registry, 'codeFor'> = {
  codeFor: (_owner: Owner, channel) => encodeCode({ serial: specimenSerial, channel }),
};

function unlaid(artwork: ProofArtwork, finding: ProofFinding): ArtworkProof {
  return { artwork, pages: [], name: null, fields: [], findings: [finding] };
}

async function proveArtwork(
  id: ProofArtwork,
  imprint: Imprint,
  context: {
    laid: LaidArtworks;
    own: LaidArtwork;
    widthPx: number;
    /** Field whose text is drawn as the name. */
    nameField: 'nameHi' | 'name-ur';
  } & Pick<ProofContext, 'checker'>,
): Promise<ArtworkProof> {
  const { laid, own, widthPx, nameField, checker } = context;
  const { artwork, stamper } = own;
  let shapes: Shape[][];
  try {
    shapes = stamper.shapes(imprint);
  } catch (error) {
    // All but the name is shown, so that one sees what there is room for.
    const rest = stamper.shapes({ ...imprint, name: '' });
    return {
      artwork: id,
      pages: draw(own, rest, widthPx),
      name: null,
      fields: [],
      findings: [layoutFinding(error, nameField)],
    };
  }
  const bytes = Buffer.concat(stamper.pressFile(imprint, shapes).parts);
  const entry = toEntry(imprint, own, bytes.length);
  const { deviations, press } = await checker.inspect(bytes, entry, laid.expect(artwork, imprint));
  return {
    artwork: id,
    pages: draw(own, shapes, widthPx),
    name: press === undefined ? null : nameFit(press),
    fields: press === undefined ? [] : fieldFits(press),
    findings: [
      ...deviations.map((deviation) => pressFinding(deviation, listPartFields(nameField))),
      ...leftOut(own, imprint, laid.kit),
    ],
  };
}

function draw(
  { artwork, previewers }: LaidArtwork,
  shapes: Shape[][],
  widthPx: number,
): ProofPage[] {
  const { width, height } = artwork.format.trimMm;
  return previewers(widthPx).flatMap((previewer, index) =>
    previewer.render(shapes[index] ?? []).map(({ png }) => ({
      side: artwork.pages[index]?.id ?? ('' as const),
      widthPx,
      heightPx: Math.round((widthPx * height) / width),
      png,
    })),
  );
}

/** The line that the manifest will have of the press file; its hash is no matter of a proof. */
function toEntry(imprint: Imprint, { artwork }: LaidArtwork, bytes: number): ManifestFile {
  const { width, height } = (artwork.imposition ?? artwork.format).trimMm;
  return {
    district: imprint.district,
    station: imprint.station,
    nameHi: imprint.name,
    artwork: artwork.id,
    format: 'pdf',
    path: '',
    widthMm: width,
    heightMm: height,
    code: imprint.code,
    url: imprint.url,
    bytes,
    sha256: '',
  };
}

/** How the name is on the first side that has one, measured in the outlines of the press file. */
function nameFit({ panels, expected }: PressModel): NameFit | null {
  for (const panel of panels) {
    const grid = expected.sides[panel.side]?.name;
    if (grid === undefined) continue;
    const stands = clearances(panel, expected.limits.clearMm).find(
      ({ reading }) => reading.part === 'name',
    );
    const heightMm = stands?.reading.heightMm;
    if (stands === undefined || heightMm === undefined) return null;
    const lines = stands.reading.lines.length;
    return {
      lines,
      heightMm: rounded(heightMm),
      leastMm: rounded(leastOfLong(grid, lines)),
      usualMm: grid.idealHeightMm,
      clearMm: Number.isFinite(stands.nearMm) ? rounded(stands.nearMm) : null,
      leastClearMm: rounded(stands.clearMm),
    };
  }
  return null;
}

/** Heights of the numbers and lines of the station's own fields. */
function fieldFits({ panels, expected }: PressModel): FieldFit[] {
  const fits = panels.flatMap(({ readings, side }) => {
    const least = expected.artwork.pages[side]?.fields?.row.leastMm;
    return readings.flatMap(({ part, text, heightMm }): FieldFit[] =>
      partFields.get(part) === part && heightMm !== undefined
        ? [
            {
              field: part,
              heightMm: rounded(heightMm),
              leastMm: rounded(least ?? legibleMm(text, expected.limits.readFromM.rest)),
            },
          ]
        : [],
    );
  });
  return fits;
}

/** Fields that the artwork declares and has no room for beside this name. */
function leftOut({ artwork }: LaidArtwork, imprint: Imprint, kit: Kit): ProofFinding[] {
  return artwork.pages.flatMap(({ fields }) => {
    if (fields === undefined || imprint.ownFields === undefined) return [];
    const gridText = fields.gridText(imprint, kit);
    const set = setFields(kit, fields.row, { gridText, values: imprint.ownFields });
    const printed = new Set(set?.texts.map(({ field }) => field));
    return fields.row.fields
      .filter((id) => imprint.ownFields?.[id] !== undefined && !printed.has(id))
      .map((id) => leftOutFinding(id));
  });
}

function rounded(mm: number): number {
  return Math.round(mm * 100) / 100;
}
