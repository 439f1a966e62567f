import { create } from 'qrcode';

const quietModules = 4;

/** A QR code that is drawn here: what it holds is a secret and goes to no other machine. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quietModules;
  const path = Array.from({ length: modules.size ** 2 }, (_, at) => at)
    .filter((at) => modules.data[at])
    .map((at) => {
      const x = (at % modules.size) + quietModules;
      const y = Math.floor(at / modules.size) + quietModules;
      return `M${x} ${y}h1v1h-1z`;
    })
    .join('');
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#111" shapeRendering="crispEdges" />
    </svg>
  );
}
