import { type Expression, type OperationNode, type SelectQueryNode, sql } from "kysely";
import type { jsonArrayFrom } from "kysely/helpers/postgres";

/**
 * The rows of a subquery as one JSON array, under the names the query gives them: the connection leaves keys inside
 * JSON alone, so that Kysely's own jsonArrayFrom would answer with the names of the columns.
 */
export function jsonRows<Row>(query: Expression<Row>): ReturnType<typeof jsonArrayFrom<Row>> {
  const { selections = [] } = query.toOperationNode() as SelectQueryNode;
  const pairs = selections.map(({ selection }) => {
    const name = nameOf(selection);
    return sql`${sql.lit(name)}, ${sql.ref(`item.${name}`)}`;
  });
  return sql`(select coalesce(json_agg(json_build_object(${sql.join(pairs)})), '[]') from ${query} as item)`;
}

function nameOf(selection: OperationNode): string {
  const node = selection as unknown as { kind: string; alias: OperationNode; column: OperationNode };
  if (node.kind === "AliasNode") return nameOf(node.alias);
  if (node.kind === "ReferenceNode" || node.kind === "ColumnNode") return nameOf(node.column);
  if (node.kind === "IdentifierNode") return (selection as unknown as { name: string }).name;
  throw new Error(`a column without a name: ${node.kind}`);
}
