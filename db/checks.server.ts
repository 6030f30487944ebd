/** What no constraint can say: each query returns the rows that break the rule. Run by `npm run db:check`. */
export const checks: { name: string; sql: string }[] = [];
