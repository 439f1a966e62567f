import { refuse } from './emblem-fault.ts';

/** The outline of an element as the `d` of a path. */
export function shapePath(name: string, attributes: ReadonlyMap<string, string>): string {
  const number = (key: string) => {
    const text = attributes.get(key)?.trim() ?? '0';
    const value = Number(text.replace(/px$/, ''));
    if (Number.isFinite(value)) return value;
    return refuse(
      `<${name}> में ${key} संख्या हो; मिला “${text.slice(0, 20)}”`,
      `Expected a number for ${key} of <${name}>, got "${text.slice(0, 20)}"`,
    );
  };
  switch (name) {
    case 'path':
      return attributes.get('d') ?? '';
    case 'rect': {
      const x = number('x');
      const y = number('y');
      const width = number('width');
      const height = number('height');
      const rx = Math.min(number('rx') || number('ry'), width / 2);
      const ry = Math.min(number('ry') || number('rx'), height / 2);
      if (width <= 0 || height <= 0) return '';
      if (rx <= 0 || ry <= 0) return `M${x} ${y}H${x + width}V${y + height}H${x}Z`;
      const arc = (toX: number, toY: number) => `A${rx} ${ry} 0 0 1 ${toX} ${toY}`;
      return [
        `M${x + rx} ${y}H${x + width - rx}${arc(x + width, y + ry)}`,
        `V${y + height - ry}${arc(x + width - rx, y + height)}`,
        `H${x + rx}${arc(x, y + height - ry)}V${y + ry}${arc(x + rx, y)}Z`,
      ].join('');
    }
    case 'circle':
      return ellipse(number('cx'), number('cy'), number('r'), number('r'));
    case 'ellipse':
      return ellipse(number('cx'), number('cy'), number('rx'), number('ry'));
    default: {
      const points = (attributes.get('points') ?? '').trim();
      return points === '' ? '' : `M${points}Z`;
    }
  }
}

function ellipse(x: number, y: number, rx: number, ry: number): string {
  if (rx <= 0 || ry <= 0) return '';
  const arc = (toX: number) => `A${rx} ${ry} 0 0 1 ${toX} ${y}`;
  return `M${x - rx} ${y}${arc(x + rx)}${arc(x - rx)}Z`;
}
