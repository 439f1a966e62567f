import { readFileSync } from 'node:fs';
import { emblemFileOf } from '../campaigns/published-fs.ts';
import { loadConfig } from './config.ts';

/** The one file by which the official emblem comes onto everything. */
export const emblem = readFileSync(emblemFileOf(loadConfig(process.env).published), 'utf8');
