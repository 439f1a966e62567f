import { bigint, date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

// The tables of campaigns/migrations/0001-scans.sql that are asked; `scan` itself is only written to.

export const scanVisitor = pgTable(
  'scan_visitor',
  {
    day: date({ mode: 'string' }).notNull(),
    visitor: bigint({ mode: 'bigint' }).notNull(),
    code: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.code, table.visitor] })],
);

export const scanByCode = pgTable(
  'scan_by_code',
  {
    day: date({ mode: 'string' }).notNull(),
    code: text().notNull(),
    channel: text().notNull(),
    district: text().notNull(),
    scans: integer().notNull().default(0),
    visitors: integer().notNull().default(0),
    notCounted: integer('not_counted').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.code, table.day] })],
);

export const scanByDistrict = pgTable(
  'scan_by_district',
  {
    day: date({ mode: 'string' }).notNull(),
    district: text().notNull(),
    channel: text().notNull(),
    scans: integer().notNull().default(0),
    visitors: integer().notNull().default(0),
    android: integer().notNull().default(0),
    ios: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.day, table.district, table.channel] })],
);
