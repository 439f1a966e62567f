import {
  type AppServicesReport,
  isAppServicesName,
  readAppServices,
  type ServiceNames,
} from './app-services-report.ts';
import {
  type AppStoreReport,
  isAppStoreReportName,
  readAppStoreReport,
} from './app-store-report.ts';
import type { Day } from './clock.ts';
import { type ManualReport, readManualReport } from './manual.ts';
import { isPlayReportName, type PlayReport, readPlayReport } from './play-report.ts';
import type { Reading } from './readings.ts';
import { defaultLimits, type ReportFile, type ReportLimits } from './report-bytes.ts';
import { ReportError } from './report-error.ts';

export type Report = PlayReport | AppStoreReport | ManualReport | AppServicesReport;

/** App whose reports are accepted; a store without an id accepts none. */
export interface ExpectedApp {
  playPackage: string | null;
  appStoreId: string | null;
  today: Day;
  /** Places and services of the campaign, for what the app did */
  names: ServiceNames;
}

/** Whether a file has the name that a store or the app's back office gives it, in which nobody types words. Browsers add " (1)". */
export function isGivenName(name: string): boolean {
  const appName =
    /^(?:S_D_\d+_\d{8}|app[_-]services[_-]?[\d_-]*)(?: ?\(\d+\))?\.(?:txt|tsv|csv|xlsx)(?:\.gz)?$/i;
  return isPlayReportName(name) || appName.test(name);
}

/**
 * Reads a report of any kind, told apart by the file's name.
 * @throws ReportError with file, row and column: nothing of a file that fails is returned
 */
export async function readReport(
  file: ReportFile,
  app: ExpectedApp,
  limits: ReportLimits = defaultLimits,
): Promise<Report> {
  if (isPlayReportName(file.name)) {
    if (app.playPackage === null) {
      throw new ReportError(
        { file: file.name },
        {
          hi: 'अभियान में Google Play का पैकेज नहीं लिखा है: Play की रिपोर्ट नहीं ली जा सकती',
          en: 'Expected a Play package in the campaign for a Play report, got null',
        },
      );
    }
    return readPlayReport(file, app.playPackage, limits);
  }
  if (isAppStoreReportName(file.name)) {
    if (app.appStoreId === null) {
      throw new ReportError(
        { file: file.name },
        {
          hi: 'App Store की रिपोर्ट के लिए अभियान में App Store id दर्ज नहीं है',
          en: 'Expected an App Store id in the campaign for an App Store report, got null',
        },
      );
    }
    return readAppStoreReport(file, app.appStoreId, limits);
  }
  if (isAppServicesName(file.name)) return readAppServices(file, app, limits);
  if (/\.csv(\.gz)?$/i.test(file.name)) return readManualReport(file, app.today, limits);
  throw new ReportError(
    { file: file.name },
    {
      hi: 'Play की रिपोर्ट (installs_<package>_<YYYYMM>_overview.csv), App Store की रिपोर्ट (S_D_<vendor>_<YYYYMMDD>.txt.gz), ऐप की सेवाएँ (app_services_….csv या .xlsx) या आँकड़ों की csv भेजें; इस फ़ाइल का नाम इनमें से किसी का नहीं है',
      en: 'Expected a Play report (installs_<package>_<YYYYMM>_overview.csv), an App Store report (S_D_<vendor>_<YYYYMMDD>.txt.gz), what the app did (app_services_….csv or .xlsx) or a csv of manual figures, got another name',
    },
  );
}

/** The figures of a report that count as downloads; blanks give none, and of Play only the overview does. */
export function listReadings(report: Report, read: { from: string; readAt: string }): Reading[] {
  if (report.kind === 'manual') {
    return report.days.map(({ date, downloads, source }) => ({
      source: 'manual',
      date,
      value: downloads,
      from: source,
      readAt: read.readAt,
    }));
  }
  if (report.kind === 'app-store-sales') {
    return report.days.map(({ date, firstDownloads }) => ({
      source: 'app-store',
      date,
      value: firstDownloads,
      ...read,
    }));
  }
  if (report.kind !== 'play-installs' || report.dimension !== 'overview') return [];
  return report.days.flatMap(({ date, figures }) =>
    figures.dailyUserInstalls == null
      ? []
      : [{ source: 'play' as const, date, value: figures.dailyUserInstalls, ...read }],
  );
}
