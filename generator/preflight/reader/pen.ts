import type { Path } from '../../layout/path.ts';

export type PathOperator = 'm' | 'l' | 'c' | 'v' | 'y' | 'h' | 're';

/** Collects a path from its operators (ISO 32000-1, 8.5.2). */
export class Pen {
  #ops = '';
  readonly #xy: number[] = [];

  move(operator: PathOperator, operands: readonly number[]): void {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = operands;
    switch (operator) {
      case 'm':
        this.#step('M', a, b);
        break;
      case 'l':
        this.#step('L', a, b);
        break;
      case 'c':
        this.#step('C', a, b, c, d, e, f);
        break;
      case 'v': {
        const [x = 0, y = 0] = this.#xy.slice(-2);
        this.#step('C', x, y, a, b, c, d);
        break;
      }
      case 'y':
        this.#step('C', a, b, c, d, c, d);
        break;
      case 'h':
        this.#step('Z');
        break;
      case 're':
        this.#step('MLLLZ', a, b, a + c, b, a + c, b + d, a, b + d);
    }
  }

  path(): Path {
    return { ops: this.#ops, xy: this.#xy };
  }

  #step(ops: string, ...values: number[]): void {
    this.#ops += ops;
    for (const value of values) this.#xy.push(value);
  }
}
