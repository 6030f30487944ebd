import { STATUS_CODES } from "node:http";

/** An RFC 9457 problem document: how `/api` answers what is not 2xx. */
export function problem(
  status: number,
  { detail, ...members }: { detail?: string; [member: string]: unknown } = {},
  headers: Record<string, string> = {},
) {
  const body = { type: "about:blank", title: STATUS_CODES[status], status, detail, ...members };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/problem+json; charset=utf-8", ...headers },
  });
}
