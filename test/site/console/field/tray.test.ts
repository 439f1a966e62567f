import { expect, test } from 'vitest';
import type { StationCheck } from '../../../../campaigns/activities/checklist.ts';
import { encodeCode } from '../../../../campaigns/links/short-code.ts';
import { judgeTray, type TrayPicture } from '../../../../site/islands/console/field/tray/tray.ts';
import { findChanges } from '../../../../site/islands/console/field/tray/use-kept-pictures.ts';

const codes = {
  ajnar: encodeCode({ serial: 101, channel: 'board' }),
  kabrai: encodeCode({ serial: 102, channel: 'board' }),
  mahoba: encodeCode({ serial: 103, channel: 'board' }),
  pamphlet: encodeCode({ serial: 101, channel: 'pamphlet' }),
  elsewhere: encodeCode({ serial: 900, channel: 'board' }),
};
const check = (station: keyof typeof codes, status: StationCheck['status'] = 'missing') => ({
  ...{ station, status, code: codes[station], nameHi: station, nameEn: station, strip: station },
  ...{ activity: null, level: null, hasPhoto: false, superseded: false },
});
const stations = [check('ajnar'), check('kabrai', 'rejected'), check('mahoba', 'verified')];

const address = (code: string) => `https://uppolice.gov.in/Q${code}`;
const picture = (id: string, part: Partial<TrayPicture>): TrayPicture => ({
  ...{ id, file: new File([id], id), hash: id, thumb: null, codes: [], chosen: null, key: null },
  ...part,
});

test.each<[label: string, pictures: Partial<TrayPicture>[], states: string[]]>([
  ['not read yet', [{ codes: null }], ['reading']],
  ['its own code', [{ codes: [address(codes.ajnar)] }], ['ready ajnar']],
  ['a refused board', [{ codes: [address(codes.kabrai)] }], ['ready kabrai']],
  ['a verified board', [{ codes: [address(codes.mahoba)] }], ['settled mahoba']],
  ['no code', [{ codes: [] }], ['asks no-code']],
  ['another district', [{ codes: [address(codes.elsewhere)] }], ['asks foreign-code']],
  ['a pamphlet', [{ codes: [address(codes.pamphlet)] }], ['asks foreign-code']],
  ['no code of ours', [{ codes: ['https://example.org/'] }], ['asks foreign-code']],
  ['a station that was chosen', [{ chosen: 'kabrai' }], ['ready kabrai']],
  [
    'a station chosen against the code',
    [{ codes: [address(codes.ajnar)], chosen: 'kabrai' }],
    ['ready kabrai'],
  ],
  [
    'the same picture again',
    [
      { codes: [address(codes.ajnar)], hash: 'same' },
      { codes: [address(codes.ajnar)], hash: 'same' },
    ],
    ['ready ajnar', 'twice'],
  ],
  [
    'two pictures of a station',
    [{ codes: [address(codes.ajnar)] }, { codes: [address(codes.ajnar)] }],
    ['ready ajnar', 'second ajnar'],
  ],
  [
    'one that was sent and verified, and another of it',
    [{ codes: [address(codes.mahoba)], key: 'sent' }, { chosen: 'mahoba' }],
    ['ready mahoba', 'second mahoba'],
  ],
])('pictures of the tray: %s', (_, pictures, states) => {
  const all = pictures.map((part, at) => picture(`picture ${at}`, part));
  const judged = [...judgeTray(all, stations).values()].map((state) => {
    if ('check' in state) return `${state.kind} ${state.check.station}`;
    return 'why' in state ? `${state.kind} ${state.why}` : state.kind;
  });
  expect(judged).toEqual(states);
});

test('the phone keeps what is new or read since, and drops what was taken out or handed over', () => {
  const known = ['same', 'read', 'gone', 'sent'].map((id) => picture(id, {}));
  const kept = new Map(known.map((each) => [each.id, each]));
  const [same] = known as [TrayPicture];
  const read = picture('read', { codes: ['https://example.org'] });
  const fresh = picture('new', {});
  const changes = findChanges(kept, [same, read, picture('sent', { key: 'k' }), fresh]);
  expect(changes).toEqual({ keep: [read, fresh], drop: ['gone', 'sent'] });
});
