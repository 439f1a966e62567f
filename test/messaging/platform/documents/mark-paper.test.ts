import { expect, test } from 'vitest';
import { markPaper, type Paper } from '../../../../messaging/platform/documents/paper.ts';

test.each([
  ['hi', 'नमूना · पृष्ठ'],
  ['mr', 'नमूना · पृष्ठ'],
  ['kn', 'नमूना · Page'],
  ['en', 'Sample · Page'],
] as const)(
  'the mark of a paper in %s has a page word that its readers can read',
  (language, foot) => {
    const paper: Paper = { office: '', title: '', language, createdAt: new Date(0), blocks: [] };
    expect(markPaper(paper, { hi: 'नमूना', en: 'Sample' }).foot).toBe(foot);
  },
);
