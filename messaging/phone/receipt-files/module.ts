import type { Database } from '../../platform/database/database.ts';
import type { Decoders } from '../../platform/decoding/decoders.ts';
import { type Module, nothingToClose } from '../../platform/http/module.ts';
import type { UploadRoom } from '../../platform/http/upload-room-fs.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { registerReceiptFiles } from './routes.ts';

/** Delivery reports as files, for blasts over gateways that send no receipts. */
export function openReceiptFiles(options: {
  database: Database;
  uploads: UploadRoom;
  decoders: Decoders;
  gateways: Readonly<Record<string, Gateway>>;
}): Module {
  const { database, uploads, decoders, gateways } = options;
  return {
    name: 'receipt files',
    register: ({ api }) => registerReceiptFiles(api, { database, uploads, decoders, gateways }),
    close: nothingToClose,
  };
}
