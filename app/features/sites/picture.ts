/** What a permit's picture may be, told by its first bytes: neither name nor declared type is believed. */
const marks = [
  { mediaType: "image/jpeg", ending: "jpg", starts: (text: string) => text.startsWith("\xff\xd8\xff") },
  { mediaType: "image/png", ending: "png", starts: (text: string) => text.startsWith("\x89PNG\r\n\x1a\n") },
  { mediaType: "image/webp", ending: "webp", starts: (text: string) => /^RIFF.{4}WEBP/s.test(text) },
  { mediaType: "application/pdf", ending: "pdf", starts: (text: string) => text.startsWith("%PDF-") },
] as const;

/** Bytes; said beside the field as 10 MB. */
export const largestPicture = 10_000_000;
export const pictureEndings = ".jpg,.jpeg,.png,.webp,.pdf";

/** undefined: none of the kinds that are kept. */
export function pictureKind(content: Uint8Array) {
  const text = String.fromCharCode(...content.subarray(0, 16));
  return marks.find(({ starts }) => starts(text));
}

/** The file's own name without folders and control characters, with the ending of what it really is. */
export function pictureName(name: string, { ending }: { ending: string }) {
  const base = name
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/\p{C}/gu, "")
    .replace(/\.[^.]*$/, "")
    .trim();
  return `${[...(base || "picture")].slice(0, 80).join("")}.${ending}`;
}

/** RFC 6266: shown in place; saved under its own name, and an ASCII one for programs that know no other. */
export const contentDisposition = (name: string) =>
  `inline; filename="picture${/\.\w+$/.exec(name)?.[0] ?? ""}"; filename*=UTF-8''${encodeURIComponent(
    name,
  ).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
