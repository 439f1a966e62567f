import { expect, it } from 'vitest';
import {
  type CompositionName,
  compositionName,
} from '../../../../../generator/channels/film/dcp/dcp-item.ts';

const parts: CompositionName = {
  title: 'UpCop',
  version: 1,
  language: 'hi',
  captions: 'hi',
  territory: 'IN',
  rating: 'U',
  studio: 'UPP',
  facility: 'UPP',
  issued: '2026-11-25',
};

it('is written by the naming convention', () => {
  expect(compositionName(parts)).toBe('UpCop_PSA-1_F_HI-hi_IN-U_51_2K_UPP_20261125_UPP_SMPTE_OV');
});

it('says no rating before there is one, and no language without words', () => {
  expect(compositionName({ ...parts, rating: null, language: null, captions: null })).toBe(
    'UpCop_PSA-1_F_XX-XX_IN_51_2K_UPP_20261125_UPP_SMPTE_OV',
  );
});

it.each([
  [{ title: 'UpCopForEveryone' }, 'Expected title'],
  [{ title: 'Up_Cop' }, 'Expected title'],
  [{ studio: 'upp' }, 'Expected studio'],
  [{ issued: '25.11.2026' }, 'Expected issued'],
  [{ version: 0 }, 'Expected version'],
])('names the part that does not fit: %j', (change, message) => {
  expect(() => compositionName({ ...parts, ...change })).toThrow(message);
});
