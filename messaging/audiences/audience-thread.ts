import { districtFinder } from '../../campaigns/directory/district-names.ts';
import { answerWithList } from '../lists/list-task.ts';
import { listRows } from '../lists/rows.ts';
import { classified } from './classify.ts';
import { copyText } from './copy-text.ts';
import type { GivenList } from './upload.ts';

// Reads a list of numbers as lines for COPY: what goes over to the service is bytes, which cost it next to nothing.
answerWithList(({ id, path, name, classify }: GivenList & { id: number }) => {
  const { districts, ...rest } = classify;
  const rows = listRows(path, name);
  return copyText(id, classified(rows, { ...rest, findDistrict: districtFinder(districts) }));
});
