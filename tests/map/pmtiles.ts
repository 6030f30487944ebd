import { gzipSync } from "node:zlib";
import { TileType } from "pmtiles";

const headerLength = 127;
const compressions = { none: 1, gzip: 2 };

/** A PMTiles 3 archive of one tile, the world's, as its specification lays it out; vector tiles are packed. */
export function archiveOf({
  tile: content,
  type = TileType.Mvt,
  metadata = {},
}: {
  tile: Uint8Array;
  type?: TileType;
  metadata?: object;
}) {
  const isPacked = type === TileType.Mvt;
  const tile = isPacked ? gzipSync(content) : content;
  // One entry: number of entries, tile id, run length, length, offset + 1
  const directory = gzipSync(Uint8Array.from([1, 0, 1, ...varint(tile.length), 1]));
  const described = gzipSync(JSON.stringify(metadata));
  const header = Buffer.alloc(headerLength);
  header.write("PMTiles", "latin1");
  header.writeUInt8(3, 7);
  let offset = headerLength;
  const place = (at: number, length: number) => {
    header.writeBigUInt64LE(BigInt(offset), at);
    header.writeBigUInt64LE(BigInt(length), at + 8);
    offset += length;
  };
  place(8, directory.length);
  place(24, described.length);
  place(40, 0);
  place(56, tile.length);
  for (const at of [72, 80, 88]) header.writeBigUInt64LE(1n, at);
  header.writeUInt8(1, 96);
  header.writeUInt8(compressions.gzip, 97);
  header.writeUInt8(isPacked ? compressions.gzip : compressions.none, 98);
  header.writeUInt8(type, 99);
  return Buffer.concat([header, directory, described, tile]);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)];
}
