import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import type { StationKind } from '../../../campaigns/directory/station.ts';
import { stripName, stripNameEn } from '../../../campaigns/directory/strip-name.ts';

const hindi: [kind: StationKind, name: string, strip: string][] = [
  ['territorial', 'हजरतगंज', 'थाना हजरतगंज'],
  ['territorial', 'भाले सुल्तान शहीद स्मारक', 'थाना भाले सुल्तान शहीद स्मारक'],
  ['territorial', 'सेक्टर-20', 'थाना सेक्टर-20'],
  ['territorial', 'भरथना', 'थाना भरथना'],
  ['territorial', 'महिलाबाद', 'थाना महिलाबाद'],
  ['territorial', 'थाना हजरतगंज', 'थाना हजरतगंज'],
  ['territorial', 'थानाभवन', 'थाना थानाभवन'],
  ['territorial', 'थाना भवन', 'थाना थाना भवन'],
  ['territorial', 'नवीन मॉडर्न थाना श्रावस्ती', 'नवीन मॉडर्न थाना श्रावस्ती'],
  ['territorial', 'मॉडर्न पुलिस थाना श्रावस्ती', 'मॉडर्न पुलिस थाना श्रावस्ती'],
  ['territorial', 'कोतवाली', 'थाना कोतवाली'],
  ['territorial', 'रसड़ा कोतवाली', 'रसड़ा कोतवाली'],
  ['territorial', 'कोतवाली रसड़ा', 'कोतवाली रसड़ा'],
  ['territorial', 'कोतवाली नगर', 'कोतवाली नगर'],
  ['territorial', 'कोतवाली-देहात', 'कोतवाली-देहात'],
  ['mahila', 'महिला थाना', 'महिला थाना'],
  ['mahila', 'महिला', 'महिला थाना'],
  ['mahila', 'पलिया', 'महिला थाना पलिया'],
  ['mahila', 'महिला थाना (बख्शी का तालाब)', 'महिला थाना (बख्शी का तालाब)'],
  ['mahila', 'मॉडर्न महिला थाना पलिया', 'मॉडर्न महिला थाना पलिया'],
  ['grp', 'जी.आर.पी. आगरा कैण्ट', 'जी.आर.पी. थाना आगरा कैण्ट'],
  ['grp', 'जी. आर. पी. आगरा कैण्ट', 'जी. आर. पी. थाना आगरा कैण्ट'],
  ['grp', 'जीआरपी चारबाग', 'जीआरपी थाना चारबाग'],
  ['grp', 'चारबाग', 'जी.आर.पी. थाना चारबाग'],
  ['grp', 'जी.आर.पी. थाना उरई', 'जी.आर.पी. थाना उरई'],
  ['tourism', 'पर्यटन', 'पर्यटन थाना'],
  ['tourism', 'पर्यटक', 'पर्यटक थाना'],
  ['tourism', 'थाना पर्यटक', 'थाना पर्यटक'],
  ['tourism', 'सारनाथ', 'पर्यटन थाना सारनाथ'],
  ['cyber', 'साइबर क्राइम थाना', 'साइबर क्राइम थाना'],
  ['cyber', 'साइबर क्राइम', 'साइबर क्राइम थाना'],
];

const english: [kind: StationKind, name: string, strip: string][] = [
  ['territorial', 'Hazratganj', 'Police Station Hazratganj'],
  ['territorial', 'Kotwali', 'Police Station Kotwali'],
  ['territorial', 'Kotwali Nagar', 'Kotwali Nagar'],
  ['territorial', 'Rasra Kotwali', 'Rasra Kotwali'],
  ['territorial', 'Bharthana', 'Police Station Bharthana'],
  ['territorial', 'Thana Bhawan', 'Police Station Thana Bhawan'],
  ['territorial', 'Navin Modern Police Thana', 'Navin Modern Police Thana'],
  ['mahila', 'Mahila Thana', 'Mahila Thana'],
  ['grp', 'GRP Agra Cantt', 'GRP Police Station Agra Cantt'],
  ['tourism', 'Tourism', 'Tourism Police Station'],
  ['cyber', 'Cyber Crime Police Station', 'Cyber Crime Police Station'],
];

describe('the name on the strip', () => {
  it.each(hindi)('writes a %s station %s as %s', (kind, nameHi, strip) => {
    expect(stripName({ kind, nameHi, nameEn: '' })).toBe(strip);
  });

  it.each(english)('writes a %s station %s as %s', (kind, nameEn, strip) => {
    expect(stripNameEn({ kind, nameHi: '', nameEn })).toBe(strip);
  });

  const { stations } = loadDirectory();
  const places = new Set(['थानाभवन']);

  it('says थाना or कोतवाली once for every station of the directory', () => {
    const wrong = stations.filter((station) => {
      const strip = stripName(station);
      if (places.has(station.nameHi)) return strip !== `थाना ${station.nameHi}`;
      const thana = strip.split('थाना').length - 1;
      const qualifiedKotwali = /कोतवाली/.test(strip) && station.nameHi !== 'कोतवाली';
      return thana !== (qualifiedKotwali ? 0 : 1);
    });
    expect(wrong.map(stripName)).toEqual([]);
  });

  it('keeps every word of every name, in its order', () => {
    const lost = stations.filter((station) => {
      const strip = stripName(station).split(' ');
      let from = 0;
      return !station.nameHi.split(' ').every((word) => {
        from = strip.indexOf(word, from) + 1;
        return from > 0;
      });
    });
    expect(lost.map(stripName)).toEqual([]);
  });

  it('puts थाना in front only of names that do not say what they are', () => {
    const prefixed = stations.filter((station) => stripName(station).startsWith('थाना '));
    expect(new Set(prefixed.map((station) => station.kind))).toEqual(new Set(['territorial']));
    expect(prefixed.filter((station) => /महिला|साइबर|पर्यट|जी\./.test(station.nameHi))).toEqual([]);
  });

  it('leaves a written strip as it is, so that a district may correct a name by its strip', () => {
    const changed = stations
      .filter((station) => !places.has(station.nameHi) && station.nameHi !== 'कोतवाली')
      .filter(
        (station) => stripName({ ...station, nameHi: stripName(station) }) !== stripName(station),
      );
    expect(changed.map(stripName)).toEqual([]);
  });

  it('leaves no double or edge spaces', () => {
    const strips = stations.flatMap((station) => [stripName(station), stripNameEn(station)]);
    expect(strips.filter((strip) => /^\s|\s\s|\s$/.test(strip))).toEqual([]);
  });
});
