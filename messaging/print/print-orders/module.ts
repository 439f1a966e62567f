import type { Directory } from '../../../campaigns/directory/station.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import type { PrintQueue } from './print-queue.ts';
import { printOrderRoutes } from './routes.ts';

/** Pictures for flex printers, made when somebody asks for them. */
export function openPrintOrders(options: { printQueue: PrintQueue; directory: Directory }): Module {
  const { printQueue } = options;
  return {
    name: 'print orders',
    register({ pages }) {
      pages.addHook('preClose', printQueue.pause);
      addRoutes(pages, printOrderRoutes(options));
    },
    close: printQueue.close,
  };
}
