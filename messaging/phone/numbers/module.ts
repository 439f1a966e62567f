import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import { type DoNotDisturbDependencies, registerDoNotDisturb } from './do-not-disturb-routes.ts';
import { registerNumberOperators } from './number-operator-routes.ts';
import { type NumberDependencies, numberRoutes } from './routes.ts';
import { registerStopLinks, type StopLinkDependencies } from './stop-link-routes.ts';

/** Single numbers: who said stop, who is on the do-not-disturb list, what is kept of one. */
export function openNumbers(options: DoNotDisturbDependencies & NumberDependencies): Module {
  return {
    name: 'numbers',
    register({ api, forms }) {
      registerDoNotDisturb(forms, options);
      registerNumberOperators(forms, options);
      addRoutes(api, numberRoutes(options));
    },
  };
}

/** The link in a message by which its recipient says stop: on the citizens' side. */
export function openStopLinks(options: StopLinkDependencies): Module {
  return {
    name: 'stop-links',
    register: ({ pages }) => registerStopLinks(pages, options),
  };
}
