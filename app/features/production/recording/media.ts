import { pictureKind, pictureName } from "../../sites/picture.ts";

/** Voice notes as phones record them, told by their first bytes as pictures are. */
const sounds = [
  { mediaType: "audio/amr", ending: "amr", starts: (text: string) => text.startsWith("#!AMR") },
  {
    mediaType: "audio/mpeg",
    ending: "mp3",
    starts: (text: string) => /^(ID3|\xff[\xfb\xf3\xf2])/.test(text),
  },
  { mediaType: "audio/aac", ending: "aac", starts: (text: string) => /^\xff[\xf1\xf9]/.test(text) },
  { mediaType: "audio/ogg", ending: "ogg", starts: (text: string) => text.startsWith("OggS") },
  { mediaType: "audio/webm", ending: "webm", starts: (text: string) => text.startsWith("\x1a\x45\xdf\xa3") },
  { mediaType: "audio/wav", ending: "wav", starts: (text: string) => /^RIFF.{4}WAVE/s.test(text) },
  { mediaType: "audio/3gpp", ending: "3gp", starts: (text: string) => /^.{4}ftyp3g/s.test(text) },
  { mediaType: "audio/mp4", ending: "m4a", starts: (text: string) => /^.{4}ftyp/s.test(text) },
] as const;

/** Bytes; said beside the field as 10 MB. */
export const largestMedia = 10_000_000;

/** The files of a form, each with the field that carries its id. */
export const mediaFields = { file: "fileId", voice: "voiceId" } as const;

/** What a file is, and what it is called; undefined: neither a picture nor a sound that is kept. */
export function mediaOf(file: { name: string }, content: Uint8Array) {
  const text = String.fromCharCode(...content.subarray(0, 16));
  const picture = pictureKind(content);
  const kind =
    picture && picture.mediaType !== "application/pdf" ? picture : sounds.find(({ starts }) => starts(text));
  return kind && { name: pictureName(file.name, kind), mediaType: kind.mediaType };
}
