import type { Module } from '../../platform/http/module.ts';
import { type ReceiptFileDependencies, registerReceiptFiles } from './routes.ts';

/** Delivery reports as files, for blasts over gateways that send no receipts. */
export function openReceiptFiles(dependencies: ReceiptFileDependencies): Module {
  return {
    name: 'receipt files',
    register: ({ api }) => registerReceiptFiles(api, dependencies),
  };
}
