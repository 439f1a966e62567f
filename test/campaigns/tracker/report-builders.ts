import { type ExpectedApp, readReport } from '../../../campaigns/tracker/report.ts';

export const app: ExpectedApp = {
  playPackage: 'org.example.app',
  appStoreId: '123456789',
  today: '2019-04-12',
  names: {
    districts: { agra: 'agra', आगरा: 'agra' },
    stations: { 'agra/etmadpur': 'etmadpur' },
    services: { efir: 'efir', 'ई-एफ़आईआर': 'efir', 'lost article': 'lost-article' },
  },
};
export const overviewName = 'installs_org.example.app_201904_overview.csv';
export const trafficName = 'store_performance_org.example.app_201904_traffic_source.csv';
export const appStoreName = 'S_D_85012345_20190410.txt';
export const manualName = 'figures.csv';

export const overviewHead =
  'Date,Package name,Daily Device Installs,Daily Device Uninstalls,Daily Device Upgrades,Total User Installs,Daily User Installs,Daily User Uninstalls,Active Device Installs,Install events,Update events,Uninstall events';
export const overviewRow = (date: string, users: string, name = app.playPackage) =>
  `${date},${name},10,2,3,5000,${users},1,4000,11,3,2`;
export const overview = (...rows: string[]) => `${[overviewHead, ...rows].join('\n')}\n`;
export const day10 = overviewRow('2019-04-10', '2000');

const appStoreHead =
  'Provider\tProvider Country\tSKU\tDeveloper\tTitle\tVersion\tProduct Type Identifier\tUnits\tDeveloper Proceeds\tBegin Date\tEnd Date\tCustomer Currency\tCountry Code\tCurrency of Proceeds\tApple Identifier\tCustomer Price';
interface AppStoreCells {
  type?: string;
  units?: string;
  begin?: string;
  end?: string;
  id?: string;
  country?: string;
}
export const appStoreRow = (cells: AppStoreCells = {}) =>
  [
    'APPLE\tUS\tsku\tDev\tThe "App\t1.0',
    cells.type ?? '1F',
    cells.units ?? '7',
    '0',
    cells.begin ?? '04/10/2019',
    cells.end ?? '04/10/2019',
    'INR',
    cells.country ?? 'IN',
    'INR',
    cells.id ?? '123456789',
    '0',
  ].join('\t');
export const appStore = (...rows: string[]) => `${[appStoreHead, ...rows].join('\n')}\n`;

export const manual = (...rows: string[]) =>
  `Date,Downloads,Source,Entered by\n${rows.join('\n')}\n`;

export const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

export function read(
  name: string,
  content: string | Buffer,
  chunkSize = 7,
  limits?: { bytes: number; rows: number },
) {
  const whole = Buffer.from(content);
  async function* bytes() {
    for (let at = 0; at < whole.length; at += chunkSize) yield whole.subarray(at, at + chunkSize);
  }
  return readReport({ name, bytes: bytes() }, app, limits);
}
