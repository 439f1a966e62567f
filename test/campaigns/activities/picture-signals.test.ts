import { expect, test } from 'vitest';
import { findEditor } from '../../../campaigns/activities/photo-tags.ts';
import {
  findSignals,
  type PictureFacts,
  type PictureSignal,
} from '../../../campaigns/activities/picture-signals.ts';

const at = (time: string) => new Date(`2019-04-12T${time}+05:30`);
const jhansi = { lon: 78.57, lat: 25.45 };
/** About 0.4, 11 and 67 kilometres to the north. */
const near = { lon: 78.57, lat: 25.454 };
const off = { lon: 78.57, lat: 25.55 };
const far = { lon: 78.57, lat: 26.05 };
const live = (station: string, place = jhansi) => ({ station, ...place });
const plain: PictureFacts = {
  station: 'kotwali',
  at: at('11:00'),
  place: null,
  editor: null,
  thumb: null,
  likeness: null,
  dotPattern: null,
  live: [],
  others: [],
};
const taken = (station: string, time: string) => ({ station, at: at(time), thumb: null });
const own = live('kotwali');
const ownOff = live('kotwali', off);
const farFrom = (what: 'station' | 'district', km: number): PictureSignal => {
  return { kind: `far-from-${what}`, km: expect.closeTo(km, 1) };
};
const three = [live('a'), live('b'), live('c')];

test.each<[string, Partial<PictureFacts>, PictureSignal[]]>([
  ['nothing known', {}, []],
  ['no place, though others have one', { live: three }, []],
  ['a place, and no other to compare with', { place: far }, []],
  ['at the station', { place: near, live: [own] }, []],
  ['far from the station’s live picture', { place: off, live: [own] }, [farFrom('station', 11.1)]],
  ['near one of the station’s two live pictures', { place: off, live: [own, ownOff] }, []],
  ['elsewhere in the district', { place: off, live: three }, []],
  ['far from the whole district', { place: far, live: three }, [farFrom('district', 66.7)]],
  ['too few places to know the district', { place: far, live: three.slice(1) }, []],
  ['stripes of a screen', { dotPattern: 6 }, [{ kind: 'dots' }]],
  ['noise', { dotPattern: 5.9 }, []],
  ['the own board', { likeness: 'own' }, []],
  ['another board', { likeness: 'unlike' }, [{ kind: 'board', finding: 'unlike' }]],
  ['an editor', { editor: 'GIMP' }, [{ kind: 'edited', editor: 'GIMP' }]],
  [
    'three stations in ten minutes, the middle one looked at',
    { others: [taken('a', '10:55'), taken('b', '11:05')] },
    [{ kind: 'quick', boards: 3 }],
  ],
  ['three in eleven minutes', { others: [taken('a', '10:54'), taken('b', '11:05')] }, []],
  ['one other station, twice', { others: [taken('a', '11:01'), taken('a', '11:02')] }, []],
])('%s', (_label, facts, expected) => {
  expect(findSignals({ ...plain, ...facts })).toEqual(expected);
});

test.each([
  ['Adobe Photoshop 21.0 (Windows)', 'Photoshop'],
  ['Snapseed 2.0', 'Snapseed'],
  ['GIMP 2.10.34', 'GIMP'],
  ['HDR+ 1.0.199571065z', null],
  ['12.2', null],
  ['G960FXXU2BRJ3', null],
  ['MediaTek Camera Application', null],
  [undefined, null],
])('the program %s is %s among editors', (software, editor) => {
  expect(findEditor(software)).toBe(editor);
});
