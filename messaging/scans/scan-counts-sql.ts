import { and, between, desc, eq, lt, sql, sum } from 'drizzle-orm';
import type { Day } from '../../campaigns/tracker/clock.ts';
import type { Handle } from '../database/database.ts';
import { scanByCode, scanByDistrict, scanVisitor } from './schema.ts';

/** Days from the first to the last, both included. */
export interface DayRange {
  from: Day;
  to: Day;
}

export interface ScanCount {
  scans: number;
  visitors: number;
}

const counts = {
  scans: sum(scanByDistrict.scans).mapWith(Number),
  visitors: sum(scanByDistrict.visitors).mapWith(Number),
};

/** Scans of each district, the most first; codes of the whole state stand under an empty district. */
export async function districtScans(
  handle: Handle,
  days: DayRange,
): Promise<(ScanCount & { district: string; android: number; ios: number })[]> {
  return handle
    .select({
      district: scanByDistrict.district,
      ...counts,
      android: sum(scanByDistrict.android).mapWith(Number),
      ios: sum(scanByDistrict.ios).mapWith(Number),
    })
    .from(scanByDistrict)
    .where(between(scanByDistrict.day, days.from, days.to))
    .groupBy(scanByDistrict.district)
    .orderBy(desc(sql`2`), scanByDistrict.district);
}

/** Scans of each day and channel. */
export async function dailyScans(
  handle: Handle,
  days: DayRange,
): Promise<(ScanCount & { day: Day; channel: string })[]> {
  return handle
    .select({ day: scanByDistrict.day, channel: scanByDistrict.channel, ...counts })
    .from(scanByDistrict)
    .where(between(scanByDistrict.day, days.from, days.to))
    .groupBy(scanByDistrict.day, scanByDistrict.channel)
    .orderBy(scanByDistrict.day, scanByDistrict.channel);
}

/** Scans of each code of a district: which boards and pamphlets are used. */
export async function codeScans(
  handle: Handle,
  days: DayRange & { district: string },
): Promise<(ScanCount & { code: string; channel: string; notCounted: number })[]> {
  return handle
    .select({
      code: scanByCode.code,
      channel: scanByCode.channel,
      scans: sum(scanByCode.scans).mapWith(Number),
      visitors: sum(scanByCode.visitors).mapWith(Number),
      notCounted: sum(scanByCode.notCounted).mapWith(Number),
    })
    .from(scanByCode)
    .where(and(eq(scanByCode.district, days.district), between(scanByCode.day, days.from, days.to)))
    .groupBy(scanByCode.code, scanByCode.channel)
    .orderBy(desc(sql`3`), scanByCode.code);
}

/** Deletes the hashes of days that are over: their salts are gone, and they are of no more use. */
export async function forgetVisitors(handle: Handle, before: Day): Promise<void> {
  await handle.delete(scanVisitor).where(lt(scanVisitor.day, before));
}
