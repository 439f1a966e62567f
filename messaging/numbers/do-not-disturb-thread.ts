import { answerWithList } from '../lists/list-task.ts';
import { listRows } from '../lists/rows.ts';
import { copyNumbers } from './do-not-disturb.ts';

// Reads the operators' list as lines for COPY; its result says which rows were not taken.
answerWithList(({ upload, path, name }: { upload: string; path: string; name: string }) =>
  copyNumbers(upload, listRows(path, name)),
);
