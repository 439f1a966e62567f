import type { CaptureFault } from '../../../campaigns/activities/capture.ts';
import type { StationPlace } from '../../../campaigns/activities/proof.ts';
import type { Queryable } from '../../platform/database/transaction.ts';

export interface CapturePosition {
  lon: number;
  lat: number;
  accuracyM: number;
}

/** A challenge, and how far the phone got with it. */
export interface Capture extends StationPlace {
  id: string;
  code: string;
  issuedAt: Date;
  toldAt: Date | null;
  nearSource: string | null;
  farSource: string | null;
  far: string | null;
  handedInAt: Date | null;
  isLive: boolean;
  faults: CaptureFault[];
}

const columns = `id, district, station, code, issued_at AS "issuedAt", told_at AS "toldAt", near_source AS "nearSource",
  far_source AS "farSource", far, handed_in_at AS "handedInAt", live AS "isLive", remarks AS faults`;

export async function insertCapture(
  database: Queryable,
  capture: Pick<Capture, 'id' | 'district' | 'station' | 'code' | 'issuedAt'>,
  by: { person: string; name: string },
): Promise<void> {
  const { id, district, station, code, issuedAt } = capture;
  await database.query(
    `INSERT INTO board_capture (id, district, station, code, person_id, taken_by, issued_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, district, station, code, by.person, by.name, issuedAt],
  );
}

/** An officer's own capture; locked until the transaction ends. */
export async function lockCapture(
  tx: Queryable,
  { id, person }: { id: string; person: string },
): Promise<Capture | undefined> {
  const { rows } = await tx.query<Capture>(
    `SELECT ${columns} FROM board_capture WHERE id = $1 AND person_id = $2 FOR UPDATE`,
    [id, person],
  );
  return rows[0];
}

export async function setTold(
  tx: Queryable,
  id: string,
  told: { near: string; far: string; place: CapturePosition | null; at: Date },
): Promise<void> {
  const { near, far, place, at } = told;
  await tx.query(
    `UPDATE board_capture SET told_at = $2, near_source = $3, far_source = $4, lon = $5, lat = $6, accuracy_m = $7
     WHERE id = $1`,
    [id, at, near, far, place?.lon ?? null, place?.lat ?? null, place?.accuracyM ?? null],
  );
}

export async function setFar(
  tx: Queryable,
  id: string,
  { far, faults }: { far: string; faults: readonly CaptureFault[] },
): Promise<void> {
  await tx.query('UPDATE board_capture SET far = $2, remarks = $3 WHERE id = $1', [
    id,
    far,
    faults,
  ]);
}

export async function finishCapture(
  tx: Queryable,
  id: string,
  found: { near: string; isLive: boolean; faults: readonly CaptureFault[]; at: Date },
): Promise<void> {
  const { near, isLive, faults, at } = found;
  await tx.query(
    'UPDATE board_capture SET near = $2, live = $3, remarks = $4, handed_in_at = $5 WHERE id = $1',
    [id, near, isLive, faults, at],
  );
}
