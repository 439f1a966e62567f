import { hourMs } from '../../../campaigns/durations.ts';
import { createAttemptLimit } from '../../platform/http/attempt-limit.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes } from '../../platform/http/serve-route.ts';
import type { CodeReports } from './code-reports.ts';
import { codeReportRoutes, reportedCodeRoutes } from './routes.ts';

/** For one client in an hour: a family, or a class in school, may share one. */
const ofClient = { most: 10, windowMs: hourMs };

/** Reports of citizens on codes, and how their districts resolve them. */
export function openCodeReports(options: Omit<CodeReports, 'limit'>): Module {
  const reports = { ...options, limit: createAttemptLimit(ofClient) };
  return {
    name: 'code reports',
    register({ pages, api }) {
      addRoutes(pages, codeReportRoutes(reports));
      addRoutes(api, reportedCodeRoutes(reports));
    },
  };
}
