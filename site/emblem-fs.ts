import { readFileSync } from 'node:fs';
import { findEmblemFile } from '../campaigns/published-fs.ts';
import { loadConfig } from './config.ts';

/** The one file by which the official emblem comes onto everything. */
export const emblem = readFileSync(findEmblemFile(loadConfig(process.env).published), 'utf8');
