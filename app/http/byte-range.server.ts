/**
 * A file as a whole, or the one part of it that is asked for: some phones play no sound that they can't ask for in
 * parts. More than one part at once is answered as a whole, as HTTP allows.
 */
export function fileAnswer(
  request: Request,
  content: Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
) {
  const whole = { ...headers, "Accept-Ranges": "bytes" };
  const asked = request.headers.get("range")?.match(/^bytes=(\d*)-(\d*)$/);
  if (!asked || (asked[1] === "" && asked[2] === "")) return new Response(content, { headers: whole });
  const size = content.length;
  const from = asked[1] ? Number(asked[1]) : Math.max(0, size - Number(asked[2]));
  const to = asked[1] && asked[2] ? Math.min(size - 1, Number(asked[2])) : size - 1;
  if (from > to)
    return new Response(null, { status: 416, headers: { ...whole, "Content-Range": `bytes */${size}` } });
  return new Response(content.slice(from, to + 1), {
    status: 206,
    headers: { ...whole, "Content-Range": `bytes ${from}-${to}/${size}` },
  });
}
