import { BaseSequencer, type TestSpecification } from 'vitest/node';

const order = ['rare', 'rare-walks', 'service', 'forms', 'heavy', 'unit'];

/**
 * Browsers and servers first: such a file takes a minute or two, most of it waiting, and one that waits alone at the end of
 * a run keeps it from ending. Within a project Vitest goes by the times it knows, else by size.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project }: TestSpecification) => order.indexOf(project.name);
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
