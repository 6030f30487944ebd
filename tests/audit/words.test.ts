import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { auditedFields } from "#app/audit/fields.ts";
import { type SubjectKind, subjectKinds } from "#app/audit/subjects.ts";
import { database } from "#app/database.server.ts";
import en from "#app/messages.en.ts";
import zh from "#app/messages.zh.ts";

const root = resolve(import.meta.dirname, "../../app");
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.server\.ts$/.test(path))
  .map((path) => readFileSync(join(root, path), "utf8"));

/** The message behind `namespace:a.b`, or undefined. */
const messageAt = (messages: object, key: string) =>
  key
    .split(/[:.]/)
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], messages);
const isSaid = (key: string) => [zh, en].every((messages) => typeof messageAt(messages, key) === "string");

/** Actions written as text, and those of the tables that rows.server.ts writes for. */
const tables = sources.flatMap((text) =>
  [...text.matchAll(/table: "(\w+)",\s+kind: "(\w+)",[^}]*?unlisted: \[([^\]]*)\]/g)].map(
    ([, table = "", kind = "", unlisted = ""]) => ({
      table,
      kind: kind as SubjectKind,
      unlisted: [...unlisted.matchAll(/"(\w+)"/g)].map(([, column]) => column),
    }),
  ),
);
const actions = [
  ...sources.flatMap((text) => [...text.matchAll(/"([a-z]+\.[a-zA-Z]+)"/g)].map(([, action = ""]) => action)),
  ...tables.flatMap(({ kind }) => [`${kind}.added`, `${kind}.changed`]),
].filter((action) => subjectKinds.some((kind) => action.startsWith(`${kind}.`)));

test("every action has its words", () => {
  expect(tables.map(({ table }) => table).sort()).toEqual([
    "account",
    "checklist",
    "contact",
    "drugPurchase",
    "hazard",
    "household",
    "inspection",
    "organization",
    "permit",
    "site",
  ]);
  for (const action of ["account.passwordReset", "membership.ended", "token.made", "site.changed"])
    expect(actions).toContain(action);
  const sqlColumns = /\.(id|allianceId|\w+Id|\w+On|\w+At|\w+M[23]|code|name|kind|version|role|\*)$/;
  const unsaid = [...new Set(actions)].filter(
    (action) => !sqlColumns.test(action) && !isSaid(`audit:action.${action}`),
  );
  expect(unsaid.filter((action) => sources.some((text) => text.includes(`action: "${action}"`)))).toEqual([]);
  expect(unsaid.filter((action) => /\.(added|changed|ended|reopened|password\w+)$/.test(action))).toEqual([]);
});

test("every column an entry can show has its label, and every label its words", async () => {
  const bookkeeping = ["allianceId", "id", "version", "createdAt", "updatedAt"];
  /** Preferences and the end of an account have no entry with fields. */
  const unaudited = ["account.language", "account.unit", "account.theme", "account.endedAt"];
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and table_name = any(${tables.map(({ table }) => table)})`.execute(
    database,
  );
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  expect(rows.length).toBeGreaterThan(80);
  const unnamed = tables.flatMap(({ table, kind, unlisted }) =>
    rows
      .filter((row) => row.table === table)
      .map(({ column }) => camel(column))
      .filter((column) => !bookkeeping.includes(column) && !unlisted.includes(column))
      .filter((column) => !unaudited.includes(`${table}.${column}`))
      .filter((column) => !auditedFields[kind][column])
      .map((column) => `${kind}.${column}`),
  );
  expect(unnamed).toEqual([]);
  const labels = Object.values(auditedFields).flatMap((fields) => Object.values(fields));
  expect(labels.map(({ label }) => label).filter((label) => !isSaid(label))).toEqual([]);
});

test("every value a column allows has its word", async () => {
  const { rows } = await sql<{ table: string; definition: string }>`
    select relname as "table", pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class on pg_class.oid = conrelid
    where contype = 'c' and pg_get_constraintdef(c.oid) like '%ARRAY[%'`.execute(database);
  const values = (table: string, column: string) =>
    rows
      .filter(
        (row) => row.table === table && new RegExp(`^CHECK \\(\\(\\(?${column}\\b`).test(row.definition),
      )
      .flatMap(({ definition }) => [...definition.matchAll(/'(\w+)'::text/g)].map(([, value = ""]) => value));
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const words = [...tables, { table: "partnership", kind: "partnership" as const }].flatMap(
    ({ table, kind }) =>
      Object.entries(auditedFields[kind]).flatMap(([field, meaning]) =>
        meaning.as === "word" ? values(table, snake(field)).map((value) => `${meaning.words}.${value}`) : [],
      ),
  );
  expect(words.length).toBeGreaterThan(60);
  expect(words.filter((key) => !isSaid(key))).toEqual([]);
});

test("every kind of record is named", () => {
  expect(subjectKinds.filter((kind) => !isSaid(`audit:kind.${kind}`))).toEqual([]);
});
